package dev.assay.core.making;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.check.Problem;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is drawn, real servers accept, and the page opens and sends back as it was. */
class DrawnGraphConformanceTest {

    private static final ModelInputs MODELS = ModelInputs.load();
    private static final NodeDefinitions CORE = NodeDefinitions.core();
    private static final Map<String, NodeDefinitions> SERVERS = new HashMap<>();

    @BeforeAll
    static void readWhatServersSay() {
        for (var version : List.of("0.24.0", "0.8.0")) {
            var answer = Shared.json("comfyui/object_info-" + version + ".json");
            SERVERS.put(version, NodeDefinitions.fromObjectInfo(answer));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void realServersAcceptIt(Sample sample) {
        SERVERS.forEach((version, server) -> assertThat(
                        problems(server, sample.drawn(server).graph()))
                .as(version)
                .isEmpty());
        assertThat(problems(CORE, sample.drawn(CORE).graph())).as("own table").isEmpty();
    }

    private static List<String> problems(NodeDefinitions definitions, Graph graph) {
        return GraphCheck.against(definitions, MODELS, graph).stream()
                .map(Problem::sentence)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void thePageSendsBackWhatWasDrawn(Sample sample) throws MalformedJsonException {
        var graph = sample.drawn(CORE).graph();
        var ui = new UiFormat(CORE);
        var written = ((UiWriting.Written) ui.write(graph, List.of())).workflow();
        var read = ((UiReading.Exact) ui.read(Json.parse(written.write()))).graph();
        assertThat(Wiring.of(read, Map.of())).isEqualTo(Wiring.of(graph, Map.of()));
        assertThat(read.nodes()).hasSameSizeAs(graph.nodes());
        assertThat(Json.parse(ApiFormat.write(graph).write())).isEqualTo(ApiFormat.write(graph));
    }
}
