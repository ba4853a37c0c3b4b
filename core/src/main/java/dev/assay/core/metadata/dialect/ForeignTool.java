package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;

/** Dialects that are recognised, so as to be named, but not read: half a recipe would be worse than none. */
final class ForeignTool implements Dialect {

    private record Sign(String tool, Predicate<Passage> shown) {}

    /** Midjourney's description alone would be any caption; the job's number makes it one. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("SwarmUI", passage -> passage.json().has("sui_image_params") && !isStoredBySite(passage)),
            new Sign(
                    "RuinedFooocus",
                    passage -> text(passage, "software").equals("RuinedFooocus") && !isStoredBySite(passage)),
            new Sign("Fooocus", ForeignTool::isFooocus),
            new Sign(
                    "InvokeAI",
                    passage -> passage.key().startsWith("invokeai_")
                            || passage.key().equals("sd-metadata")),
            new Sign("InvokeAI", passage -> passage.key().equals("Dream")),
            new Sign(
                    "NovelAI",
                    passage ->
                            passage.key().equals("Software") && passage.text().startsWith("NovelAI")),
            new Sign(
                    "Midjourney",
                    passage -> passage.key().equals("Description")
                            && passage.text().contains("Job ID:")),
            new Sign("Dreamina", passage -> passage.json().has("aigc_info")),
            new Sign("Draw Things", passage -> passage.text().contains("<xmp:CreatorTool>Draw Things")));

    @Override
    public boolean canRead(Passage passage) {
        return tool(passage).isPresent();
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        tool(passage)
                .ifPresent(tool -> draft.find(Finding.warning(
                                "DIALECT_UNSUPPORTED",
                                Effect.DOUBT,
                                "The metadata were written by " + tool + ", whose own form is not read yet.")
                        .advise("Copy the values by hand into an infotext, and give it with --metadata.")));
        return draft.build();
    }

    private static Optional<String> tool(Passage passage) {
        return SIGNS.stream()
                .filter(sign -> sign.shown().test(passage))
                .map(Sign::tool)
                .findFirst();
    }

    private static String text(Passage passage, String key) {
        return passage.json().at(key).text().orElse("");
    }

    /** The site keeps such metadata in its own words, which can be read. */
    private static boolean isStoredBySite(Passage passage) {
        return passage.json().has("cfgScale");
    }

    /** An object of its keys, or a list of triples of label, key and value. */
    private static boolean isFooocus(Passage passage) {
        var json = passage.json();
        var listed = json.items().stream().anyMatch(row -> row.at(1).text().equals(Optional.of("base_model")));
        return listed
                || (json.has("base_model") && (json.has("performance") || json.has("adm_guidance")))
                || (json.at("metadata_scheme") instanceof Json.Str);
    }
}
