package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;

/**
 * Settles which parts of the result ADetailer painted again. It writes {@code ADetailer model}, {@code ADetailer model 2nd}
 * and so on; what it leaves out has its defaults (adetailer/args.py).
 */
final class DetailSettling {

    private static final List<String> ENDS = List.of("", " 2nd", " 3rd", " 4th", " 5th", " 6th");

    private final Recipe recipe;
    private final String end;

    private DetailSettling(Recipe recipe, String end) {
        this.recipe = recipe;
        this.end = end;
    }

    static List<Settled.Detail> details(Recipe recipe) {
        var details = new ArrayList<Settled.Detail>();
        ENDS.forEach(end -> new DetailSettling(recipe, end).detail().ifPresent(details::add));
        return details;
    }

    private Optional<Settled.Detail> detail() {
        return text("model")
                .filter(model -> !model.equalsIgnoreCase("none"))
                .map(model -> new Settled.Detail(
                        model,
                        text("prompt"),
                        text("negative prompt"),
                        share("confidence", "0.3"),
                        pixels("dilate erode").or(() -> pixels("dilate/erode")).orElse(4),
                        pixels("mask blur").orElse(4),
                        share("denoising strength", "0.4")));
    }

    private Optional<String> text(String key) {
        return recipe.extra("ADetailer " + key + end).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    private BigDecimal share(String key, String usual) {
        return text(key)
                .flatMap(value -> Json.of(value).decimal())
                .filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0)
                .orElse(new BigDecimal(usual));
    }

    private Optional<Integer> pixels(String key) {
        return text(key)
                .flatMap(value -> Json.of(value).integer())
                .filter(pixels -> Math.abs(pixels) <= 512)
                .map(Math::toIntExact);
    }
}
