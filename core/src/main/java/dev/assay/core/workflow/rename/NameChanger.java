package dev.assay.core.workflow.rename;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;

/**
 * Changes names of models where nodes keep their values, in either format. Every other character of the text stays as it
 * is: order, spaces, numbers, line ends, keys that nobody knows.
 */
public final class NameChanger {

    /** Nodes that keep a value for another one: the front end's own, and those that stand for a subgraph. */
    private static final Pattern KEEPERS =
            Pattern.compile("PrimitiveNode|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|workflow[>/].*");

    /** Where the names stand: in which object they belong to, by where it begins. */
    private record Slot(int owner, int start, int end) {}

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

    private NameChanger(String text) {
        this.text = text;
    }

    /**
     * The text with the names changed.
     *
     * @param text a workflow; it must be well-formed JSON
     */
    public static String change(String text, List<NameChange> changes) {
        var changer = new NameChanger(text);
        changer.walk();
        return changer.written(changes);
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
                slots.add(new Slot(level.owner, start, end));
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
        var value = decoded(slot.start(), slot.end());
        return changes.stream()
                .filter(change -> change.from().equals(value))
                .filter(change ->
                        change.types().contains(type) || KEEPERS.matcher(type).matches())
                .map(NameChange::to)
                .findFirst();
    }
}
