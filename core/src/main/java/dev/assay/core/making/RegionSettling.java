package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;

/**
 * Settles which prompt is for which region, as the Regional Prompter extension states it: columns or rows side by side. Its
 * other ways of dividing (a grid, a drawn mask, words of the prompt) are not in the metadata, or no core node does them.
 */
final class RegionSettling {

    private static final BigDecimal USUAL_BASE = new BigDecimal("0.2");

    private final Recipe recipe;
    private final List<Finding> findings;

    RegionSettling(Recipe recipe, List<Finding> findings) {
        this.recipe = recipe;
        this.findings = findings;
    }

    Optional<Settled.Regions> regions() {
        if (!is("RP Active", "True")) {
            return Optional.empty();
        }
        var shares = shares();
        var columns = is("RP Matrix submode", "Columns");
        if (!is("RP Divide mode", "Matrix") || !(columns || is("RP Matrix submode", "Rows")) || shares.size() < 2) {
            findings.add(left("it divided the picture in a way that core nodes cannot"));
            return Optional.empty();
        }
        return Optional.of(new Settled.Regions(
                columns,
                shares,
                is("RP Use Base", "True") ? Optional.of(baseShare()) : Optional.empty(),
                is("RP Use Common", "True"),
                is("RP Calc Mode", "Latent")));
    }

    private boolean is(String key, String value) {
        return recipe.extra(key)
                .filter(stated -> stated.strip().equalsIgnoreCase(value))
                .isPresent();
    }

    /** Of one row or column of regions, in hundredths that make up the whole; empty for a grid. */
    private List<BigDecimal> shares() {
        var parts = new ArrayList<BigDecimal>();
        for (var part : recipe.extra("RP Ratios").orElse("").replace("\"", "").split(",", -1)) {
            var number = Json.of(part.strip()).decimal().filter(share -> share.signum() > 0);
            if (number.isEmpty()) {
                return List.of();
            }
            parts.add(number.get());
        }
        var whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return parts.stream()
                .map(part -> part.divide(whole, 6, RoundingMode.HALF_UP))
                .toList();
    }

    private BigDecimal baseShare() {
        var first = recipe.extra("RP Base Ratios").orElse("").replace("\"", "").split(",", -1)[0];
        var share =
                Json.of(first.strip()).decimal().filter(one -> one.signum() > 0 && one.compareTo(BigDecimal.ONE) < 0);
        if (share.isEmpty()) {
            findings.add(Assumptions.assumed(
                    "REGIONAL",
                    "Nothing sensible is stated of how much the prompt for the whole picture counts; "
                            + USUAL_BASE.toPlainString() + " is assumed (Regional Prompter's default)."));
        }
        return share.orElse(USUAL_BASE);
    }

    static Finding left(String why) {
        return Finding.warning(
                "REGIONAL",
                Effect.LEAVES_OUT,
                "Regional Prompter gave each region its own prompt, and " + why + "; the whole prompt is for the whole"
                        + " picture.");
    }
}
