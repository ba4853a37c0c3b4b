package dev.assay.core.workflow.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.Png;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiFormatConformanceTest {

    private final NodeDefinitions core = NodeDefinitions.core();
    private final UiFormat ui = new UiFormat(core);

    private static Graph api(Json json) {
        return ((ApiReading.Read) ApiFormat.read(json)).graph();
    }

    private Graph exact(Json json) {
        assertThat(ui.read(json)).isInstanceOf(UiReading.Exact.class);
        return ((UiReading.Exact) ui.read(json)).graph();
    }

    /**
     * What the engine would make of it: numbers compare by value; an input that a node does not have is ignored; a
     * widget that was added later has its initial value.
     */
    private Map<String, Object> meaning(Graph graph) {
        Map<String, Object> meaning = new TreeMap<>();
        for (var node : graph.nodes()) {
            var definition = core.find(node.type()).orElseThrow();
            for (var input : definition.inputsFor(node::literal)) {
                meaning.put(node.id() + " " + node.type() + " " + input.name(), meaning(node, input));
            }
        }
        return meaning;
    }

    private static Object meaning(Node node, InputDefinition input) {
        return switch (node.inputs().get(input.name())) {
            case null -> meaning(input.initial());
            case Input.Literal(var value) -> meaning(value);
            case Input.Link link -> link;
        };
    }

    private static Object meaning(Json value) {
        return value instanceof Json.Num
                ? value.decimal().map(n -> n.stripTrailingZeros()).orElseThrow()
                : value;
    }

    private void assertSame(Json workflow, Json prompt, String name) {
        assertThat(meaning(exact(workflow))).as(name).isEqualTo(meaning(api(prompt)));
    }

    @Test
    void realWorkflowsBecomeWhatTheirFrontEndsSent() throws IOException {
        var compared = 0;
        try (var files = Files.list(Shared.path("fixtures/workflows"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".api.json")).toList()) {
                var name = file.getFileName().toString().replaceAll("(\\.expected)?\\.api\\.json$", "");
                assertSame(Shared.json(file.resolveSibling(name + ".json")), Shared.json(file), name);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(7);
    }

    @Test
    void workflowsInImagesBecomeThePromptsBesideThem() throws IOException, MalformedJsonException {
        var compared = 0;
        for (var image : images()) {
            var texts = Png.texts(image);
            if (texts.containsKey("prompt") && texts.containsKey("workflow")) {
                assertSame(
                        WorkflowText.parse(texts.getOrDefault("workflow", "")),
                        WorkflowText.parse(texts.getOrDefault("prompt", "")),
                        image.toString());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(8);
    }

    private static List<Path> images() throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("fixtures/images"))) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }

    @Test
    void whatWeWriteOfARealGraphReadsAsTheSame() throws IOException {
        try (var files = Files.list(Shared.path("fixtures/workflows"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".api.json")).toList()) {
                var graph = api(Shared.json(file));
                var written = (UiWriting.Written) ui.write(graph, List.of());
                assertThat(meaning(exact(written.workflow())))
                        .as(file.toString())
                        .isEqualTo(meaning(graph));
            }
        }
    }

    @Test
    void customNodesAreReadAsFarAsTheFileNamesThem() {
        var reading = ui.read(Shared.json("fixtures/workflows/custom-Lora_Manager_Basic.json"));
        assertThat(reading).isInstanceOfSatisfying(UiReading.Incomplete.class, incomplete -> {
            var loader =
                    incomplete.graph().ofType("Checkpoint Loader (LoraManager)").getFirst();
            assertThat(loader.literal("ckpt_name").text())
                    .hasValue("Illustrious/anime/waiIllustriousSDXL_v140.safetensors");
            var sampler = incomplete.graph().ofType("KSampler").getFirst();
            assertThat(sampler.literal("scheduler").text()).hasValue("karras");
            assertThat(sampler.inputs().get("model")).isEqualTo(new Input.Link(new NodeId("56"), 0));
        });
        ui.read(Shared.json("fixtures/workflows/custom-T2I2V_Rapid.json"));
    }

    @Test
    void subgraphsAreOpened() {
        var reading = ui.read(Shared.json("fixtures/workflows/comfy-cli-subgraph-template.json"));
        assertThat(reading).isInstanceOfSatisfying(UiReading.Incomplete.class, incomplete -> {
            var inner = incomplete.graph().find(new NodeId("10:3:1")).orElseThrow();
            assertThat(inner.type()).isEqualTo("RegexExtract");
            assertThat(inner.inputs().get("regex_pattern")).isEqualTo(new Input.Link(new NodeId("10:3:8"), 0));
            var outer = incomplete.graph().find(new NodeId("10:9")).orElseThrow();
            assertThat(outer.inputs().get("prompt")).isEqualTo(new Input.Link(new NodeId("10:3:1"), 0));
            assertThat(incomplete.unclear())
                    .contains(new Unclear(
                            new NodeId("19:3"),
                            "6d92985e-3e1e-49e2-acea-91c5259d86a8",
                            Unclear.Reason.BROKEN_SUBGRAPH));
        });
    }
}
