package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.family.Prediction;
import dev.assay.core.family.Range;
import dev.assay.core.family.Sanity;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.finding.Effect.LEAVES_OUT;
import static dev.assay.core.finding.Effect.NONE;
import static dev.assay.core.finding.Severity.ERROR;
import static dev.assay.core.finding.Severity.INFO;
import static dev.assay.core.finding.Severity.WARNING;

/** Rules about steps, CFG, sizes and noise. */
final class SettingRules {

    private static final Pattern SCORE_TAG = Pattern.compile("\\bscore_\\d");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "CFG_UNUSUAL",
                    INFO,
                    NONE,
                    "heuristic",
                    c -> unusual(c, "CFG", Parameter.CFG_SCALE, range(c, Sanity::usualCfg), range(c, Sanity::saneCfg))),
            new Rule(
                    "CFG_INSANE",
                    WARNING,
                    NONE,
                    "heuristic",
                    c -> outside(c, "CFG", Parameter.CFG_SCALE, range(c, Sanity::saneCfg))),
            new Rule(
                    "STEPS_UNUSUAL",
                    INFO,
                    NONE,
                    "heuristic",
                    c -> unusual(
                            c, "Steps", Parameter.STEPS, range(c, Sanity::usualSteps), range(c, Sanity::saneSteps))),
            new Rule(
                    "STEPS_INSANE",
                    WARNING,
                    NONE,
                    "heuristic",
                    c -> outside(c, "Steps", Parameter.STEPS, range(c, Sanity::saneSteps))),
            new Rule("RES_AREA", WARNING, NONE, "sizes the base models were trained on", SettingRules::area),
            new Rule("SCORE_TAGS", INFO, NONE, "score tags are Pony's", SettingRules::scoreTags),
            new Rule(
                    "KARRAS_ZSNR",
                    WARNING,
                    NONE,
                    "cards of v-prediction models",
                    c -> when(
                            c.prediction() == Prediction.V_PREDICTION
                                    && scheduling(c).contains("karras"),
                            "Karras noise levels with a v-prediction model are not typical; its cards name normal or simple")),
            new Rule("HIRES_DENOISE", WARNING, NONE, "experience with latent upscaling", SettingRules::hiresDenoise),
            new Rule(
                    "NEG_IGNORED",
                    INFO,
                    NONE,
                    "at CFG 1 only the positive prompt is used",
                    c -> when(
                            c.recipe()
                                            .text(Parameter.NEGATIVE_PROMPT)
                                            .filter(Predicate.not(String::isBlank))
                                            .isPresent()
                                    && c.recipe()
                                            .decimal(Parameter.CFG_SCALE)
                                            .filter(cfg -> cfg.compareTo(BigDecimal.ONE) == 0)
                                            .isPresent(),
                            "the negative prompt has no effect at CFG 1")),
            new Rule(
                    "NOISE_GPU",
                    INFO,
                    NONE,
                    "A1111 makes noise on the graphics card unless told otherwise, ComfyUI on" + " the processor",
                    c -> when(
                            isA1111(c)
                                    && !c.recipe()
                                            .text(Parameter.RNG)
                                            .orElse("GPU")
                                            .equalsIgnoreCase("CPU"),
                            "the starting noise differs, so that the composition will differ although the seed is the same")),
            new Rule(
                    "ENSD",
                    INFO,
                    NONE,
                    "no core node shifts the seed of the sampler's own noise",
                    c -> c.recipe().text(Parameter.ENSD).filter(ensd -> !ensd.equals("0")).stream()
                            .map(ensd -> "ENSD " + ensd
                                    + " cannot be carried over; ancestral and SDE samplers make other noise")),
            new Rule(
                    "IMG2IMG_SOURCE",
                    ERROR,
                    LEAVES_OUT,
                    "the source picture is in no metadata",
                    c -> when(
                            isImageToImage(c),
                            "the image was made from another picture, which is not known; the workflow starts from noise")));

    private SettingRules() {}

    private interface Pick {
        Range of(Sanity sanity);
    }

    private static Range range(Case c, Pick pick) {
        return pick.of(c.family().sanity(c.distillation(), c.prediction()));
    }

    /** Outside what is usual, but not yet outside what is sane, which another rule reports. */
    private static Stream<String> unusual(Case c, String what, Parameter parameter, Range usual, Range sane) {
        return c
                .recipe()
                .decimal(parameter)
                .filter(value -> !usual.contains(value) && sane.contains(value))
                .map(value -> message(c, what, value, usual))
                .stream();
    }

    private static Stream<String> outside(Case c, String what, Parameter parameter, Range sane) {
        return c
                .recipe()
                .decimal(parameter)
                .filter(value -> !sane.contains(value))
                .map(value -> message(c, what, value, sane))
                .stream();
    }

    private static String message(Case c, String what, BigDecimal value, Range range) {
        var kind = c.distilled()
                ? "a distilled model (" + c.distillation().name().toLowerCase(Locale.ROOT) + ")"
                : c.family().displayName();
        return what + " " + value.toPlainString() + " is outside what is typical for " + kind + ", " + range + "; "
                + c.family().sanity(c.distillation(), c.prediction()).basis();
    }

    private static Stream<String> area(Case c) {
        var latent = c.family().latent();
        return c
                .megapixels()
                .filter(mp -> mp.doubleValue() < latent.minMegapixels()
                        || (mp.doubleValue() > latent.maxMegapixels() && !c.hires()))
                .map(mp -> "the first pass has " + mp.setScale(2, java.math.RoundingMode.HALF_UP)
                        + " megapixels; typical for " + c.family().displayName() + " is "
                        + latent.minMegapixels() + " to " + latent.maxMegapixels())
                .stream();
    }

    private static Stream<String> scoreTags(Case c) {
        return when(
                !c.family().id().equals("pony")
                        && SCORE_TAG
                                .matcher(c.recipe().text(Parameter.PROMPT).orElse(""))
                                .find(),
                "the prompt has Pony's score tags, but the checkpoint is marked "
                        + c.family().displayName() + "; make sure that it is the right one");
    }

    private static Stream<String> hiresDenoise(Case c) {
        var upscaler = c.recipe().text(Parameter.HIRES_UPSCALER).orElse("");
        if (!upscaler.startsWith("Latent")) {
            return Stream.empty();
        }
        return c
                .recipe()
                .decimal(Parameter.DENOISING_STRENGTH)
                .filter(denoise -> denoise.doubleValue() < 0.5 || denoise.doubleValue() > 0.75)
                .map(denoise -> "denoising strength " + denoise.toPlainString()
                        + " after a latent upscaling tends to be "
                        + (denoise.doubleValue() < 0.5 ? "blurred" : "another picture") + "; typical is 0.5 to 0.75")
                .stream();
    }

    private static boolean isImageToImage(Case c) {
        var process = c.recipe().text(Parameter.PROCESS).orElse("").toLowerCase(Locale.ROOT);
        return process.startsWith("img2img")
                || process.startsWith("inpaint")
                || (c.recipe()
                                .decimal(Parameter.DENOISING_STRENGTH)
                                .filter(denoise -> denoise.compareTo(BigDecimal.ONE) < 0)
                                .isPresent()
                        && !c.hires()
                        && c.recipe().graph().isEmpty()
                        && c.recipe().text(Parameter.FIRST_PASS_SIZE).isEmpty());
    }

    private static boolean isA1111(Case c) {
        var version = c.recipe().text(Parameter.VERSION).orElse("");
        return c.recipe().graph().isEmpty()
                && !version.toLowerCase(Locale.ROOT).contains("comfy")
                && (version.startsWith("v1")
                        || version.startsWith("f")
                        || version.startsWith("1.")
                        || version.isEmpty());
    }

    private static String scheduling(Case c) {
        return (c.recipe().text(Parameter.SCHEDULE_TYPE).orElse("") + " "
                        + c.recipe().text(Parameter.SAMPLER).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> when(boolean condition, String message) {
        return condition ? Stream.of(message) : Stream.empty();
    }
}
