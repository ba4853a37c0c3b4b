package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Sourced;

/** Settles the seed, an unsigned number of 64 bits. The site keeps it as a JavaScript number (quirk 30). */
final class SeedSettling {

    /** The largest number up to which a JavaScript number tells all whole numbers apart. */
    static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private SeedSettling() {}

    static BigInteger seed(Recipe recipe, List<Finding> findings) {
        var written = recipe.text(Parameter.SEED);
        var seed = written.flatMap(SeedSettling::wholeNumber).filter(number -> number.signum() >= 0);
        if (seed.isEmpty()) {
            findings.add(Assumptions.assumed(
                    "SEED_MISSING",
                    written.map(text -> "The seed \"" + text + "\" is none").orElse("No seed is stated")
                            + "; 0 is assumed, so that the picture will be another."));
            return BigInteger.ZERO;
        }
        if (seed.get().compareTo(MOST) > 0) {
            findings.add(Assumptions.assumed(
                    "SEED_UNRELIABLE",
                    "The seed " + seed.get() + " is larger than any seed can be; it was rounded on its way. " + MOST
                            + " is used."));
            return MOST;
        }
        if (seed.get().compareTo(EXACT) > 0 && wasKeptBySite(recipe)) {
            findings.add(Assumptions.assumed(
                    "SEED_UNRELIABLE",
                    "The seed " + seed.get() + " is beyond 2^53: the site has stored it rounded, so that the true one"
                            + " may differ in its last digits."));
        }
        return seed.get();
    }

    private static boolean wasKeptBySite(Recipe recipe) {
        return Optional.ofNullable(recipe.values().get(Parameter.SEED)).map(Sourced::source).stream()
                .anyMatch(source -> source.origin() == Origin.SITE_ITEM || source.origin() == Origin.SITE_ROWS);
    }

    private static Optional<BigInteger> wholeNumber(String text) {
        return Json.of(text)
                .decimal()
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger);
    }
}
