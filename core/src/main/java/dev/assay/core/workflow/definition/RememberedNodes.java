package dev.assay.core.workflow.definition;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Definitions that are read once and kept; they never change. */
final class RememberedNodes implements NodeDefinitions {

    /** Names that nobody knows are without number, and so are not kept beyond that. */
    private static final int MOST_UNKNOWN = 4096;

    private final NodeDefinitions definitions;
    private final Map<String, Optional<NodeDefinition>> found = new ConcurrentHashMap<>();

    RememberedNodes(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Optional<NodeDefinition> find(String type) {
        var known = found.get(type);
        if (known == null) {
            known = definitions.find(type);
            if (known.isPresent() || found.size() < MOST_UNKNOWN) {
                found.put(type, known);
            }
        }
        return known;
    }
}
