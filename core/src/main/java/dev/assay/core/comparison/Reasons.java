package dev.assay.core.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.sanity.SanityRules;

/** What could explain that two pictures differ, by what their metadata say. A new reason is one new entry in the list. */
public final class Reasons {

    private static final List<Parameter> NUMBERS = List.of(
            Parameter.SEED,
            Parameter.STEPS,
            Parameter.CFG_SCALE,
            Parameter.DISTILLED_CFG_SCALE,
            Parameter.DENOISING_STRENGTH);

    /** Round brackets that are not escaped weigh words in every tool, square ones in A1111 and its kin. */
    private static final Pattern WEIGHTS = Pattern.compile("(?<!\\\\)[(\\[]");

    private static final List<Function<Pair, Stream<Finding>>> ALL = List.of(
            Reasons::unknown,
            Reasons::size,
            Reasons::numbers,
            SamplerReason::of,
            ModelReasons::of,
            Reasons::prompts,
            Reasons::beyond,
            Reasons::weighting,
            Reasons::lossy);

    private Reasons() {}

    /** All of them; nothing where the pictures are the same. Where nothing is found, that is said. */
    public static List<Finding> of(Pair pair) {
        if (pair.likeness().identical()) {
            return List.of();
        }
        var found =
                ALL.stream().flatMap(reason -> reason.apply(pair)).distinct().toList();
        return found.isEmpty() ? List.of(nothing()) : found;
    }

    private static Finding nothing() {
        return Finding.info(
                "NO_REASON",
                "What both files say of their making is the same. Versions of programs, graphics cards, drivers and number"
                        + " formats make small differences by themselves.");
    }

    private static Stream<Finding> unknown(Pair pair) {
        return Stream.concat(
                pair.original().recipe().isEmpty() ? Stream.of(silent("original", "UNKNOWN_ORIGINAL")) : Stream.empty(),
                pair.result().recipe().isEmpty() ? Stream.of(silent("result", "UNKNOWN_RESULT")) : Stream.empty());
    }

    private static Finding silent(String which, String code) {
        return Finding.warning(
                code,
                Effect.DOUBT,
                "The " + which + " says nothing of how it was made, so that settings cannot be compared.");
    }

    private static Stream<Finding> size(Pair pair) {
        if (pair.likeness().sameSize()) {
            return Stream.empty();
        }
        var upscaled = Stream.of(Parameter.HIRES_UPSCALE, Parameter.HIRES_RESIZE, Parameter.HIRES_UPSCALER)
                .anyMatch(parameter -> pair.original().recipe().text(parameter).isPresent());
        return Stream.of(Finding.warning(
                "DIFFERS_SIZE",
                Effect.DOUBT,
                "The pictures have different sizes; the result was brought to the original's size before it was compared."
                        + (upscaled ? " The original was made with a second, larger pass (hires fix)." : "")));
    }

    private static Stream<Finding> numbers(Pair pair) {
        return NUMBERS.stream().flatMap(parameter -> number(pair, parameter).stream());
    }

    private static Optional<Finding> number(Pair pair, Parameter parameter) {
        var one = pair.original().recipe().decimal(parameter);
        var other = pair.result().recipe().decimal(parameter);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) != 0
                ? Optional.of(differs(
                        parameter.name(),
                        parameter.label(),
                        one.get().toPlainString(),
                        other.get().toPlainString()))
                : Optional.empty();
    }

    static Finding differs(String code, String what, String original, String result) {
        return Finding.warning(
                "DIFFERS_" + code,
                Effect.DOUBT,
                what + " is " + brief(original) + " in the original and " + brief(result) + " in the result.");
    }

    static String brief(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static Stream<Finding> prompts(Pair pair) {
        return Stream.of(Parameter.PROMPT, Parameter.NEGATIVE_PROMPT).flatMap(parameter -> {
            var one = pair.original().recipe().text(parameter).map(PromptWords::of);
            var other = pair.result().recipe().text(parameter).map(PromptWords::of);
            return one.isPresent() && other.isPresent() && !one.get().equals(other.get())
                    ? Stream.of(wordsDiffer(parameter, one.get(), other.get()))
                    : Stream.empty();
        });
    }

    private static Finding wordsDiffer(Parameter parameter, List<String> original, List<String> result) {
        var lost = original.stream()
                .filter(word -> !result.contains(word))
                .limit(8)
                .collect(Collectors.joining(" "));
        var added = result.stream()
                .filter(word -> !original.contains(word))
                .limit(8)
                .collect(Collectors.joining(" "));
        return Finding.warning(
                "DIFFERS_" + parameter.name(),
                Effect.DOUBT,
                parameter.label() + " has other words"
                        + (lost.isEmpty() ? "" : "; only in the original: " + brief(lost))
                        + (added.isEmpty() ? "" : "; only in the result: " + brief(added))
                        + (lost.isEmpty() && added.isEmpty() ? ", or the same in another order." : "."));
    }

    /** What the original's tool did beyond its settings, and the result's did not. */
    private static Stream<Finding> beyond(Pair pair) {
        Set<String> shared = SanityRules.beyondSettings(pair.result().recipe()).stream()
                .map(Finding::code)
                .collect(Collectors.toSet());
        return pair.original().recipe().isEmpty() || pair.result().recipe().isEmpty()
                ? Stream.empty()
                : SanityRules.beyondSettings(pair.original().recipe()).stream()
                        .filter(finding -> !shared.contains(finding.code()));
    }

    private static Stream<Finding> weighting(Pair pair) {
        var tools = pair.original().tool().speaksComfy() == pair.result().tool().speaksComfy();
        var weighted = pair.original()
                .recipe()
                .text(Parameter.PROMPT)
                .filter(text -> WEIGHTS.matcher(text).find());
        return tools || weighted.isEmpty() || pair.result().recipe().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.info(
                        "PROMPT_WEIGHTING",
                        "The prompt weighs words, which A1111 and ComfyUI do differently: the one restores the mean of what"
                                + " it scaled, the other does not."));
    }

    private static Stream<Finding> lossy(Pair pair) {
        return pair.original().format() == FileFormat.PNG && pair.result().format() == FileFormat.PNG
                ? Stream.empty()
                : Stream.of(Finding.info(
                        "LOSSY",
                        "At least one of the files is of a kind that mostly loses detail (JPEG, WebP); pixels can then not"
                                + " be exactly the same."));
    }
}
