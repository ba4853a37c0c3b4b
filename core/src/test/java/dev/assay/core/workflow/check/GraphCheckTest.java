package dev.assay.core.workflow.check;

import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.ExampleGraphs;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GraphCheckTest {

    private static final NodeId SAMPLER = NodeId.of(6);

    private final NodeDefinitions core = NodeDefinitions.core();
    private final ModelInputs models = ModelInputs.load();

    private List<Problem> check(Graph graph) {
        return GraphCheck.against(core, models, graph);
    }

    private List<Problem> with(String input, Json value) {
        return with(input, new Input.Literal(value));
    }

    private List<Problem> with(String input, Input value) {
        return check(
                ExampleGraphs.textToImage().map(node -> node.id().equals(SAMPLER) ? node.with(input, value) : node));
    }

    @Test
    void findsNothingWrongWithAGoodGraph() {
        assertThat(check(ExampleGraphs.textToImage())).isEmpty();
    }

    @Test
    void namesValuesThatTheEngineRefuses() {
        assertThat(with("scheduler", Json.of("karras "))).hasExactlyElementsOfTypes(Problem.NotInList.class);
        assertThat(with("steps", Json.of(0))).hasExactlyElementsOfTypes(Problem.OutOfRange.class);
        assertThat(with("steps", new Json.Num("20.5"))).hasExactlyElementsOfTypes(Problem.WrongType.class);
        assertThat(with("cfg", Json.of("strong"))).hasExactlyElementsOfTypes(Problem.WrongType.class);
        assertThat(with("seed", new Json.Num("18446744073709551616")))
                .hasExactlyElementsOfTypes(Problem.OutOfRange.class);
    }

    @Test
    void namesLinksThatLeadNowhereOrDoNotFit() {
        assertThat(with("model", new Input.Link(NodeId.of(99), 0)))
                .hasExactlyElementsOfTypes(Problem.NoSuchSource.class);
        assertThat(with("model", new Input.Link(NodeId.of(1), 7)))
                .hasExactlyElementsOfTypes(Problem.NoSuchSource.class);
        assertThat(with("model", new Input.Link(NodeId.of(1), 2)))
                .hasExactlyElementsOfTypes(Problem.LinkMismatch.class);
    }

    @Test
    void namesUnknownInputsWithoutPreventing() {
        assertThat(with("upload", Json.of("image")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.prevents()).isFalse());
    }

    @Test
    void namesCyclesUnknownClassesAndMissingEnds() {
        var itself = Node.of(NodeId.of(1), "VAEDecode", Map.of("samples", new Input.Link(NodeId.of(1), 0)));
        var stranger = Node.of(NodeId.of(2), "Nobody", Map.of());
        assertThat(check(Graph.of(List.of(itself))))
                .hasExactlyElementsOfTypes(
                        Problem.LinkMismatch.class,
                        Problem.MissingInput.class,
                        Problem.Cycle.class,
                        Problem.NoOutput.class);
        assertThat(check(Graph.of(List.of(stranger)))).hasExactlyElementsOfTypes(Problem.UnknownClass.class);
        assertThat(check(Graph.of(List.of(stranger))).getFirst().sentence()).contains("Nobody");
    }
}
