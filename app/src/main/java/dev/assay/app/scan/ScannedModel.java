package dev.assay.app.scan;

import dev.assay.core.workflow.needs.ModelNeed;

/** A model that a workflow needs, and where it is. */
public record ScannedModel(ModelNeed need, ModelState state) {

    /** Whether the workflow cannot run for want of it. */
    public boolean isLacking() {
        return need.active() && state.isMissing();
    }

    /** Whether nobody looked, although the workflow needs it. */
    public boolean isUnknown() {
        return need.active() && state instanceof ModelState.NotLookedFor;
    }
}
