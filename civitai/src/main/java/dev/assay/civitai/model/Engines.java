package dev.assay.civitai.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Base models behind which stands an engine that only its owner runs, reached through an API (quirk 35). The site lists
 * them as checkpoints. The table errs on the side of silence: a name it does not know is taken for a model.
 */
final class Engines {

    private static final List<Pattern> REMOTE = List.of(
            words("openai|gpt-?image.*|dall-?e.*|sora.*|veo.*|imagen.*|nano ?banana.*|gemini.*"),
            words("seedream.*|seedance.*|kling.*|vidu.*|minimax.*|hailuo.*|runway.*|luma.*dream.*"),
            words("grok.*|reve|happyhorse.*|ideogram.*|midjourney.*|recraft.*"),
            words("flux.*\\b(?:pro|ultra|max)\\b.*"),
            words("wan (?:video|image) (?:2\\.[5-9]|[3-9]).*"));

    private Engines() {}

    static boolean isRemote(String baseModel) {
        var name = baseModel.strip();
        return name.length() < 100
                && REMOTE.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** What stands behind a version that no file at home can be, for people. */
    static Optional<String> behind(ModelVersion version) {
        var hosted = switch (version.usageControl()) {
            case "ExternalGeneration" -> true;
            case "Generation", "InternalGeneration" -> version.files().isEmpty();
            default -> false;
        };
        return hosted || isRemote(version.baseModel())
                ? Optional.of((version.modelName() + " " + version.name() + " (" + version.baseModel() + ")").strip())
                : Optional.empty();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }
}
