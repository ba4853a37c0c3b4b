package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.core.workflow.needs.ModelNeed;

/**
 * A model that some of the workflows need.
 *
 * @param need as each of them has it, with the same noted of it
 * @param workflows the places, in the order of the scan, of the workflows that need it
 * @param offer how it can be had, where it is missing and was asked for
 */
public record ModelTotal(
        ModelNeed need, ModelState state, boolean active, List<Integer> workflows, Optional<Offer> offer) {

    public ModelTotal {
        workflows = List.copyOf(workflows);
    }

    /** Whether some workflow cannot run for want of it. */
    public boolean isLacking() {
        return active && state.isMissing();
    }

    ModelTotal offered(Offer how) {
        return new ModelTotal(need, state, active, workflows, Optional.of(how));
    }
}
