package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.source.Sourced;

/** Settles how the finished picture was made larger, as A1111's Extras state it. */
public final class EnlargeSettling {

    private static final String UPSCALER = "Postprocess upscaler";
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final BigDecimal MOST = BigDecimal.valueOf(16);

    private final Recipe recipe;
    private final List<Finding> findings;

    EnlargeSettling(Recipe recipe, List<Finding> findings) {
        this.recipe = recipe;
        this.findings = findings;
    }

    /** The upscale model that did it, where one did. */
    private static Optional<Sourced<String>> model(Recipe recipe) {
        return Optional.ofNullable(recipe.extras().get(UPSCALER))
                .filter(name -> !isNone(name.value()) && UpscalerName.isModel(name.value()));
    }

    /** Whether it was that model, whose file is this. */
    public static boolean isUsed(Recipe recipe, Ingredient ingredient, ModelFile file) {
        var placed = new Placed(ingredient, Optional.of(file), file.name(), "", Optional.empty());
        return ingredient.role() == Role.UPSCALER
                && model(recipe).map(Sourced::value).filter(placed::goesBy).isPresent();
    }

    private static boolean isNone(String name) {
        return name.isBlank() || name.strip().equalsIgnoreCase("none");
    }

    Optional<Settled.Enlarged> enlarged(Size made) {
        var name = recipe.extra(UPSCALER).map(String::strip).filter(Predicate.not(EnlargeSettling::isNone));
        var size = by(made).or(() -> to(made)).filter(Size::isPossible);
        name.flatMap(_ -> recipe.extra("Postprocess upscale by"))
                .filter(_ -> size.isEmpty())
                .filter(value -> !isOne(value))
                .ifPresent(value -> findings.add(Assumptions.unfit(
                        "EXT_POST",
                        value,
                        "By how much the finished picture was enlarged",
                        "the workflow does not enlarge it.")));
        if (name.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        recipe.extra("Postprocess upscaler 2")
                .filter(Predicate.not(EnlargeSettling::isNone))
                .map(EnlargeSettling::second)
                .ifPresent(findings::add);
        var how = UpscalerName.builtIn(name.get()).orElseGet(() -> new Settled.Upscaling.ByModel(name.get()));
        return Optional.of(
                new Settled.Enlarged(how, size.get().width(), size.get().height()));
    }

    private static boolean isOne(String factor) {
        return Json.of(factor.strip())
                .decimal()
                .filter(number -> number.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
    }

    private Optional<Size> by(Size made) {
        return recipe.extra("Postprocess upscale by")
                .flatMap(value -> Json.of(value.strip()).decimal())
                .filter(factor -> factor.compareTo(BigDecimal.ONE) > 0 && factor.compareTo(MOST) <= 0)
                .map(factor -> new Size(times(made.width(), factor), times(made.height(), factor)));
    }

    /** It becomes large enough for both sides, and keeps its shape. */
    private Optional<Size> to(Size made) {
        var stated =
                SIZE.matcher(recipe.extra("Postprocess upscale to").orElse("").strip());
        if (!stated.matches()) {
            return Optional.empty();
        }
        var factor = Math.max(
                Double.parseDouble(stated.group(1)) / made.width(),
                Double.parseDouble(stated.group(2)) / made.height());
        return Optional.of(new Size(
                times(made.width(), BigDecimal.valueOf(factor)), times(made.height(), BigDecimal.valueOf(factor))));
    }

    private static int times(int pixels, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(pixels))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static Finding second(String name) {
        return Finding.warning(
                "EXT_POST",
                Effect.LEAVES_OUT,
                "A second upscaler, \"" + name + "\", was blended with the first one afterwards; it is left out.");
    }
}
