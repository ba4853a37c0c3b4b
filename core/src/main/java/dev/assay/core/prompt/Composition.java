package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * A1111's {@code a AND b :0.7}. It computes u + cfg·Σw(c-u); ComfyUI averages combined conditionings by strength. So
 * the weights become strengths, and their sum goes into the CFG scale.
 */
record Composition(List<Composed> parts, BigDecimal cfgFactor, List<Finding> findings) {

    private static final Pattern AND = Pattern.compile("\\bAND\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MAX_PARTS = 32;

    /** The largest value that ConditioningSetAreaStrength takes. */
    private static final BigDecimal MAX_STRENGTH = BigDecimal.TEN;

    /** One prompt of several, and its weight. */
    record Composed(String text, BigDecimal weight) {}

    static Composition single(String prompt) {
        return new Composition(List.of(new Composed(prompt, BigDecimal.ONE)), BigDecimal.ONE, List.of());
    }

    static Composition of(String prompt) {
        List<Finding> findings = new ArrayList<>();
        var parts = split(prompt, findings);
        if (parts.size() == 1 && parts.getFirst().weight().compareTo(BigDecimal.ONE) != 0) {
            findings.add(weightOfTheWhole(parts.getFirst()));
        }
        var positive = parts.stream().filter(part -> part.weight().signum() > 0).toList();
        if (parts.stream().anyMatch(part -> part.weight().signum() < 0)) {
            findings.add(PromptFindings.leftOut(
                    "AND_NEGATIVE", "ComfyUI cannot combine prompts with a negative weight; those parts are left out"));
        }
        return positive.isEmpty() ? ofNothingPositive(parts, findings) : ofPositive(positive, findings);
    }

    /** With weight 0 the prompt has no effect, as at CFG 0; a lone negative weight cannot be had at all. */
    private static Composition ofNothingPositive(List<Composed> parts, List<Finding> findings) {
        boolean zero = parts.stream().allMatch(part -> part.weight().signum() == 0);
        var first = new Composed(parts.getFirst().text(), BigDecimal.ONE);
        return new Composition(List.of(first), zero ? BigDecimal.ZERO : BigDecimal.ONE, List.copyOf(findings));
    }

    private static Composition ofPositive(List<Composed> parts, List<Finding> findings) {
        var sum = parts.stream().map(Composed::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var largest = parts.stream().map(Composed::weight).reduce(BigDecimal.ZERO, BigDecimal::max);
        // Only their ratios count, so strengths may be brought into the node's range together.
        var scaled = largest.compareTo(MAX_STRENGTH) <= 0
                ? parts
                : parts.stream().map(part -> scale(part, largest)).toList();
        return new Composition(scaled, sum, List.copyOf(findings));
    }

    private static Composed scale(Composed part, BigDecimal largest) {
        var strength = part.weight().multiply(MAX_STRENGTH).divide(largest, MathContext.DECIMAL32);
        return new Composed(part.text(), strength);
    }

    private static List<Composed> split(String prompt, List<Finding> findings) {
        List<Composed> parts = new ArrayList<>();
        var and = AND.matcher(prompt);
        int from = 0;
        while (and.find()) {
            if (parts.size() == MAX_PARTS - 1) {
                findings.add(PromptFindings.leftOut("AND_LIMIT", "more than " + MAX_PARTS + " prompts joined by AND"));
                return parts;
            }
            parts.add(composed(prompt.substring(from, and.start())));
            from = and.end();
        }
        parts.add(composed(prompt.substring(from)));
        return parts;
    }

    /** A number behind the last colon of a part is its weight, even where there is no AND at all. */
    private static Composed composed(String part) {
        int colon = part.lastIndexOf(':');
        var weight = colon < 0
                ? null
                : Decimals.read(part.substring(colon + 1).strip()).orElse(null);
        return weight == null
                ? new Composed(part.stripTrailing(), BigDecimal.ONE)
                : new Composed(part.substring(0, colon).stripTrailing(), weight);
    }

    private static Finding weightOfTheWhole(Composed part) {
        return PromptFindings.info(
                "AND_WEIGHT",
                Effect.DOUBT,
                "The prompt ends in \":" + part.weight().toPlainString()
                        + "\", which A1111 takes for the weight of the whole prompt: the CFG scale is multiplied with it");
    }
}
