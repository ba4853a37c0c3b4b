package dev.assay.app.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.UiWriting;
import dev.assay.core.workflow.ui.Unclear;

/** Writes a workflow in the other form; what cannot be carried over exactly is said, and never guessed. */
public final class Conversion {

    private static final String LEARN =
            "Name a ComfyUI that has those nodes with --comfy-url, so that its definitions can be used.";

    private final NodeDefinitions definitions;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Conversion(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What came of it.
     *
     * @param workflow in the form that was asked for; empty where problems prevent it
     */
    public record Result(Optional<Json> workflow, List<Finding> findings, List<Problem> problems) {
        public Result {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    public static Result convert(EmbeddedGraph given, WorkflowFormat to, NodeDefinitions definitions) {
        var conversion = new Conversion(definitions);
        var workflow = switch (to) {
            case API -> conversion.toApi(given);
            case UI -> conversion.toUi(given);
        };
        return new Result(workflow, conversion.findings, conversion.problems);
    }

    private void alreadyThere(String form) {
        findings.add(Finding.info("FORM_KEPT", "It holds the " + form + " already; nothing in that was changed."));
    }

    private Optional<Json> toApi(EmbeddedGraph given) {
        if (given.prompt().isPresent()) {
            alreadyThere("API format");
            return executed(given.prompt().get()).map(ApiFormat::write);
        }
        return switch (new UiFormat(definitions).read(given.workflow().orElse(Json.none()))) {
            case UiReading.Exact(var graph) -> Optional.of(ApiFormat.write(graph));
            case UiReading.Incomplete(var _, var unclear) -> {
                unclear.forEach(this::unclear);
                yield Optional.empty();
            }
            case UiReading.Refused(var reason) -> notUnderstood(reason);
        };
    }

    private Optional<Graph> executed(Json prompt) {
        return switch (ApiFormat.read(prompt)) {
            case ApiReading.Read(var graph) -> Optional.of(graph);
            case ApiReading.Refused(var reason) -> notUnderstood(reason);
        };
    }

    private <T> Optional<T> notUnderstood(String reason) {
        problems.add(new Problem(
                ExitCode.USAGE,
                "workflow",
                "It cannot be understood: " + reason + ".",
                "Nothing was written.",
                "Open it in ComfyUI and save it again."));
        return Optional.empty();
    }

    private void unclear(Unclear one) {
        var unknown = one.reason() == Unclear.Reason.UNNAMED_VALUES;
        problems.add(new Problem(
                unknown ? ExitCode.INGREDIENT : ExitCode.METADATA,
                "node " + one.node() + " (" + one.type() + ")",
                UnclearWords.of(one.reason()),
                "What it means to the engine cannot be told exactly, so nothing was written.",
                unknown ? LEARN : "Export it from ComfyUI in the API format."));
    }

    private Optional<Json> toUi(EmbeddedGraph given) {
        if (given.workflow().isPresent()) {
            alreadyThere("UI format");
            return given.workflow();
        }
        return executed(given.prompt().orElse(Json.none())).flatMap(this::drawn);
    }

    private Optional<Json> drawn(Graph graph) {
        var unknown = graph.nodes().stream()
                .filter(node -> definitions.find(node.type()).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(this::unknown);
            return Optional.empty();
        }
        return switch (new UiFormat(definitions).write(graph, List.of())) {
            case UiWriting.Written(var workflow) -> {
                findings.addAll(CanvasFindings.of(graph, definitions));
                yield Optional.of(workflow);
            }
            case UiWriting.Refused(var reasons) -> {
                problems.add(new Problem(
                        ExitCode.METADATA,
                        "workflow",
                        "It cannot be drawn: " + reasons.stream().limit(5).collect(Collectors.joining("; ")) + ".",
                        "Nothing was written.",
                        "Correct what is named, and convert it again."));
                yield Optional.empty();
            }
        };
    }

    private void unknown(Node node) {
        problems.add(new Problem(
                ExitCode.INGREDIENT,
                "node " + node.id() + " (" + node.type() + ")",
                "Nothing is known about its class.",
                "The UI format needs to know the order of a node's widgets, so nothing was written.",
                LEARN));
    }
}
