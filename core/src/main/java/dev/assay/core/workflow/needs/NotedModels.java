package dev.assay.core.workflow.needs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.model.ModelReference;

/** What authors noted of models, by the models' names: in lists on the nodes, for the whole, and in notes with links. */
final class NotedModels {

    private static final int LONGEST_ADDRESS = 2000;

    /** {@code [name](address)} of Markdown, or a bare address. */
    private static final Pattern LINK = Pattern.compile(
            "\\[([^\\]\\[\\n]{1,300})\\]\\((https?://[^\\s()<>\"]{1,2000})\\)|(https?://[^\\s()<>\"\\]]{1,2000})");

    /** A word that may be a file's name, without what texts put around one. */
    private static final Pattern WORD = Pattern.compile("[^\\s\"'`*()\\[\\]<>,;:|]{1,300}");

    private final Map<String, Noted> byName = new HashMap<>();
    private final Map<String, Noted> inText = new HashMap<>();

    /** Without extension, as tags in texts name them. */
    private final Map<String, Noted> byStem = new HashMap<>();

    void add(SeenNode node) {
        list(node.properties().at("models"));
        if (node.virtual() && (node.type().equals("Note") || node.type().equals("MarkdownNote"))) {
            node.values().items().forEach(value -> value.text().ifPresent(this::text));
        }
    }

    void list(Json models) {
        for (var entry : models.items()) {
            var name = entry.at("name").text();
            if (name.isPresent()) {
                byName.putIfAbsent(name.get(), noted(entry));
                byName.putIfAbsent(file(name.get()), noted(entry));
                byStem.putIfAbsent(stem(file(name.get())), noted(entry));
            }
        }
    }

    private static Noted noted(Json entry) {
        var hash = entry.at("hash_type").text().orElse("SHA256").equalsIgnoreCase("SHA256")
                ? entry.at("hash")
                        .text()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .flatMap(Sha256::parse)
                        .filter(Sha256::identifies)
                : Optional.<Sha256>empty();
        var url = entry.at("url").text().filter(NotedModels::isAddress).orElse("");
        return new Noted(url, hash, entry.at("directory").text().orElse(""), false);
    }

    private static boolean isAddress(String url) {
        return url.length() <= LONGEST_ADDRESS && (url.startsWith("https://") || url.startsWith("http://"));
    }

    private void text(String text) {
        if (!text.contains("://")) {
            return;
        }
        LINK.matcher(text).results().forEach(link -> {
            var url = link.group(2) == null ? link.group(3) : link.group(2);
            var words = link.group(1) == null ? "" : link.group(1).strip();
            var name = ModelReference.isFile(words) ? words : lastPart(url);
            if (ModelReference.isFile(name)) {
                inText.putIfAbsent(file(name), new Noted(url, Optional.empty(), "", true));
            }
        });
        text.lines().filter(line -> line.contains("://")).forEach(this::line);
    }

    /** The only link in a line is meant for the only file in it. */
    private void line(String line) {
        var links = LINK.matcher(line)
                .results()
                .map(link -> link.group(2) == null ? link.group(3) : link.group(2))
                .distinct()
                .toList();
        var names = WORD.matcher(LINK.matcher(line).replaceAll(" "))
                .results()
                .map(word -> file(word.group()))
                .filter(ModelReference::isFile)
                .distinct()
                .toList();
        if (links.size() == 1 && names.size() == 1 && !ModelReference.isFile(lastPart(links.getFirst()))) {
            inText.putIfAbsent(names.getFirst(), new Noted(links.getFirst(), Optional.empty(), "", true));
        }
    }

    private static String lastPart(String url) {
        var path = url.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String file(String name) {
        var slashed = name.replace('\\', '/');
        return slashed.substring(slashed.lastIndexOf('/') + 1);
    }

    private static String stem(String file) {
        return ModelReference.isFile(file) ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    /** What is noted of the model of that name, with or without its folders; a name without an extension means any. */
    Optional<Noted> of(String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> Optional.ofNullable(byName.get(file(name))))
                .or(() -> ModelReference.isFile(name) ? Optional.empty() : Optional.ofNullable(byStem.get(file(name))))
                .or(() -> Optional.ofNullable(inText.get(file(name))));
    }
}
