package dev.assay.replica.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.assay.core.json.Json;

/** Metadata of the site written back as the text that A1111 puts into a file. */
public final class Infotext {

    private static final Set<String> ELSEWHERE =
            Set.of("prompt", "negativePrompt", "resources", "civitaiResources", "hashes", "steps", "width", "height");

    private Infotext() {}

    /** Prompt, negative prompt, and the line of details. */
    public static String of(Json meta) {
        List<String> details = new ArrayList<>();
        meta.at("steps").scalar().ifPresent(steps -> details.add("Steps: " + steps));
        meta.members().forEach((key, value) -> {
            if (!ELSEWHERE.contains(key)) {
                value.scalar().ifPresent(text -> details.add(name(key) + ": " + text));
            }
        });
        var loras = new ArrayList<String>();
        var embeddings = new ArrayList<String>();
        meta.at("hashes").members().forEach((key, value) -> {
            var hash = value.scalar().orElse("");
            if (key.startsWith("lora:")) {
                loras.add(key.substring(5) + ": " + hash);
            } else if (key.startsWith("embed:")) {
                embeddings.add(key.substring(6) + ": " + hash);
            }
        });
        if (!loras.isEmpty()) {
            details.add("Lora hashes: \"" + String.join(", ", loras) + "\"");
        }
        if (!embeddings.isEmpty()) {
            details.add("TI hashes: \"" + String.join(", ", embeddings) + "\"");
        }
        return meta.at("prompt").text().orElse("")
                + meta.at("negativePrompt")
                        .text()
                        .map(text -> "\nNegative prompt: " + text)
                        .orElse("")
                + "\n" + String.join(", ", details);
    }

    private static String name(String key) {
        return switch (key) {
            case "cfgScale" -> "CFG scale";
            case "seed" -> "Seed";
            case "sampler" -> "Sampler";
            case "clipSkip" -> "Clip skip";
            default -> key;
        };
    }
}
