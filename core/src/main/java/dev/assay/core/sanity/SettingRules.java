package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.family.Architecture;
import dev.assay.core.family.Prediction;
import dev.assay.core.making.ToolOf;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.finding.Effect.LEAVES_OUT;
import static dev.assay.core.finding.Effect.NONE;

/** Rules about prompts, schedules and passes. */
final class SettingRules {

    private static final Pattern SCORE_TAG = Pattern.compile("\\bscore_\\d");

    /** Samplers that add noise while they run, other than Euler a, which knows flows. */
    private static final Pattern NOISY = Pattern.compile("sde|2s a|2s_ancestral|dpm2 a|dpm_2_ancestral");

    static final List<Rule> ALL = List.of(
            new Rule("SCORE_TAGS", "score tags are Pony's", SettingRules::scoreTags),
            new Rule("NEG_IGNORED", "at CFG 1 only the positive prompt is used", SettingRules::idleNegative),
            new Rule("KARRAS_ZSNR", "cards of v-prediction models", SettingRules::karras),
            new Rule("KARRAS_FLOW", "ComfyUI's examples use simple, beta or sgm_uniform", SettingRules::karrasOfFlow),
            new Rule("SDE_FLOW", "SwarmUI: they are made for other models", SettingRules::noisyOfFlow),
            new Rule("HIRES_DENOISE", "experience with latent upscaling", SettingRules::hiresDenoise),
            new Rule("HIRES_UNKNOWN", "only the name of the process tells of it", SettingRules::unknownHires));

    private SettingRules() {}

    private static Stream<Remark> scoreTags(Case c) {
        var tagged =
                SCORE_TAG.matcher(c.recipe().text(Parameter.PROMPT).orElse("")).find();
        return Remark.info(
                        NONE,
                        "the prompt has Pony's score tags, but the checkpoint is marked "
                                + c.family().displayName() + "; make sure that it is the right one")
                .when(tagged && !c.family().id().equals("pony") && c.family().architecture() != Architecture.AURAFLOW);
    }

    private static Stream<Remark> idleNegative(Case c) {
        var negative = c.recipe().text(Parameter.NEGATIVE_PROMPT).filter(Predicate.not(String::isBlank));
        var cfgIsOne = c.recipe()
                .decimal(Parameter.CFG_SCALE)
                .filter(cfg -> cfg.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        return Remark.info(NONE, "the negative prompt has no effect at CFG 1")
                .when(negative.isPresent() && (cfgIsOne || isToldItsGuidance(c)));
    }

    /** What such a model's metadata call CFG scale is the guidance, and CFG is 1. */
    private static boolean isToldItsGuidance(Case c) {
        return c.family().form().isGuided()
                && c.recipe().text(Parameter.DISTILLED_CFG_SCALE).isEmpty()
                && !ToolOf.recipe(c.recipe()).speaksComfy();
    }

    private static Stream<Remark> karrasOfFlow(Case c) {
        var named = named(c);
        return Remark.warning(
                        NONE,
                        "Karras and exponential noise levels are not typical for "
                                + c.family().displayName())
                .when(isFlow(c) && (named.contains("karras") || named.contains("exponential")));
    }

    private static Stream<Remark> noisyOfFlow(Case c) {
        return Remark.warning(
                        NONE,
                        "samplers that add noise, but for Euler a, are not typical for "
                                + c.family().displayName())
                .when(isFlow(c) && NOISY.matcher(named(c)).find());
    }

    private static boolean isFlow(Case c) {
        return c.family().architecture().isFlow();
    }

    /** Sampler and schedule, in lower case. */
    private static String named(Case c) {
        return (c.recipe().text(Parameter.SCHEDULE_TYPE).orElse("") + " "
                        + c.recipe().text(Parameter.SAMPLER).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<Remark> karras(Case c) {
        var named = named(c);
        return Remark.warning(
                        NONE,
                        "Karras noise levels with a v-prediction model are not typical; its cards name normal or"
                                + " simple")
                .when(c.prediction() == Prediction.V_PREDICTION && named.contains("karras"));
    }

    private static Stream<Remark> hiresDenoise(Case c) {
        var upscaler = c.recipe().text(Parameter.HIRES_UPSCALER).orElse("");
        return c
                .recipe()
                .decimal(Parameter.DENOISING_STRENGTH)
                .filter(_ -> upscaler.startsWith("Latent"))
                .map(BigDecimal::doubleValue)
                .filter(denoise -> denoise < 0.5 || denoise > 0.75)
                .map(denoise -> Remark.warning(
                        NONE,
                        "denoising strength " + denoise + " after a latent upscaling tends to be "
                                + (denoise < 0.5 ? "blurred" : "another picture") + "; typical is 0.5 to 0.75"))
                .stream();
    }

    /** The site's generator names a second pass and states none of its settings. */
    private static Stream<Remark> unknownHires(Case c) {
        var process = process(c);
        return Remark.warning(
                        LEAVES_OUT,
                        "a second pass enlarged the image, and its settings are not known; the workflow makes the first"
                                + " pass only")
                .when((process.contains("hires") || process.contains("hi-res")) && !c.hires() && drawn(c));
    }

    private static String process(Case c) {
        return c.recipe().text(Parameter.PROCESS).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Whether no graph of the maker's own says more. */
    private static boolean drawn(Case c) {
        return c.recipe().graph().isEmpty();
    }
}
