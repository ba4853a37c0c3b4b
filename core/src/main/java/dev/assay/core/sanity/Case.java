package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.making.Placed;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * What the rules look at.
 *
 * @param recipe the settings, as the metadata state them
 * @param family of the checkpoint
 * @param distillation of the checkpoint, or of a LoRA that distils it
 * @param models everything that the recipe uses and that is identified
 */
public record Case(
        Recipe recipe, Family family, Distillation distillation, Prediction prediction, List<Placed> models) {

    public Case {
        models = List.copyOf(models);
    }

    boolean distilled() {
        return distillation != Distillation.NONE;
    }

    boolean hires() {
        return recipe.text(Parameter.HIRES_UPSCALE).isPresent()
                || recipe.text(Parameter.HIRES_RESIZE).isPresent()
                || recipe.text(Parameter.HIRES_UPSCALER).isPresent();
    }

    Optional<BigDecimal> megapixels() {
        return recipe.decimal(Parameter.WIDTH)
                .flatMap(width -> recipe.decimal(Parameter.HEIGHT).map(width::multiply))
                .map(area -> area.movePointLeft(6));
    }
}
