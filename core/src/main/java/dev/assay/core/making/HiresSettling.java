package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/** Settles the second pass of A1111's hires fix, which runs {@code Hires steps} full steps at its denoising strength. */
final class HiresSettling {

    private final Recipe recipe;
    private final SamplerSettling samplers;
    private final List<Finding> findings;

    HiresSettling(Recipe recipe, SamplerSettling samplers, List<Finding> findings) {
        this.recipe = recipe;
        this.samplers = samplers;
        this.findings = findings;
    }

    Settled.Hires hires(HiresTarget target, Settled.Pass first) {
        var pass = pass(first);
        var refiners = new RefinerSettling(recipe, findings);
        var refinerStep = refiners.isOfSecondPass() ? Optional.of(0) : refiners.second(pass);
        if (!refinerStep.equals(Optional.of(0))) {
            checkpoint();
        }
        return new Settled.Hires(
                target.to().width(),
                target.to().height(),
                target.isCropped(),
                upscaling(target),
                pass,
                recipe.text(Parameter.HIRES_PROMPT).filter(Predicate.not(String::isBlank)),
                recipe.text(Parameter.HIRES_NEGATIVE_PROMPT).filter(Predicate.not(String::isBlank)),
                refinerStep);
    }

    private void checkpoint() {
        recipe.text(Parameter.HIRES_CHECKPOINT)
                .filter(name -> !name.isBlank() && !name.startsWith("Use same"))
                .ifPresent(name -> findings.add(Finding.warning(
                        "HIRES_CHECKPOINT",
                        Effect.LEAVES_OUT,
                        "The second pass ran on another checkpoint, \"" + name + "\"; the first one's is used.")));
    }

    private Settled.Pass pass(Settled.Pass first) {
        var steps = recipe.whole(Parameter.HIRES_STEPS)
                .filter(n -> n >= 1 && n <= 10_000)
                .map(Math::toIntExact)
                .orElseGet(() -> likeFirst(Parameter.HIRES_STEPS, first.steps()));
        var cfg = recipe.decimal(Parameter.HIRES_CFG_SCALE)
                .filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0)
                .orElseGet(() -> likeFirst(Parameter.HIRES_CFG_SCALE, first.cfg()));
        return new Settled.Pass(steps, cfg, samplers.hires().orElse(first.sampler()), denoise(), first.levels());
    }

    /** What is not stated, or 0, is the first pass's. */
    private <T> T likeFirst(Parameter parameter, T first) {
        recipe.text(parameter)
                .filter(value -> recipe.decimal(parameter)
                        .filter(number -> number.signum() == 0)
                        .isEmpty())
                .ifPresent(value -> findings.add(Assumptions.unfit(
                        "HIRES_VALUE", value, parameter.label(), first + " is used, as in the first pass.")));
        return first;
    }

    private BigDecimal denoise() {
        var stated = recipe.decimal(Parameter.DENOISING_STRENGTH)
                .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0);
        if (stated.isEmpty()) {
            findings.add(Assumptions.instead(
                    "DENOISE_MISSING",
                    recipe.text(Parameter.DENOISING_STRENGTH),
                    "The denoising strength of the second pass",
                    "The denoising strength of the second pass is not stated",
                    "0.7 is assumed (A1111's default)."));
        }
        return stated.orElse(new BigDecimal("0.7"));
    }

    private Settled.Upscaling upscaling(HiresTarget target) {
        var name = recipe.text(Parameter.HIRES_UPSCALER).map(String::strip).orElse("");
        if (name.isEmpty()) {
            return target.old() ? beforeUpscalersHadNames() : unnamed();
        }
        var key = name.toLowerCase(Locale.ROOT);
        if (key.startsWith("latent") && key.contains("antialias")) {
            differs("ComfyUI has no antialiased latent upscaling; the plain one is used.");
        }
        if ((key.equals("latent (nearest)") || key.equals("latent nearest")) && !target.isWholeMultiple()) {
            differs("ComfyUI has nearest-exact latent upscaling only, which takes other neighbours at this size.");
        }
        return UpscalerName.builtIn(name).orElseGet(() -> new Settled.Upscaling.ByModel(name));
    }

    private void differs(String how) {
        findings.add(Finding.info("HIRES_LATENT", Effect.APPROXIMATES, how));
    }

    private Settled.Upscaling unnamed() {
        findings.add(Assumptions.assumed(
                "HIRES_UPSCALER",
                "The upscaler of the second pass is not named; Latent is assumed (A1111's default)."));
        return new Settled.Upscaling.InLatent("bilinear");
    }

    private Settled.Upscaling beforeUpscalersHadNames() {
        findings.add(Assumptions.assumed(
                "HIRES_UPSCALER",
                "A1111 before 2023 enlarged the first picture without an upscaler to be named; Lanczos is assumed (its"
                        + " default)."));
        return new Settled.Upscaling.ByPixels("lanczos");
    }
}
