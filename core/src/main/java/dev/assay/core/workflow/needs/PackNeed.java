package dev.assay.core.workflow.needs;

import java.util.List;
import java.util.Optional;

/**
 * A pack of custom nodes that a workflow needs.
 *
 * @param id the pack's name in the registry of packs, or its repository as {@code owner/name}; empty where nobody knows
 *     which pack brings these classes
 * @param repository {@code owner/name}, where that is known
 * @param versions the versions with which the workflow was saved: numbers, or commits
 * @param classes which of its classes are used
 * @param active whether some of these nodes take part; otherwise all are muted or bypassed
 * @param fromFile whether the workflow itself names the pack, and not only our table
 */
public record PackNeed(
        Optional<String> id,
        Optional<String> repository,
        List<String> versions,
        List<String> classes,
        boolean active,
        boolean fromFile) {

    public PackNeed {
        versions = List.copyOf(versions);
        classes = List.copyOf(classes);
    }
}
