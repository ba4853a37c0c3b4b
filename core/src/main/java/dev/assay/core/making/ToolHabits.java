package dev.assay.core.making;

import dev.assay.core.family.Architecture;
import dev.assay.core.family.Family;
import dev.assay.core.family.Tool;
import dev.assay.core.family.WebUiVersion;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.prompt.Timeline;
import dev.assay.core.recipe.Recipe;

/** What the tool that made the image does with prompts by itself, and no setting says. */
record ToolHabits(Recipe recipe, Family family, Tool tool) {

    Timeline timeline() {
        var old = recipe.text(Parameter.VERSION)
                .flatMap(WebUiVersion::of)
                .filter(version -> version.isBefore(1, 6))
                .isPresent();
        return old || recipe.extra("Old prompt editing timelines").isPresent()
                ? Timeline.STARTS_ANEW
                : Timeline.GOES_ON;
    }

    /** A1111 (sd_models_xl) and Forge do so, for both encoders and what is pooled. */
    boolean zeroesEmptyNegative() {
        return family.architecture() == Architecture.SDXL
                && switch (tool) {
                    case A1111, FORGE -> true;
                    case CIVITAI, COMFYUI, SWARMUI, FOOOCUS, INVOKEAI, SDNEXT, DRAW_THINGS, OTHER -> false;
                };
    }
}
