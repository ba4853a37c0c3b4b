package dev.assay.core.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.prompt.Embeddings;

/** The embeddings of a graph: by which names prompts mention them, and under which ComfyUI lists them. */
final class Embedded {

    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    Embedded(List<Placed> embeddings) {
        for (var embedding : embeddings) {
            names(embedding).forEach(name -> listed.putIfAbsent(name, stem(embedding.listingName())));
        }
    }

    /** Names under which a prompt may mention it: as the metadata call it, and as its file is called. */
    private static Stream<String> names(Placed embedding) {
        var names = new ArrayList<String>();
        names.add(embedding.ingredient().name());
        for (var clue : embedding.ingredient().clues()) {
            if (clue instanceof Clue.Named(var name)) {
                names.add(name);
            }
        }
        embedding.file().map(ModelFile::name).ifPresent(names::add);
        names.add(embedding.listingName());
        return names.stream()
                .map(Embedded::stem)
                .filter(name -> !name.isBlank())
                .distinct();
    }

    private static String stem(String name) {
        var plain = name.replace('\\', '/');
        var dot = plain.lastIndexOf('.');
        var extension = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Set.of("safetensors", "pt", "bin").contains(extension) ? plain.substring(0, dot) : plain;
    }

    /** What the prompts are searched for. */
    List<String> mentions() {
        return List.copyOf(listed.keySet());
    }

    /** From the mentioned name to the listed one, where they differ. */
    Map<String, String> listed() {
        var differing = new LinkedHashMap<String, String>();
        listed.forEach((name, target) -> {
            if (!name.equals(target)) {
                differing.put(name, target);
            }
        });
        return differing;
    }

    void mentioned(List<String> names) {
        mentioned.addAll(names);
    }

    void mentionedIn(String comfyPrompt) {
        mentioned.addAll(Embeddings.rewrite(comfyPrompt, List.of()).found());
    }

    /** ComfyUI drops an embedding that it does not have with nothing but a line in its log. */
    List<Finding> missing() {
        return mentioned.stream()
                .filter(name -> !listed.containsKey(stem(name)) && !listed.containsValue(stem(name)))
                .map(name -> Finding.warning(
                                "EMB_MISSING",
                                Effect.LEAVES_OUT,
                                "The prompt uses the embedding \"" + name + "\", which is not identified; ComfyUI drops"
                                        + " it without an error.")
                        .advise("Put the file into models/embeddings."))
                .toList();
    }
}
