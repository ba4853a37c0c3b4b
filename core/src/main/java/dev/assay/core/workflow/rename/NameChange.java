package dev.assay.core.workflow.rename;

import java.util.Set;

/**
 * A model's name that is to become another one.
 *
 * @param types the classes of the nodes that name it
 * @param from as it stands there, exactly
 * @param to what is to stand there
 */
public record NameChange(Set<String> types, String from, String to) {

    public NameChange {
        types = Set.copyOf(types);
    }
}
