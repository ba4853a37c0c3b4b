package dev.assay.app.workflow;

import java.util.List;
import java.util.Optional;

import dev.assay.comfyui.ComfyServer;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * What a conversion knows of the classes of nodes.
 *
 * @param findings what the user should know of where that comes from
 */
public record KnownClasses(NodeDefinitions definitions, List<Finding> findings) {

    public KnownClasses {
        findings = List.copyOf(findings);
    }

    /** Those that come with Assay. */
    public static KnownClasses ours() {
        return new KnownClasses(NodeDefinitions.core(), List.of());
    }

    /** Those of a server that the user has named, with ours for what it does not know; ours alone where it does not answer. */
    public static KnownClasses of(ComfyServer server) {
        var told = server.look() instanceof ComfyServer.Look.Running
                ? server.objectInfo().map(NodeDefinitions::fromObjectInfo)
                : Optional.<NodeDefinitions>empty();
        return told.map(theirs -> new KnownClasses(theirs.or(NodeDefinitions.core()), List.of()))
                .orElseGet(() -> new KnownClasses(NodeDefinitions.core(), List.of(notThere(server))));
    }

    private static Finding notThere(ComfyServer server) {
        return Finding.warning(
                "SERVER_NOT_THERE",
                Effect.NONE,
                "The ComfyUI at " + server.address()
                        + " does not answer; the definitions that come with Assay are used.");
    }
}
