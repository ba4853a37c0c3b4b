package dev.assay.core.workflow.rename;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.model.PromptTokens;

/**
 * Changes names of models where nodes keep their values, in either format. Every other character of the text stays as it
 * is: order, spaces, numbers, line ends, keys that nobody knows.
 */
public final class NameChanger {

    /** Nodes that keep a value for another one: the front end's own, and those that stand for a subgraph. */
    private static final Pattern KEEPERS =
            Pattern.compile("PrimitiveNode|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|workflow[>/].*");

    /** What packs call the name of a LoRA in a list of their own. */
    private static final Set<String> ENTRIES = Set.of("name", "lora", "content");

    /**
     * Where the names stand: in which object they belong to, by where it begins.
     *
     * @param entry whether it is the name in an entry of a pack's own list
     */
    private record Slot(int owner, int start, int end, boolean entry) {}

    /**
     * What came of it.
     *
     * @param undone changes of names that stand nowhere in that form
     */
    public record Changed(String text, List<NameChange> undone) {
        public Changed {
            undone = List.copyOf(undone);
        }
    }

    /** An object or an array that is open. */
    private static final class Level {
        private final int start;
        private final boolean object;
        private final int owner;
        private final boolean values;
        private String key = "";

        Level(int start, boolean object, int owner, boolean values) {
            this.start = start;
            this.object = object;
            this.owner = owner;
            this.values = values;
        }
    }

    private final String text;
    private final Map<Integer, String> types = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<NameChange> done = new HashSet<>();

    private NameChanger(String text) {
        this.text = text;
    }

    /**
     * The text with the names changed.
     *
     * @param text a workflow; it must be well-formed JSON
     */
    public static Changed change(String text, List<NameChange> changes) {
        var changer = new NameChanger(text);
        changer.walk();
        var written = changer.written(changes);
        return new Changed(
                written,
                changes.stream()
                        .filter(change -> !changer.done.contains(change))
                        .toList());
    }

    private void walk() {
        var at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '{', '[' -> open(at);
                case '}', ']' -> close(at);
                case '"' -> string(at);
                default -> at + 1;
            };
        }
    }

    private int open(int at) {
        var outer = levels.peek();
        var starts = outer != null && outer.object && isValues(outer.key);
        levels.push(new Level(
                at,
                text.charAt(at) == '{',
                starts ? outer.start : outer == null ? -1 : outer.owner,
                starts || (outer != null && outer.values)));
        return at + 1;
    }

    /** What holds a node's values, in the one format and in the other; and what the author noted of its models. */
    private static boolean isValues(String key) {
        return key.equals("widgets_values") || key.equals("inputs") || key.equals("properties");
    }

    private int close(int at) {
        levels.poll();
        return at + 1;
    }

    private int string(int start) {
        var end = end(start);
        var level = levels.peek();
        var colon = afterSpace(end);
        if (level != null && level.object && colon < text.length() && text.charAt(colon) == ':') {
            // A value is never followed by a colon.
            level.key = decoded(start, end);
            return colon + 1;
        }
        if (level != null) {
            if (level.object && !level.values && (level.key.equals("type") || level.key.equals("class_type"))) {
                types.put(level.start, decoded(start, end));
            }
            if (level.values) {
                slots.add(new Slot(level.owner, start, end, level.object && ENTRIES.contains(level.key)));
            }
        }
        return end;
    }

    private int end(int start) {
        var at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private int afterSpace(int from) {
        var at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private String decoded(int start, int end) {
        if (text.indexOf('\\', start) < 0 || text.indexOf('\\', start) >= end) {
            return text.substring(start + 1, end - 1);
        }
        try {
            return Json.parse(text.substring(start, end)).text().orElse("");
        } catch (dev.assay.core.json.MalformedJsonException _) {
            return "";
        }
    }

    private String written(List<NameChange> changes) {
        var out = new StringBuilder(text.length() + 64);
        var from = 0;
        for (var slot : slots) {
            var to = change(slot, changes);
            if (to.isPresent()) {
                out.append(text, from, slot.start()).append(Json.of(to.get()).write());
                from = slot.end();
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private Optional<String> change(Slot slot, List<NameChange> changes) {
        var type = types.getOrDefault(slot.owner(), "");
        var here = changes.stream()
                .filter(change ->
                        change.types().contains(type) || KEEPERS.matcher(type).matches())
                .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        var value = decoded(slot.start(), slot.end());
        return whole(slot, value, here).or(() -> within(value, here));
    }

    private Optional<String> whole(Slot slot, String value, List<NameChange> changes) {
        var change = changes.stream()
                .filter(one -> one.from().equals(value))
                .filter(one ->
                        one.form() == NameChange.Form.VALUE || (one.form() == NameChange.Form.LORA_TAG && slot.entry()))
                .findFirst();
        change.ifPresent(done::add);
        return change.map(NameChange::to);
    }

    /** In a text only the name in the tag changes; all at once, since names may change places. */
    private Optional<String> within(String value, List<NameChange> changes) {
        var tagged = PromptTokens.renameTags(value, names(value, changes, NameChange.Form.LORA_TAG));
        var text = PromptTokens.renameEmbeddings(tagged, names(tagged, changes, NameChange.Form.EMBEDDING));
        return text.equals(value) ? Optional.empty() : Optional.of(text);
    }

    private Map<String, String> names(String value, List<NameChange> changes, NameChange.Form form) {
        Map<String, String> names = new HashMap<>();
        for (var change : changes) {
            if (change.form() == form && stands(change, value)) {
                names.putIfAbsent(change.from(), change.to());
                done.add(change);
            }
        }
        return names;
    }

    private static boolean stands(NameChange change, String value) {
        return switch (change.form()) {
            case VALUE -> false;
            case LORA_TAG -> PromptTokens.loraTags(value).contains(change.from());
            case EMBEDDING -> PromptTokens.embeddings(value).contains(change.from());
        };
    }
}
