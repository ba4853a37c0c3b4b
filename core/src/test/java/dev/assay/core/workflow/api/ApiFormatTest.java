package dev.assay.core.workflow.api;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.ExampleGraphs;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.WorkflowText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiFormatTest {

    private static ApiReading read(String text) throws MalformedJsonException {
        return ApiFormat.read(WorkflowText.parse(text));
    }

    private static Graph graph(String text) throws MalformedJsonException {
        return ((ApiReading.Read) read(text)).graph();
    }

    @Test
    void readsWhatItWrote() {
        var graph = ExampleGraphs.textToImage();
        var read = (ApiReading.Read) ApiFormat.read(ApiFormat.write(graph));
        assertThat(ApiFormat.write(read.graph())).isEqualTo(ApiFormat.write(graph));
    }

    @Test
    void keepsListsApartFromLinks() throws MalformedJsonException {
        var text = "{\"57:3\":{\"inputs\":{\"a\":[\"4\",1],\"b\":{\"__value__\":[\"4\",1]},\"c\":[512,512]},"
                + "\"class_type\":\"X\",\"_meta\":{\"title\":\"T\"}}}";
        var node = graph(text).find(new NodeId("57:3")).orElseThrow();
        assertThat(node.inputs().get("a")).isEqualTo(new Input.Link(new NodeId("4"), 1));
        assertThat(node.literal("b").write()).isEqualTo("[\"4\",1]");
        assertThat(node.title()).hasValue("T");
        assertThat(ApiFormat.write(graph(text)).at("57:3").at("inputs").at("b").write())
                .isEqualTo("{\"__value__\":[\"4\",1]}");
    }

    @Test
    void toleratesWhatOldFrontEndsLeftBehind() throws MalformedJsonException {
        var graph = graph("{\"prompt\":{\"1\":{\"class_type\":\"X\",\"inputs\":{},\"is_changed\":[NaN]}}}");
        assertThat(ApiFormat.write(graph).write()).isEqualTo("{\"1\":{\"inputs\":{},\"class_type\":\"X\"}}");
        var quoted =
                graph("{\"1\":{\"class_type\":\"X\",\"inputs\":{\"t\":\"a \\\" NaN, -Infinity\"},\"is_changed\":NaN}}");
        assertThat(quoted.nodes().getFirst().literal("t").text()).hasValue("a \" NaN, -Infinity");
    }

    @Test
    void refusesWhatIsNoNumberAndWhatIsNoWorkflow() throws MalformedJsonException {
        assertThat(read("{\"1\":{\"class_type\":\"X\",\"inputs\":{\"a\":-Infinity}}}"))
                .isInstanceOf(ApiReading.Refused.class);
        assertThat(read("{\"1\":{\"class_type\":\"X\",\"inputs\":{}},\"2\":7}")).isInstanceOf(ApiReading.Refused.class);
        assertThat(read("{\"nodes\":[]}")).isInstanceOf(ApiReading.Refused.class);
        assertThat(ApiFormat.read(Json.none())).isInstanceOf(ApiReading.Refused.class);
    }

    @Test
    void carriesANoteWhereTheEngineDoesNotLook() {
        var graph = ExampleGraphs.textToImage();
        var written = ApiFormat.write(graph, List.of("# What it is", "- nothing"));
        assertThat(written.at("1").at("_meta").write())
                .isEqualTo("{\"title\":\"CheckpointLoaderSimple\",\"assay\":[\"# What it is\",\"- nothing\"]}");
        assertThat(ApiFormat.write(
                        ((ApiReading.Read) ApiFormat.read(written)).graph().map(node -> node.titled("t"))))
                .isEqualTo(ApiFormat.write(graph.map(node -> node.titled("t"))));
    }
}
