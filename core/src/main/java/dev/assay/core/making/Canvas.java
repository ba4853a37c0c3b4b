package dev.assay.core.making;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.NodeBuilder;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** What is being drawn, and what there is to say about it. */
final class Canvas {

    private final NodeDefinitions definitions;
    private final GraphBuilder graph;
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** A server may lack a class; the graph is drawn all the same, and checking it against the server tells. */
    Canvas(NodeDefinitions server) {
        definitions = server.or(NodeDefinitions.core());
        graph = new GraphBuilder(definitions);
    }

    NodeDefinitions definitions() {
        return definitions;
    }

    void stage(String name) {
        graph.stage(name);
    }

    NodeBuilder add(String type) {
        return graph.add(type);
    }

    /** A node whose widgets have its own defaults until they are told otherwise, for classes that nobody here knows. */
    NodeBuilder addWithDefaults(String type) {
        var node = add(type);
        inputs(type)
                .filter(input -> input.required() && input.type().isWidget())
                .forEach(input -> node.set(input.name(), input.initial()));
        return node;
    }

    /** The file of that name as the server lists it for that class, in whatever folder. */
    Optional<String> listed(String type, String name) {
        return inputs(type)
                .flatMap(input -> input.type() instanceof InputType.Choice(var options, var _)
                        ? options.stream()
                        : Stream.empty())
                .filter(option -> Stem.base(option).equals(Stem.base(name)))
                .findFirst();
    }

    private Stream<InputDefinition> inputs(String type) {
        return definitions.find(type).stream().flatMap(definition -> definition.inputs().stream());
    }

    /** A node that loads a model, with what the front end needs to fetch it. */
    NodeBuilder load(String type, String input, Placed model) {
        return load(graph.add(type), input, model);
    }

    /** One more model for a node that loads several. */
    NodeBuilder load(NodeBuilder node, String input, Placed model) {
        node.set(input, model.listingName());
        model.link()
                .ifPresent(link -> node.model(new EmbeddedModel(
                        model.listingName(), link, model.file().flatMap(ModelFile::sha256), model.directory())));
        return node;
    }

    void find(Finding finding) {
        findings.add(finding);
    }

    void find(List<Finding> several) {
        findings.addAll(several);
    }

    Graph graph() {
        return graph.build();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
