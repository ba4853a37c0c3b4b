package dev.assay.core.workflow.needs;

import java.util.List;
import java.util.Optional;

/**
 * All that a workflow needs.
 *
 * @param models in order of appearance
 * @param packs in order of appearance
 * @param coreClasses classes of ComfyUI itself that it uses
 * @param coreVersions the versions of ComfyUI that its nodes were saved with
 * @param frontend the version of the front end that saved it
 * @param nodes how many nodes there are
 */
public record WorkflowNeeds(
        List<ModelNeed> models,
        List<PackNeed> packs,
        List<String> coreClasses,
        List<String> coreVersions,
        Optional<String> frontend,
        int nodes) {

    public WorkflowNeeds {
        models = List.copyOf(models);
        packs = List.copyOf(packs);
        coreClasses = List.copyOf(coreClasses);
        coreVersions = List.copyOf(coreVersions);
    }
}
