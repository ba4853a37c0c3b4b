package dev.assay.core.making.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.json.Json;
import dev.assay.core.making.Placed;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.model.ModelRename;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;

/**
 * A graph that came with the image. What ran is its executed half; layout and notes are in the other. Both keep
 * everything but the names of models, which become those under which this computer lists them.
 */
public final class OwnGraph {

    private final NodeDefinitions definitions;
    private final Graph graph;
    private final Optional<Json> workflow;
    private final Known known;
    private final List<ModelReference> references;

    private OwnGraph(NodeDefinitions definitions, Graph graph, Optional<Json> workflow, Known known) {
        this.definitions = definitions;
        this.graph = graph;
        this.workflow = workflow;
        this.known = known;
        this.references = ModelInputs.load().in(graph);
    }

    /** What is known of what ran. */
    private enum Known {
        EXECUTED,
        CANVAS,
        PART_OF_CANVAS
    }

    /** What came of reading a graph. */
    public sealed interface Reading {

        record Usable(OwnGraph graph) implements Reading {}

        /**
         * Only its canvas is known, and what the engine would be told cannot be: it is good for the browser, which has the
         * maker's packs to ask, and for nothing else.
         *
         * @param reason a sentence
         */
        record CanvasOnly(OwnGraph graph, String reason) implements Reading {}

        /**
         * It cannot be used exactly as it was.
         *
         * @param reason a sentence
         */
        record NotUsable(String reason) implements Reading {}
    }

    /**
     * The graph under this computer's names.
     *
     * @param api what the engine runs; of a canvas only, as much as can be told of it
     * @param ui what the browser opens, where the maker's own canvas is known and is that of this graph
     * @param findings what of it is not core's or not here, or does not fit together
     */
    public record Named(Graph api, Optional<Json> ui, List<Finding> findings) {
        public Named {
            findings = List.copyOf(findings);
        }
    }

    /** Reads a graph; the executed half wins. */
    public static Reading read(EmbeddedGraph embedded, NodeDefinitions definitions) {
        if (embedded.prompt().isPresent()) {
            return switch (ApiFormat.read(embedded.prompt().get())) {
                case ApiReading.Read(var graph) ->
                    new Reading.Usable(new OwnGraph(definitions, graph, embedded.workflow(), Known.EXECUTED));
                case ApiReading.Refused(var reason) -> new Reading.NotUsable(reason);
            };
        }
        if (embedded.workflow().isEmpty()) {
            return new Reading.NotUsable("It is empty.");
        }
        return switch (new UiFormat(definitions).read(embedded.workflow().get())) {
            case UiReading.Exact(var graph) ->
                new Reading.Usable(new OwnGraph(definitions, graph, embedded.workflow(), Known.CANVAS));
            case UiReading.Incomplete(var graph, var unclear) ->
                new Reading.CanvasOnly(
                        new OwnGraph(definitions, graph, embedded.workflow(), Known.PART_OF_CANVAS),
                        "Only its canvas is known, and " + unclear.size() + " of its nodes cannot be told exactly.");
            case UiReading.Refused(var reason) -> new Reading.NotUsable(reason);
        };
    }

    /** The models that it names, each once. */
    public List<ModelReference> references() {
        return references;
    }

    /** Puts the models under the names by which this computer lists them; others keep the maker's. */
    public Named named(List<Placed> placed) {
        var renames = references.stream()
                .flatMap(reference -> Mentions.placed(reference, placed).map(file -> rename(reference, file)).stream())
                .toList();
        var renamed = ModelInputs.rename(graph, renames);
        var repair = new Repair(definitions);
        var api = known == Known.PART_OF_CANVAS ? renamed : repair.complete(renamed);
        var findings = new ArrayList<>(InputFiles.missing(graph));
        if (known != Known.PART_OF_CANVAS) {
            findings.addAll(repair.findings(api));
        }
        customNodes().ifPresent(findings::add);
        if (workflow.isEmpty()) {
            return new Named(api, Optional.empty(), findings);
        }
        var canvas = new OwnCanvas(definitions)
                .edit(workflow.get(), known == Known.EXECUTED ? Optional.of(graph) : Optional.empty(), renames);
        canvas.finding().ifPresent(findings::add);
        return new Named(api, canvas.workflow(), findings);
    }

    private static ModelRename rename(ModelReference reference, Placed file) {
        var name = Mentions.nameFor(reference, file);
        var known = file.link()
                .map(link -> new EmbeddedModel(name, link, file.file().flatMap(ModelFile::sha256), file.directory()))
                // The page looks for an entry of the widget's own name, which a text is not.
                .filter(model -> !reference.folder().equals("embeddings"));
        return ModelRename.of(reference, name, known);
    }

    private Optional<Finding> customNodes() {
        var unknown = graph.nodes().stream()
                .map(Node::type)
                .filter(type -> definitions.find(type).isEmpty())
                .distinct()
                .sorted()
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                                "CUSTOM_NODES",
                                Effect.NONE,
                                "The graph uses nodes that are not ComfyUI's own: " + String.join(", ", unknown) + ".")
                        .advise("Install the packs that bring them, for example with ComfyUI-Manager."));
    }
}
