package dev.assay.app.scan;

import java.util.Optional;

import dev.assay.core.workflow.needs.ModelNeed;

/**
 * A model that a workflow needs, and where it is.
 *
 * @param offer how it can be had, where that is known before anybody is asked for it
 */
public record ScannedModel(ModelNeed need, ModelState state, Optional<Offer> offer) {

    ScannedModel(ModelNeed need, ModelState state) {
        this(need, state, Optional.empty());
    }

    /** Whether the workflow cannot run for want of it. */
    public boolean isLacking() {
        return need.active() && state.isMissing();
    }

    /** Whether nobody looked, although the workflow needs it. */
    public boolean isUnknown() {
        return need.active() && state instanceof ModelState.NotLookedFor;
    }
}
