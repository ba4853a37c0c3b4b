package dev.assay.core.workflow.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiInventory;

/**
 * Tells what workflows need. Nothing in it changes, so that one serves any number of threads and workflows.
 *
 * <p>Where there are both formats, what ran is believed on models that take part, and the canvas on everything else.
 */
public final class NeedsReader {

    private final NodeDefinitions definitions;
    private final ModelInputs inputs;
    private final NodePacks packs;
    private final FoldersByFiles folders;

    /**
     * @param definitions what nodes exist: a server's answer, and our tables for what it does not know
     */
    public NeedsReader(NodeDefinitions definitions) {
        this.definitions = definitions;
        this.inputs = ModelInputs.load();
        this.packs = NodePacks.load();
        this.folders = FoldersByFiles.of(definitions, inputs);
    }

    /** What came of it. */
    public sealed interface Result {
        record Read(WorkflowNeeds needs) implements Result {}

        /**
         * It is no workflow, or none within bounds.
         *
         * @param reason a sentence without its full stop
         */
        record Refused(String reason) implements Result {}
    }

    /**
     * Reads it.
     *
     * @param prompt in API format, as executed
     * @param workflow in UI format
     */
    public Result read(Optional<Json> prompt, Optional<Json> workflow) {
        List<SeenNode> executed = new ArrayList<>();
        if (prompt.isPresent()) {
            switch (ApiFormat.read(prompt.get())) {
                case ApiReading.Read(var graph) -> graph.nodes().forEach(node -> executed.add(SeenNode.of(node)));
                case ApiReading.Refused(var reason) -> {
                    if (workflow.isEmpty()) {
                        return new Result.Refused(reason);
                    }
                }
            }
        }
        var canvas = workflow.orElse(Json.none());
        var drawn = canvas(canvas);
        return drawn.isEmpty()
                ? new Result.Refused("the workflow is too large")
                : new Result.Read(needs(executed, drawn.get(), canvas));
    }

    private Optional<List<SeenNode>> canvas(Json canvas) {
        if (!UiFormat.recognises(canvas)) {
            return Optional.of(List.of());
        }
        return UiInventory.of(GroupNodes.opened(canvas), definitions)
                .map(items ->
                        items.stream().map(item -> SeenNode.of(item, inputs)).toList());
    }

    private WorkflowNeeds needs(List<SeenNode> executed, List<SeenNode> drawn, Json canvas) {
        var models = new ModelsOf(inputs, folders);
        executed.forEach(models::add);
        drawn.stream().filter(node -> executed.isEmpty() || !node.active()).forEach(models::add);
        drawn.forEach(models::note);
        models.note(canvas.at("models"));
        var nodes = drawn.isEmpty() ? executed : drawn;
        var classes = new ClassesOf(definitions, packs);
        nodes.forEach(classes::add);
        return new WorkflowNeeds(
                models.all(),
                classes.packs(),
                classes.core(),
                classes.coreVersions(),
                canvas.at("extra").at("frontendVersion").text(),
                nodes.size());
    }
}
