package dev.assay.core.sampler;

import java.util.List;

/**
 * A row of the table of schedules.
 *
 * @param target the name of one of ComfyUI's schedulers, or of a node that makes sigmas
 * @param note what differs, for people; empty where nothing does
 * @param names as tools write it, in any spelling
 */
record ScheduleRow(Fidelity fidelity, String target, String note, List<String> names) {

    static ScheduleRow row(Fidelity fidelity, String target, String note, String... names) {
        return new ScheduleRow(fidelity, target, note, List.of(names));
    }
}
