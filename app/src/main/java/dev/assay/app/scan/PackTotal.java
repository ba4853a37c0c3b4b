package dev.assay.app.scan;

import java.util.List;

import dev.assay.core.workflow.needs.PackNeed;

/**
 * A pack of nodes that some of the workflows need.
 *
 * @param need as the first of them has it
 * @param state for the first of them that lacks it, where one does
 * @param workflows the places, in the order of the scan, of the workflows that need it
 */
public record PackTotal(PackNeed need, PackState state, boolean active, List<Integer> workflows) {

    public PackTotal {
        workflows = List.copyOf(workflows);
    }

    /** Whether some workflow cannot run for want of it. */
    public boolean isLacking() {
        return active && state instanceof PackState.Missing;
    }
}
