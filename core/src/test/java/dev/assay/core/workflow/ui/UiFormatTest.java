package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.ExampleGraphs;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiFormatTest {

    private final UiFormat ui = new UiFormat(NodeDefinitions.core());
    private final Graph graph = ExampleGraphs.textToImage();

    private Json written() {
        var written = ui.write(graph, List.of(new UiNote("What this is", "Made of **one** checkpoint.")));
        return ((UiWriting.Written) written).workflow();
    }

    private static int number(Json json) {
        return json.integer().orElseThrow().intValue();
    }

    @Test
    void readsWhatItWroteAsTheSameGraph() {
        var read = (UiReading.Exact) ui.read(written());
        assertThat(sorted(read.graph())).isEqualTo(sorted(graph));
    }

    /** The inputs of a node have no order that means anything. */
    private static Map<String, Object> sorted(Graph graph) {
        Map<String, Object> nodes = new HashMap<>();
        ApiFormat.write(graph).members().forEach((id, node) -> nodes.put(id, node.members()));
        return nodes;
    }

    @Test
    void everyLinkIsNamedOnceAtEachEnd() {
        var workflow = written();
        Map<Integer, List<Integer>> links = new HashMap<>();
        workflow.at("links")
                .items()
                .forEach(link -> links.put(
                        number(link.at(0)),
                        link.items().subList(1, 5).stream()
                                .map(UiFormatTest::number)
                                .toList()));
        Set<Integer> in = new HashSet<>();
        Set<Integer> out = new HashSet<>();
        for (var node : workflow.at("nodes").items()) {
            var id = number(node.at("id"));
            for (int slot = 0; slot < node.at("inputs").items().size(); slot++) {
                var link = node.at("inputs").at(slot).at("link");
                if (!link.isNull()) {
                    assertThat(in.add(number(link))).isTrue();
                    assertThat(links.getOrDefault(number(link), List.of()).subList(2, 4))
                            .containsExactly(id, slot);
                }
            }
            for (int slot = 0; slot < node.at("outputs").items().size(); slot++) {
                for (var link : node.at("outputs").at(slot).at("links").items()) {
                    assertThat(out.add(number(link))).isTrue();
                    assertThat(links.getOrDefault(number(link), List.of()).subList(0, 2))
                            .containsExactly(id, slot);
                }
            }
        }
        assertThat(in).isEqualTo(links.keySet()).isEqualTo(out);
        assertThat(number(workflow.at("last_link_id"))).isEqualTo(links.size());
    }

    @Test
    void nothingOverlapsAndLinksRunToTheRight() {
        var workflow = written();
        List<Box> boxes = new ArrayList<>();
        Map<Integer, Integer> left = new HashMap<>();
        for (var node : workflow.at("nodes").items()) {
            var box = new Box(
                    number(node.at("pos").at(0)),
                    number(node.at("pos").at(1)),
                    number(node.at("size").at(0)),
                    number(node.at("size").at(1)));
            assertThat(boxes).noneMatch(box::touches);
            boxes.add(box);
            left.put(number(node.at("id")), box.x());
        }
        workflow.at("links")
                .items()
                .forEach(link -> assertThat(left.get(number(link.at(1)))).isLessThan(left.get(number(link.at(3)))));
    }

    @Test
    void writesWhatTheFrontEndExpects() {
        var workflow = written();
        var sampler = node(workflow, "KSampler");
        assertThat(sampler.at("widgets_values").write())
                .isEqualTo("[18446744073709551615,\"fixed\",30,3,\"euler_ancestral\",\"normal\",1]");
        assertThat(sampler.at("inputs").items()).hasSize(4);
        assertThat(sampler.at("properties").write())
                .isEqualTo("{\"Node name for S&R\":\"KSampler\",\"cnr_id\":\"comfy-core\"}");
        assertThat(node(workflow, "CheckpointLoaderSimple")
                        .at("properties")
                        .at("models")
                        .at(0)
                        .at("hash_type")
                        .text())
                .hasValue("SHA256");
        assertThat(node(workflow, "MarkdownNote").at("widgets_values").at(0).text())
                .hasValue("Made of **one** checkpoint.");
        assertThat(workflow.at("id").text().orElseThrow())
                .hasSize(36)
                .isEqualTo(written().at("id").text().orElseThrow());
        assertThat(number(workflow.at("last_node_id"))).isEqualTo(9);
        assertThat(workflow.at("groups").items()).isNotEmpty();
    }

    private static Json node(Json workflow, String type) {
        return workflow.at("nodes").items().stream()
                .filter(node -> node.at("type").text().filter(type::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void escapesPromptsInTheUiFormatOnly() {
        var text = node(written(), "CLIPTextEncode").at("widgets_values").at(0).text();
        assertThat(text).hasValue("a \\{red|blue\\} bird, artist/{/}name, (wings:1.2)");
        assertThat(ApiFormat.write(graph).at("3").at("inputs").at("text").text())
                .hasValue(ExampleGraphs.PROMPT);
    }

    @Test
    void refusesWhatItCannotWriteExactly() {
        var stranger = Node.of(NodeId.of(1), "Nobody", Map.of());
        var loose = Node.of(NodeId.of(2), "VAEDecode", Map.of("vae", new Input.Link(NodeId.of(9), 0)));
        assertThat(ui.write(Graph.of(List.of(stranger, loose)), List.of()))
                .isInstanceOfSatisfying(
                        UiWriting.Refused.class,
                        refused -> assertThat(refused.reasons()).hasSize(2));
    }

    @Test
    void numbersNodesWhoseIdsAreNoNumbers() {
        var inner = Node.of(new NodeId("57:3"), "EmptyLatentImage", Map.of());
        var outer = Node.of(NodeId.of(9), "LatentFlip", Map.of("samples", new Input.Link(new NodeId("57:3"), 0)));
        var written = (UiWriting.Written) ui.write(Graph.of(List.of(inner, outer)), List.of());
        assertThat(written.workflow().at("links").at(0).write()).isEqualTo("[1,10,0,9,0,\"LATENT\"]");
    }
}
