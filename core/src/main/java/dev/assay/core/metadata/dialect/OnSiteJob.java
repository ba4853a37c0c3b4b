package dev.assay.core.metadata.dialect;

import java.util.Optional;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.source.Source;

/**
 * A job of Civitai's generator that ran as a ComfyUI graph: beside the nodes stand the AIRs of its models, and what was
 * asked for, in the site's own words.
 */
final class OnSiteJob {

    private OnSiteJob() {}

    static Optional<Reading> read(Passage passage, Source source) {
        var airs = passage.json().at("extra").at("airs").items();
        var asked = LenientJson.structure(passage.json().at("extraMetadata"));
        if (airs.isEmpty() && asked.isNull()) {
            return Optional.empty();
        }
        var draft = new Draft(source.at("extraMetadata"));
        if (!asked.isNull()) {
            draft.complete(CivitaiMeta.read(asked, Json.none(), draft.source()));
        }
        for (var air : airs) {
            air.text()
                    .flatMap(ModelNames::air)
                    .ifPresent(known -> draft.mention(Ingredient.of(
                            ModelNames.role(known, Role.UNKNOWN),
                            air.text().orElseThrow(),
                            draft.source(),
                            ModelNames.clue(air.text().orElseThrow()))));
        }
        return Optional.of(draft.build());
    }
}
