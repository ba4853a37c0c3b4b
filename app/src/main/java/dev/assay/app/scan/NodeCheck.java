package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.needs.PackNeed;
import dev.assay.models.folder.ComfyFolders;

/** Tells which packs of nodes are there. */
public interface NodeCheck {

    PackState of(PackNeed pack);

    /** Classes of ComfyUI itself that are not known here: it is older or newer than the workflow. */
    List<String> unknownCore(List<String> classes);

    /** The version of a pack that is there, as it states it, or its commit; empty where nobody can tell. */
    default Optional<String> version(PackNeed pack) {
        return Optional.empty();
    }

    /** What was looked in, for people; empty where nothing was. */
    Optional<String> source();

    /**
     * What a server says of itself, or said once.
     *
     * @param answer of {@code /object_info}
     * @param source where it comes from, for people
     */
    static NodeCheck ofServer(Json answer, String source) {
        return new ServerNodes(answer, source);
    }

    /** What lies in an installation. */
    static NodeCheck installedIn(ComfyFolders comfy) {
        return InstalledNodes.in(comfy.root().resolve("custom_nodes"));
    }

    /** Where there is nothing to look in. */
    static NodeCheck none() {
        return new NodeCheck() {
            @Override
            public PackState of(PackNeed pack) {
                return new PackState.NotLookedFor();
            }

            @Override
            public List<String> unknownCore(List<String> classes) {
                return List.of();
            }

            @Override
            public Optional<String> source() {
                return Optional.empty();
            }
        };
    }
}
