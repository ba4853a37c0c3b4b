package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** Services that leave a mark in their pictures, and nothing from which anybody else could make them again. */
final class ForeignTool implements Dialect {

    /** What the finding is called by which a service is named. */
    static final String CODE = "TOOL_NOT_REPRODUCIBLE";

    private static final Pattern JOB = Pattern.compile("Job ID: [0-9a-f]{8}-[0-9a-f]{4}-");

    private record Sign(String tool, Predicate<Passage> shown) {}

    /** Midjourney's description alone would be any caption; the job's number makes it one. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("Midjourney", passage -> JOB.matcher(passage.text()).find()),
            new Sign("Dreamina (Jimeng)", passage -> passage.json().has("aigc_info")),
            new Sign("Dreamina (Jimeng)", passage -> passage.json().has("AIGC")),
            new Sign(
                    "OpenAI",
                    passage -> isGenerator(passage, "openai", "chatgpt", "gpt-4o", "dall-e", "dall·e", "gpt-image")),
            new Sign("Adobe Firefly", passage -> isGenerator(passage, "firefly")),
            new Sign("Google AI", passage -> isGenerator(passage, "google", "imagen", "gemini")),
            new Sign("Microsoft", passage -> isGenerator(passage, "microsoft", "bing")),
            new Sign("Google AI", passage -> passage.text().equals("Made with Google AI")),
            new Sign("Ideogram", passage -> passage.text().startsWith("Ideogram")),
            new Sign("an image generator that does not say more", ForeignTool::isGenerated));

    @Override
    public boolean canRead(Passage passage) {
        return tool(passage).isPresent();
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.extra(passage.key().isEmpty() ? "Text" : passage.key(), passage.text());
        tool(passage)
                .ifPresent(tool -> draft.find(Finding.error(
                                CODE,
                                Effect.PREVENTS,
                                "The picture was made by " + tool
                                        + ", which does not say enough for anyone else to make it.")
                        .advise("If you have a recipe for something like it, give it with --metadata.")));
        return draft.build();
    }

    private static Optional<String> tool(Passage passage) {
        return SIGNS.stream()
                .filter(sign -> sign.shown().test(passage))
                .map(Sign::tool)
                .findFirst();
    }

    /** Content credentials name the program. */
    private static boolean isGenerator(Passage passage, String... names) {
        var named = List.of("claim_generator", "softwareAgent").contains(passage.key());
        var text = passage.text().toLowerCase(Locale.ROOT);
        return named && List.of(names).stream().anyMatch(text::contains);
    }

    /** By the vocabulary of the press (IPTC). */
    private static boolean isGenerated(Passage passage) {
        return passage.key().endsWith("igitalSourceType") && passage.text().endsWith("trainedAlgorithmicMedia");
    }
}
