package dev.assay.app.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** What a canvas says otherwise than the graph, though it means the same to the engine. */
final class CanvasFindings {

    private CanvasFindings() {}

    static List<Finding> of(Graph graph, NodeDefinitions definitions) {
        List<Finding> findings = new ArrayList<>();
        for (var node : graph.nodes()) {
            if (!node.id().value().matches("[1-9][0-9]{0,7}")) {
                findings.add(Finding.info(
                        "NODE_RENUMBERED",
                        "Node " + node.id() + " (" + node.type()
                                + ") gets a number of its own: a canvas knows no other ids."));
            }
            definitions.find(node.type()).ifPresent(definition -> findings.addAll(of(node, definition)));
        }
        return findings;
    }

    private static List<Finding> of(Node node, NodeDefinition definition) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (var input : definition.inputsFor(node::literal)) {
            known.add(input.name());
            if (input.type().isWidget() && !node.inputs().containsKey(input.name())) {
                findings.add(filled(node, input));
            }
        }
        node.inputs().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(Finding.info(
                        "INPUT_IGNORED",
                        "Node " + node.id() + " (" + node.type() + ") has no input " + name
                                + "; the engine ignores it, and the canvas does not have it.")));
        return findings;
    }

    private static Finding filled(Node node, InputDefinition input) {
        return Finding.info(
                "WIDGET_FILLED",
                "Node " + node.id() + " (" + node.type() + ") does not set " + input.name()
                        + "; the canvas shows its initial value, "
                        + input.initial().write() + ".");
    }
}
