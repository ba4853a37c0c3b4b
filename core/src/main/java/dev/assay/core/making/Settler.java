package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.evidence.Identity;
import dev.assay.core.family.ClipSkip;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Family;
import dev.assay.core.family.Medium;
import dev.assay.core.family.Opening;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
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
    private final boolean still;
    private final Opening opening;
    private final boolean pictured;
    private final Tool tool;
    private final List<Finding> findings = new ArrayList<>();

    private Settler(
            Recipe recipe,
            Family family,
            Distillation distillation,
            Prediction prediction,
            Optional<Identity.Size> picture,
            boolean still,
            Opening opening,
            boolean pictured) {
        this.recipe = recipe;
        this.family = family;
        this.distillation = distillation;
        this.prediction = prediction;
        this.picture = picture;
        this.still = still;
        this.opening = opening;
        this.pictured = pictured;
        this.tool = ToolOf.recipe(recipe);
    }

    /** Settles a recipe that has a prompt, of a picture whose size nobody knows. */
    public static Settled settle(Recipe recipe, Family family, Distillation distillation, Prediction prediction) {
        return settle(recipe, family, distillation, prediction, Optional.empty(), false);
    }

    /**
     * Settles a recipe that has a prompt.
     *
     * @param picture the size of the picture that was made
     * @param still whether it is known to be a picture and no film
     */
    public static Settled settle(
            Recipe recipe,
            Family family,
            Distillation distillation,
            Prediction prediction,
            Optional<Identity.Size> picture,
            boolean still) {
        return settle(
                recipe,
                family,
                distillation,
                prediction,
                picture,
                still,
                family.form().opening(),
                false);
    }

    /**
     * Settles a recipe that has a prompt.
     *
     * @param picture the size of the picture that was made
     * @param still whether it is known to be a picture and no film
     * @param opening what the model begins with
     * @param pictured whether somebody has a picture for it to begin with, whatever the metadata say
     */
    public static Settled settle(
            Recipe recipe,
            Family family,
            Distillation distillation,
            Prediction prediction,
            Optional<Identity.Size> picture,
            boolean still,
            Opening opening,
            boolean pictured) {
        return new Settler(recipe, family, distillation, prediction, picture, still, opening, pictured).settle();
    }

    private Settled settle() {
        var seed = SeedSettling.seed(recipe, findings);
        var sizes = new SizeSettling(recipe, family, picture, findings);
        var stated = sizes.first();
        var steps = steps();
        var defaults = family.defaults(distillation, prediction);
        var scales = new GuidanceSettling(recipe, family, defaults, tool, findings).settle();
        var sampler = new SamplerSettling(recipe, family, defaults, tool, findings);
        var habits = new ToolHabits(recipe, family, tool);
        var rescaled = rescaled();
        var levels = rescaled.isPresent() || prediction == Prediction.V_PREDICTION
                ? NoiseLevels.ZERO_TERMINAL_SNR
                : NoiseLevels.STANDARD;
        var whole = new Settled.Pass(steps, scales.cfg(), sampler.first(), BigDecimal.ONE, levels);
        var target = HiresTarget.of(recipe, family, stated, findings);
        var size = target.map(HiresTarget::from).orElse(stated);
        var starts = new StartSettling(recipe, tool, opening, findings);
        var start = isIdle() && !starts.isTold(pictured, target.isPresent())
                ? Optional.<Settled.Start>empty()
                : starts.start(pictured, target.isPresent());
        var first = start.map(_ -> starts.pass(whole, target.isPresent())).orElse(whole);
        var hires = target.map(to -> new HiresSettling(recipe, sampler, findings).hires(to, whole));
        var made = target.map(HiresTarget::to).orElse(size);
        var enlarged = new EnlargeSettling(recipe, findings).enlarged(made);
        if (start.isEmpty() || !starts.isOnlyMasked()) {
            sizes.compare(enlarged.map(to -> new Size(to.width(), to.height())).orElse(made));
        }
        return new Settled(
                family,
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
                new RefinerSettling(recipe, findings).first(first, hires.isPresent()),
                rescaled,
                clipLayer(),
                scales.guidance(),
                shift(),
                family.form().medium() instanceof Medium.Film film
                        ? Optional.of(new FilmSettling(recipe, still, findings).settle(film))
                        : Optional.empty(),
                isIdle() && start.isEmpty() ? Opening.NOISE : opening,
                start,
                new ControlSettling(findings).controls(recipe),
                DetailSettling.details(recipe, findings),
                new RegionSettling(recipe, findings).regions(),
                enlarged,
                findings);
    }

    /** A model that sees what it paints over paints from noise as well, where its family does. */
    private boolean isIdle() {
        return opening == Opening.PAINTED && family.form().opening() == Opening.NOISE;
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
        findings.add(Assumptions.instead(
                "STEPS_MISSING",
                recipe.text(Parameter.STEPS),
                "The number of steps",
                "No number of steps is stated",
                defaults.steps() + " is assumed (" + defaults.basis() + ")."));
        return defaults.steps();
    }

    /** Forge states it where it is not the model's own. */
    private Optional<BigDecimal> shift() {
        var stated = recipe.extra("Shift").or(() -> recipe.extra("shift"));
        var shift = stated.flatMap(value -> Json.of(value).decimal())
                .filter(one -> one.signum() > 0 && one.compareTo(BigDecimal.valueOf(100)) <= 0);
        stated.filter(_ -> shift.isEmpty())
                .ifPresent(value -> findings.add(Assumptions.unfit(
                        "SHIFT", value, "The shift", family.displayName() + "'s usual one is used.")));
        return shift;
    }

    private Optional<Integer> clipLayer() {
        var stated = recipe.whole(Parameter.CLIP_SKIP).filter(n -> Math.abs(n) < 1000);
        if (stated.isEmpty()) {
            recipe.text(Parameter.CLIP_SKIP)
                    .ifPresent(value -> findings.add(Assumptions.unfit(
                            "CLIPSKIP", value, "The clip skip", "the encoders give what they give by themselves.")));
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
