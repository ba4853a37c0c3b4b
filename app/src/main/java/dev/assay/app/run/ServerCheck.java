package dev.assay.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.workflow.UnclearWords;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.CoreSince;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelRename;
import dev.assay.core.workflow.ui.UiEditor;
import dev.assay.core.workflow.ui.Unclear;

/** Checks a graph against one server before anything is queued: classes, inputs, models, files. */
final class ServerCheck {

    private final NodeDefinitions definitions;
    private final ModelCheck models;
    private final InputFileCheck files;

    ServerCheck(ComfyServer server, Json objectInfo) {
        this.definitions = NodeDefinitions.fromObjectInfo(objectInfo);
        this.models = new ModelCheck(new Listings(server, definitions));
        this.files = new InputFileCheck(server, objectInfo);
    }

    /**
     * What can be queued, and what keeps it from being queued.
     *
     * @param graph with models spelt as the server does
     * @param canvas the same in UI format, where there is one
     */
    record Checked(
            Graph graph,
            Optional<Json> canvas,
            List<ModelRename> renames,
            List<Finding> findings,
            List<Problem> problems) {}

    Checked check(ReadyGraph ready) {
        models.check(ready.graph());
        List<Problem> problems = new ArrayList<>(missingClasses(ready));
        problems.addAll(unclear(ready));
        problems.addAll(Soundness.problems(definitions, ready.graph()));
        problems.addAll(models.problems());
        problems.addAll(files.check(ready.graph()));
        var renames = models.renames();
        return new Checked(
                ModelInputs.rename(ready.graph(), renames),
                ready.canvas().map(canvas -> renamed(canvas, renames)),
                renames,
                models.findings(),
                problems);
    }

    private Json renamed(Json canvas, List<ModelRename> renames) {
        return renames.isEmpty()
                ? canvas
                : new UiEditor(definitions)
                        .edit(canvas, Optional.empty(), renames)
                        .workflow();
    }

    private List<Problem> missingClasses(ReadyGraph ready) {
        Map<String, List<NodeId>> missing = new LinkedHashMap<>();
        ready.graph().nodes().stream()
                .filter(node -> definitions.find(node.type()).isEmpty() && !isGroup(ready, node.id()))
                .forEach(node -> missing.computeIfAbsent(node.type(), _ -> new ArrayList<>())
                        .add(node.id()));
        var since = CoreSince.load();
        return missing.entrySet().stream()
                .map(one -> new Problem(
                        ExitCode.INGREDIENT,
                        "node class " + one.getKey(),
                        "The server does not know it; node(s) "
                                + one.getValue().stream().map(NodeId::value).collect(Collectors.joining(", "))
                                + " are of it.",
                        "Nothing was queued.",
                        since.advice(one.getKey())))
                .toList();
    }

    /** What the front end decides anew each time, or what nobody can read, is not guessed. */
    private List<Problem> unclear(ReadyGraph ready) {
        return ready.unclear().stream()
                // Where the class is missing, that is the matter.
                .filter(one -> one.reason() != Unclear.Reason.UNNAMED_VALUES
                        || definitions.find(one.type()).isPresent())
                .map(one -> new Problem(
                        ExitCode.METADATA,
                        "node " + one.node() + " (" + one.type() + ")",
                        UnclearWords.of(one.reason()),
                        "What would be queued is not exactly known, so nothing was.",
                        "Open it in ComfyUI and save it in the API format, which says what is queued."))
                .toList();
    }

    private static boolean isGroup(ReadyGraph ready, NodeId node) {
        return ready.unclear().stream()
                .anyMatch(one ->
                        one.reason() == Unclear.Reason.GROUP_NODE && one.node().equals(node));
    }
}
