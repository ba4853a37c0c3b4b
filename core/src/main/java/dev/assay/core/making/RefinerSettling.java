package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Tool;
import dev.assay.core.family.WebUiVersion;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * Settles where a refiner takes over. A1111 gives a share: of the timesteps since 1.8, of the sampling steps before that
 * and where {@code Refiner switch by sampling steps} is set.
 */
final class RefinerSettling {

    private static final BigDecimal USUAL = new BigDecimal("0.8");

    private final Recipe recipe;
    private final List<Finding> findings;

    RefinerSettling(Recipe recipe, List<Finding> findings) {
        this.recipe = recipe;
        this.findings = findings;
    }

    /** The first pass's; where there is a second one, A1111 refines that alone unless it states otherwise. */
    Optional<Integer> first(Settled.Pass pass, boolean hires) {
        return isNamed() && !isOfSecondPass() && (!hires || refinesFirst())
                ? switched(pass).filter(step -> step > 0)
                : Optional.empty();
    }

    /** The second pass's, which may be the refiner's from its first step on. */
    Optional<Integer> second(Settled.Pass pass) {
        if (ToolOf.recipe(recipe) == Tool.SWARMUI) {
            // What it calls a refiner goes over the finished picture.
            return isNamed() ? Optional.of(0) : Optional.empty();
        }
        return isNamed() && !refinesFirstAlone() ? switched(pass) : Optional.empty();
    }

    /** Whether the other model is the second pass's own ({@code Hires checkpoint}), and no refiner beside it. */
    boolean isOfSecondPass() {
        return recipe.text(Parameter.HIRES_CHECKPOINT)
                        .filter(name -> !name.isBlank() && !name.startsWith("Use same"))
                        .isPresent()
                && recipe.text(Parameter.REFINER_SWITCH_AT).isEmpty()
                && recipe.ingredients().stream().anyMatch(one -> one.role() == Role.REFINER);
    }

    private boolean isNamed() {
        return recipe.ingredients().stream().anyMatch(one -> one.role() == Role.REFINER)
                || recipe.text(Parameter.REFINER_SWITCH_AT).isPresent();
    }

    private boolean refinesFirstAlone() {
        return recipe.extra("Hires refiner")
                .filter(stated -> stated.strip().equalsIgnoreCase("first pass"))
                .isPresent();
    }

    /** A1111 states which passes are refined where it is not the second alone (modules/sd_samplers_common.py). */
    private boolean refinesFirst() {
        return refinesFirstAlone()
                || recipe.extra("Hires refiner")
                        .filter(stated -> stated.strip().equalsIgnoreCase("both passes"))
                        .isPresent();
    }

    private Optional<Integer> switched(Settled.Pass pass) {
        var step = step(share(), pass);
        if (step >= pass.steps()) {
            return Optional.empty();
        }
        findings.add(Finding.info(
                "REFINER_STEP",
                Effect.APPROXIMATES,
                "The refiner takes over at step " + step + " of " + pass.steps()
                        + "; a sampler that looks back at earlier steps starts anew there."));
        return Optional.of(step);
    }

    private BigDecimal share() {
        var stated = recipe.decimal(Parameter.REFINER_SWITCH_AT)
                .filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
        if (stated.isEmpty()) {
            findings.add(Assumptions.instead(
                    "REFINER_SWITCH",
                    recipe.text(Parameter.REFINER_SWITCH_AT),
                    "Where the refiner took over",
                    "Where the refiner took over is not stated",
                    "0.8 is assumed (A1111's default)."));
        }
        return stated.orElse(USUAL);
    }

    /** The first step at which so much of the way is behind. */
    private int step(BigDecimal share, Settled.Pass pass) {
        var bySteps = countsSteps();
        for (int step = 0; step < pass.steps(); step++) {
            var done = bySteps ? (double) step / pass.steps() : StepRange.progress(step, pass);
            if (done >= share.doubleValue()) {
                return step;
            }
        }
        return pass.steps();
    }

    private boolean countsSteps() {
        if (recipe.extra("Refiner switch by sampling steps").isPresent()) {
            return true;
        }
        return recipe.text(Parameter.VERSION)
                .flatMap(WebUiVersion::of)
                .map(version -> version.isBefore(1, 8))
                // Who names schedules apart from samplers, as A1111 since 1.9, is not that old.
                .orElseGet(() -> recipe.text(Parameter.SCHEDULE_TYPE).isEmpty());
    }
}
