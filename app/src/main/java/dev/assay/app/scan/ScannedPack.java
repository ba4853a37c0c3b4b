package dev.assay.app.scan;

import dev.assay.core.workflow.needs.PackNeed;

/** A pack of nodes that a workflow needs, and whether it is there. */
public record ScannedPack(PackNeed need, PackState state) {

    /** Whether the workflow cannot run for want of it. */
    public boolean isLacking() {
        return need.active() && state instanceof PackState.Missing;
    }

    /** Whether nobody looked, although the workflow needs it. */
    public boolean isUnknown() {
        return need.active() && state instanceof PackState.NotLookedFor;
    }
}
