package dev.assay.core.making;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.Embeddings;

/** The embeddings of a graph: by which names prompts mention them, and under which ComfyUI lists them. */
final class Embedded {

    private final List<Placed> placed;
    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    Embedded(List<Placed> embeddings) {
        placed = embeddings;
        for (var embedding : embeddings) {
            names(embedding).forEach(name -> listed.putIfAbsent(name, Stem.of(embedding.listingName())));
        }
    }

    /** The tools know an embedding by its file, with its folder or without; its title on the site means nothing to them. */
    private static Stream<String> names(Placed embedding) {
        return embedding.fileNames().stream()
                .flatMap(name -> Stream.of(name, Stem.base(name)))
                .distinct();
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
        names.stream().map(Stem::of).forEach(mentioned::add);
    }

    void mentionedIn(String comfyPrompt) {
        mentioned(Embeddings.rewrite(comfyPrompt, List.of()).found());
    }

    /** What the prompts mention and ComfyUI will not find, and what is there and mentioned nowhere. */
    List<Finding> findings() {
        return Stream.of(
                        mentioned.stream().filter(name -> !isPlaced(name)).map(Embedded::missing),
                        placed.stream()
                                .filter(one -> isMentioned(one) && !isLoadable(one))
                                .map(Embedded::unloadable),
                        placed.stream().filter(one -> !isMentioned(one)).map(Embedded::unused))
                .flatMap(findings -> findings)
                .toList();
    }

    private boolean isPlaced(String name) {
        return listed.containsKey(name) || listed.containsValue(name);
    }

    private boolean isMentioned(Placed embedding) {
        return names(embedding).anyMatch(mentioned::contains);
    }

    /** ComfyUI takes a name up to the next space, and strips commas. */
    private static boolean isLoadable(Placed embedding) {
        return Stem.of(embedding.listingName()).chars().noneMatch(c -> Character.isWhitespace(c) || c == ',');
    }

    private static Finding missing(String name) {
        return Finding.warning(
                        "EMB_MISSING",
                        Effect.LEAVES_OUT,
                        "The prompt uses the embedding \"" + name + "\", which is not identified; ComfyUI drops it"
                                + " without an error.")
                .advise("Put the file into models/embeddings.");
    }

    private static Finding unloadable(Placed embedding) {
        return Finding.warning(
                        "EMB_NAME",
                        Effect.LEAVES_OUT,
                        "ComfyUI cannot load the embedding \"" + embedding.listingName()
                                + "\" from a prompt: a name ends at the first space or comma.")
                .advise("Rename the file.");
    }

    private static Finding unused(Placed embedding) {
        return Finding.warning(
                "EMB_UNUSED",
                Effect.DOUBT,
                "The embedding \"" + embedding.ingredient().name() + "\" is named among the models, but none of the"
                        + " prompts mentions it by its file's name; it has no effect.");
    }
}
