package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.evidence.Identity;
import dev.assay.core.family.ClipSkip;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.prompt.Emphasis;
import dev.assay.core.recipe.Recipe;

/** Settles every setting of a recipe for a family: what is stated is taken, what is missing is assumed openly. */
public final class Settler {

    private static final int MAX_STEPS = 10_000;

    private final Recipe recipe;
    private final Family family;
    private final Distillation distillation;
    private final Prediction prediction;
    private final Optional<Identity.Size> picture;
    private final Tool tool;
    private final List<Finding> findings = new ArrayList<>();

    private Settler(
            Recipe recipe,
            Family family,
            Distillation distillation,
            Prediction prediction,
            Optional<Identity.Size> picture) {
        this.recipe = recipe;
        this.family = family;
        this.distillation = distillation;
        this.prediction = prediction;
        this.picture = picture;
        this.tool = ToolOf.recipe(recipe);
    }

    /** Settles a recipe that has a prompt, of a picture whose size nobody knows. */
    public static Settled settle(Recipe recipe, Family family, Distillation distillation, Prediction prediction) {
        return settle(recipe, family, distillation, prediction, Optional.empty());
    }

    /**
     * Settles a recipe that has a prompt.
     *
     * @param picture the size of the picture that was made
     */
    public static Settled settle(
            Recipe recipe,
            Family family,
            Distillation distillation,
            Prediction prediction,
            Optional<Identity.Size> picture) {
        return new Settler(recipe, family, distillation, prediction, picture).settle();
    }

    private Settled settle() {
        var seed = SeedSettling.seed(recipe, findings);
        var sizes = new SizeSettling(recipe, family, picture, findings);
        var stated = sizes.first();
        var steps = steps();
        var cfg = cfg();
        var sampler = new SamplerSettling(recipe, family, family.defaults(distillation, prediction), tool, findings);
        var habits = new ToolHabits(recipe, family, tool);
        var rescaled = rescaled();
        var levels = rescaled.isPresent() || prediction == Prediction.V_PREDICTION
                ? NoiseLevels.ZERO_TERMINAL_SNR
                : NoiseLevels.STANDARD;
        var first = new Settled.Pass(steps, cfg, sampler.first(), BigDecimal.ONE, levels);
        var target = HiresTarget.of(recipe, family, stated, findings);
        var size = target.map(HiresTarget::from).orElse(stated);
        var hires = target.map(to -> new HiresSettling(recipe, sampler, findings).hires(to, first));
        sizes.compare(target.map(HiresTarget::to).orElse(size));
        return new Settled(
                recipe.text(Parameter.PROMPT).orElse(""),
                recipe.text(Parameter.NEGATIVE_PROMPT).orElse(""),
                tool.speaksComfy(),
                Emphasis.of(recipe.extra("Emphasis")),
                habits.timeline(),
                habits.zeroesEmptyNegative(),
                seed,
                size.width(),
                size.height(),
                first,
                hires,
                new RefinerSettling(recipe, findings).step(first, hires.isPresent()),
                rescaled,
                clipLayer(),
                findings);
    }

    /** The infotext's {@code Noise Schedule}, which A1111 states where it was changed. */
    private Optional<String> rescaled() {
        var stated =
                recipe.extra("Noise Schedule").map(String::strip).filter(name -> !name.equalsIgnoreCase("Default"));
        if (stated.isEmpty() || stated.get().equalsIgnoreCase("Zero Terminal SNR")) {
            return stated.map(_ -> switch (prediction) {
                case EPSILON -> "eps";
                case V_PREDICTION -> "v_prediction";
            });
        }
        findings.add(Finding.warning(
                "EXT_SCHEDULE",
                Effect.APPROXIMATES,
                "The noise schedule \"" + stated.get() + "\" is not known; the model's own is used."));
        return Optional.empty();
    }

    private int steps() {
        var stated = recipe.whole(Parameter.STEPS).filter(n -> n >= 1 && n <= MAX_STEPS);
        if (stated.isPresent()) {
            return Math.toIntExact(stated.get());
        }
        var defaults = family.defaults(distillation, prediction);
        findings.add(Assumptions.assumed(
                "STEPS_MISSING",
                "No number of steps is stated; " + defaults.steps() + " is assumed (" + defaults.basis() + ")."));
        return defaults.steps();
    }

    private BigDecimal cfg() {
        var stated = recipe.decimal(Parameter.CFG_SCALE)
                .filter(cfg -> cfg.signum() >= 0 && cfg.compareTo(BigDecimal.valueOf(100)) <= 0);
        if (stated.isPresent()) {
            return stated.get();
        }
        var defaults = family.defaults(distillation, prediction);
        findings.add(Assumptions.assumed(
                "CFG_MISSING",
                "No CFG scale is stated; " + defaults.cfg() + " is assumed (" + defaults.basis() + ")."));
        return defaults.cfg();
    }

    private Optional<Integer> clipLayer() {
        var stated = recipe.whole(Parameter.CLIP_SKIP).filter(n -> Math.abs(n) < 1000);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        return switch (ClipSkip.layerFor(family, Math.toIntExact(stated.get()), tool)) {
            case ClipSkip.NoNode() -> Optional.empty();
            case ClipSkip.StopAt(var layer) -> Optional.of(layer);
            case ClipSkip.Ignored(var finding) -> ignored(finding);
        };
    }

    private Optional<Integer> ignored(Finding finding) {
        findings.add(finding);
        return Optional.empty();
    }
}
