package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;

/**
 * Settles which parts of the result ADetailer painted again. It writes {@code ADetailer model}, {@code ADetailer model 2nd}
 * and so on; what it leaves out has its defaults (adetailer/args.py).
 */
final class DetailSettling {

    private static final List<String> ENDS = List.of("", " 2nd", " 3rd", " 4th", " 5th", " 6th");

    private static final int USUAL_PIXELS = 4;
    private static final long MOST_PIXELS = 512;

    private final Recipe recipe;
    private final String end;
    private final List<Finding> findings;

    private DetailSettling(Recipe recipe, String end, List<Finding> findings) {
        this.recipe = recipe;
        this.end = end;
        this.findings = findings;
    }

    static List<Settled.Detail> details(Recipe recipe, List<Finding> findings) {
        var details = new ArrayList<Settled.Detail>();
        ENDS.forEach(end -> new DetailSettling(recipe, end, findings).detail().ifPresent(details::add));
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
                        pixels(text("dilate/erode").isPresent() ? "dilate/erode" : "dilate erode", -MOST_PIXELS),
                        pixels("mask blur", 0),
                        share("denoising strength", "0.4")));
    }

    private Optional<String> text(String key) {
        return recipe.extra("ADetailer " + key + end).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    private BigDecimal share(String key, String usual) {
        var stated = text(key);
        return stated.flatMap(value -> Json.of(value).decimal())
                .filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0)
                .orElseGet(() -> {
                    usual(key, stated, usual);
                    return new BigDecimal(usual);
                });
    }

    private int pixels(String key, long least) {
        var stated = text(key);
        return stated.flatMap(value -> Json.of(value).integer())
                .filter(pixels -> pixels >= least && pixels <= MOST_PIXELS)
                .map(Math::toIntExact)
                .orElseGet(() -> {
                    usual(key, stated, Integer.toString(USUAL_PIXELS));
                    return USUAL_PIXELS;
                });
    }

    /** ADetailer leaves out what has its default; only what is stated and cannot be is worth a word. */
    private void usual(String key, Optional<String> stated, String usual) {
        stated.ifPresent(value -> findings.add(Assumptions.unfit(
                "ADETAILER_VALUE", value, "ADetailer's " + key + end, usual + " is used (its default).")));
    }
}
