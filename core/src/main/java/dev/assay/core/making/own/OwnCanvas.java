package dev.assay.core.making.own;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelRename;
import dev.assay.core.workflow.ui.UiEditor;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.UiWriting;

/** The maker's own canvas. Images exist that carry the canvas of another graph than the one that made them. */
final class OwnCanvas {

    private final NodeDefinitions definitions;

    OwnCanvas(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What came of it.
     *
     * @param workflow empty where it is another graph's and the executed one can be laid out anew
     * @param finding where the two do not belong together, or the canvas alone does not tell what ran
     */
    record Edited(Optional<Json> workflow, Optional<Finding> finding) {}

    /**
     * Puts the executed values and this computer's names on it.
     *
     * @param executed what the engine was told at the time; empty where nobody knows
     */
    Edited edit(Json own, Optional<Graph> executed, List<ModelRename> renames) {
        var ui = new UiFormat(definitions);
        var edited = new UiEditor(definitions).edit(own, executed, renames);
        Set<NodeId> strangers = new LinkedHashSet<>(edited.unmatched());
        if (executed.isPresent() && ui.read(edited.workflow()) instanceof UiReading.Exact(var queued)) {
            executed.get().nodes().stream()
                    .filter(node -> !isWiredAlike(node, queued))
                    .map(Node::id)
                    .forEach(strangers::add);
        }
        if (strangers.isEmpty()) {
            var moved = Optional.of(seedMoved()).filter(_ -> executed.isEmpty() && edited.seedsMoved());
            return new Edited(Optional.of(edited.workflow()), moved);
        }
        var canBeLaidOut = executed.filter(graph -> ui.write(graph, List.of()) instanceof UiWriting.Written)
                .isPresent();
        return new Edited(
                canBeLaidOut ? Optional.empty() : Optional.of(edited.workflow()),
                Optional.of(halvesDiffer(List.copyOf(strangers), canBeLaidOut)));
    }

    private static Finding seedMoved() {
        return Finding.warning(
                        "SEED_MOVED",
                        Effect.APPROXIMATES,
                        "The image carries its maker's canvas only, and a seed on it was set to change after each run: it may"
                                + " be the next picture's.")
                .advise("If you know the seed, set it on the canvas.");
    }

    private static boolean isWiredAlike(Node node, Graph queued) {
        return queued.find(node.id())
                .filter(other -> wires(other).equals(wires(node)))
                .isPresent();
    }

    private static Map<String, Input> wires(Node node) {
        var wires = new HashMap<>(node.inputs());
        wires.values().removeIf(Input.Literal.class::isInstance);
        return wires;
    }

    private static Finding halvesDiffer(List<NodeId> strangers, boolean laidOut) {
        return Finding.warning(
                "GRAPH_HALVES_DIFFER",
                Effect.DOUBT,
                "The canvas in the image is not that of the graph that was executed: node(s) "
                        + strangers.stream().map(Object::toString).limit(8).collect(Collectors.joining(", "))
                        + " differ. "
                        + (laidOut
                                ? "The executed graph is laid out anew."
                                : "The API format (--format api) is the executed one."));
    }
}
