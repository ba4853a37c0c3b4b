package dev.assay.core.workflow.definition;

import java.util.Optional;

import dev.assay.core.json.Json;

/** The classes of nodes that exist somewhere. */
@FunctionalInterface
public interface NodeDefinitions {

    /** The class of that name; empty where it is not known here. */
    Optional<NodeDefinition> find(String type);

    /** These, and for what they do not know, the others. */
    default NodeDefinitions or(NodeDefinitions others) {
        return type -> find(type).or(() -> others.find(type));
    }

    /** The same, each class read once: for reading many workflows, from several threads. */
    default NodeDefinitions remembered() {
        return new RememberedNodes(this);
    }

    /** What the values of nodes of common packs are called: enough to read a workflow, not to write one. */
    static NodeDefinitions packs() {
        return PackNodes.load();
    }

    /** No classes at all. */
    static NodeDefinitions none() {
        return _ -> Optional.empty();
    }

    /** What a server says of itself: the answer of {@code GET /object_info}, read class by class when asked for. */
    static NodeDefinitions fromObjectInfo(Json answer) {
        return type -> ObjectInfo.read(type, answer.at(type));
    }

    /** Our own table of core nodes, as of the newest version it was made from. It knows no files. */
    static NodeDefinitions core() {
        return CoreNodes.load();
    }

    /** The same table in the form of a server's answer, to play one; it is a large tree. */
    static Json coreAsObjectInfo() {
        return CoreNodes.load().asObjectInfo();
    }
}
