package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.safetensors.Architecture;

/**
 * What the rules look at.
 *
 * @param recipe the settings, as the metadata state them
 * @param family of the checkpoint
 * @param distillation of the checkpoint, or of a LoRA that distils it
 * @param models everything that the recipe uses and that is identified
 * @param headers what the files themselves show, as far as they are here
 */
public record Case(
        Recipe recipe,
        Family family,
        Distillation distillation,
        Prediction prediction,
        List<Placed> models,
        Map<Placed, Architecture> headers) {

    private static final List<Parameter> HIRES = Stream.of(Parameter.values())
            .filter(parameter -> parameter.name().startsWith("HIRES_"))
            .toList();

    public Case {
        models = List.copyOf(models);
        headers = Map.copyOf(headers);
    }

    /** Where no file has been looked into. */
    public Case(Recipe recipe, Family family, Distillation distillation, Prediction prediction, List<Placed> models) {
        this(recipe, family, distillation, prediction, models, Map.of());
    }

    boolean distilled() {
        return distillation != Distillation.NONE;
    }

    /** Whether any key speaks of a second pass; very old A1111 stated the first one's size. */
    boolean hires() {
        return HIRES.stream().anyMatch(parameter -> recipe.text(parameter).isPresent())
                || recipe.text(Parameter.FIRST_PASS_SIZE).isPresent();
    }

    Optional<BigDecimal> megapixels() {
        return recipe.decimal(Parameter.WIDTH)
                .flatMap(width -> recipe.decimal(Parameter.HEIGHT).map(width::multiply))
                .map(area -> area.movePointLeft(6));
    }

    Stream<Placed> models(Role role) {
        return models.stream().filter(model -> model.ingredient().role() == role);
    }
}
