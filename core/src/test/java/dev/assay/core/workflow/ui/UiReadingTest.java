package dev.assay.core.workflow.ui;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiReadingTest {

    private static final String SUBGRAPH = "00000000-0000-4000-8000-000000000001";

    private final UiFormat ui = new UiFormat(NodeDefinitions.core());

    private static Json json(String text) throws MalformedJsonException {
        return Json.parse(text.replace('\'', '"').replace("SUBGRAPH", SUBGRAPH));
    }

    private Graph exact(String text) throws MalformedJsonException {
        return ((UiReading.Exact) ui.read(json(text))).graph();
    }

    private List<Unclear.Reason> reasons(String text) throws MalformedJsonException {
        return ((UiReading.Incomplete) ui.read(json(text)))
                .unclear().stream().map(Unclear::reason).toList();
    }

    private static Input.Link link(String node, int slot) {
        return new Input.Link(new NodeId(node), slot);
    }

    private static Node only(Graph graph, String type) {
        return graph.ofType(type).getFirst();
    }

    @Test
    void followsLinksPastNodesThatTheEngineNeverHearsOf() throws MalformedJsonException {
        var graph = exact("""
                {'nodes': [
                 {'id': 1, 'type': 'VAELoader', 'mode': 0, 'outputs': [{'type': 'VAE', 'links': [1]}],
                  'widgets_values': ['a.pt']},
                 {'id': 2, 'type': 'Reroute', 'inputs': [{'name': '', 'type': '*', 'link': 1}],
                  'outputs': [{'type': 'VAE'}]},
                 {'id': 3, 'type': 'SetNode', 'inputs': [{'name': 'VAE', 'type': 'VAE', 'link': 2}],
                  'widgets_values': ['kept']},
                 {'id': 4, 'type': 'GetNode', 'outputs': [{'type': 'VAE'}], 'widgets_values': ['kept']},
                 {'id': 5, 'type': 'VAEDecode', 'inputs': [{'name': 'samples', 'type': 'LATENT', 'link': 4},
                  {'name': 'vae', 'type': 'VAE', 'link': 3}]},
                 {'id': 6, 'type': 'EmptyLatentImage', 'mode': 2, 'widgets_values': [512, 512, 1]},
                 {'id': 7, 'type': 'MarkdownNote', 'widgets_values': ['x']}],
                 'links': [[1, 1, 0, 2, 0, 'VAE'], [2, 2, 0, 3, 0, '*'], [3, 4, 0, 5, 1, 'VAE'],
                  [4, 6, 0, 5, 0, 'LATENT']]}
                """);
        assertThat(graph.byId()).containsOnlyKeys(new NodeId("1"), new NodeId("5"));
        assertThat(only(graph, "VAEDecode").inputs())
                .containsEntry("vae", link("1", 0))
                .doesNotContainKey("samples");
    }

    @Test
    void aBypassedNodePassesOnWhatFits() throws MalformedJsonException {
        var graph = exact("""
                {'version': 1, 'nodes': [
                 {'id': 1, 'type': 'CheckpointLoaderSimple', 'widgets_values': ['a.ckpt']},
                 {'id': 2, 'type': 'LoraLoader', 'mode': 4, 'widgets_values': ['x.pt', 1, 1],
                  'inputs': [{'name': 'clip', 'type': 'CLIP', 'link': 2}, {'name': 'model', 'type': 'MODEL', 'link': 1}],
                  'outputs': [{'type': 'MODEL'}, {'type': 'CLIP'}]},
                 {'id': 3, 'type': 'CLIPTextEncode', 'inputs': [{'name': 'clip', 'type': 'CLIP', 'link': 3}],
                  'widgets_values': ['a \\\\{b\\\\} // no']}],
                 'links': [{'id': 1, 'origin_id': 1, 'origin_slot': 0, 'target_id': 2, 'target_slot': 1},
                  {'id': 2, 'origin_id': 1, 'origin_slot': 1, 'target_id': 2, 'target_slot': 0},
                  {'id': 3, 'origin_id': 2, 'origin_slot': 1, 'target_id': 3, 'target_slot': 0}]}
                """);
        assertThat(only(graph, "CLIPTextEncode").inputs().get("clip")).isEqualTo(link("1", 1));
        assertThat(only(graph, "CLIPTextEncode").literal("text").text()).hasValue("a {b} ");
        assertThat(graph.ofType("LoraLoader")).isEmpty();
    }

    /** A subgraph shows the checkpoint's name and its sampler's seed; two instances have values of their own. */
    private static final String TWO_INSTANCES = """
            {'nodes': [
             {'id': 7, 'type': 'SUBGRAPH', 'inputs': [{'name': 'ckpt', 'type': 'COMBO', 'widget': {'name': 'ckpt'}, 'link': null}],
              'outputs': [{'type': 'CONDITIONING'}], 'properties': {'proxyWidgets': [['-1', 'ckpt'], ['2', 'text']]},
              'widgets_values': ['one.ckpt', 'first']},
             {'id': 8, 'type': 'SUBGRAPH', 'inputs': [{'name': 'ckpt', 'type': 'COMBO', 'widget': {'name': 'ckpt'}, 'link': null}],
              'outputs': [{'type': 'CONDITIONING'}], 'properties': {'proxyWidgets': [['-1', 'ckpt'], ['2', 'text']]},
              'widgets_values': ['two.ckpt', null]},
             {'id': 9, 'type': 'ConditioningCombine', 'inputs': [{'name': 'conditioning_1', 'type': 'CONDITIONING', 'link': 1},
              {'name': 'conditioning_2', 'type': 'CONDITIONING', 'link': 2}]}],
             'links': [[1, 7, 0, 9, 0, 'CONDITIONING'], [2, 8, 0, 9, 1, 'CONDITIONING']],
             'definitions': {'subgraphs': [{'id': 'SUBGRAPH', 'inputs': [{'name': 'ckpt'}], 'outputs': [{'name': 'out'}],
              'nodes': [
               {'id': 1, 'type': 'CheckpointLoaderSimple', 'widgets_values': ['inner.ckpt'],
                'inputs': [{'name': 'ckpt_name', 'type': 'COMBO', 'widget': {'name': 'ckpt_name'}, 'link': 1}]},
               {'id': 2, 'type': 'CLIPTextEncode', 'widgets_values': ['inner'],
                'inputs': [{'name': 'clip', 'type': 'CLIP', 'link': 2}]}],
              'links': [{'id': 1, 'origin_id': -10, 'origin_slot': 0, 'target_id': 1, 'target_slot': 0},
               {'id': 2, 'origin_id': 1, 'origin_slot': 1, 'target_id': 2, 'target_slot': 0},
               {'id': 3, 'origin_id': 2, 'origin_slot': 0, 'target_id': -20, 'target_slot': 0}]}]}}
            """;

    @Test
    void opensSubgraphsWithTheValuesOfEachInstance() throws MalformedJsonException {
        var graph = exact(TWO_INSTANCES);
        assertThat(graph.ofType("CheckpointLoaderSimple"))
                .extracting(node -> node.literal("ckpt_name").text().orElseThrow())
                .containsExactly("one.ckpt", "two.ckpt");
        assertThat(graph.ofType("CLIPTextEncode"))
                .extracting(node -> node.literal("text").text().orElseThrow())
                .containsExactly("first", "inner");
        assertThat(only(graph, "ConditioningCombine").inputs().values())
                .containsExactly(link("7:2", 0), link("8:2", 0));
    }

    @Test
    void editsWherePromotedValuesStand() throws MalformedJsonException {
        var executed = exact(TWO_INSTANCES)
                .map(node -> node.type().equals("CLIPTextEncode")
                        ? node.with("text", new Input.Literal(Json.of("new {" + node.id() + "}")))
                        : node);
        var edited = new UiEditor(NodeDefinitions.core()).edit(json(TWO_INSTANCES), Optional.of(executed), List.of());
        assertThat(edited.unmatched()).isEmpty();
        assertThat(edited.workflow()
                        .at("nodes")
                        .at(0)
                        .at("widgets_values")
                        .at(1)
                        .text())
                .hasValue("new \\{7:2\\}");
        assertThat(((UiReading.Exact) ui.read(edited.workflow())).graph()).isEqualTo(executed);
    }

    @Test
    void namesWhatItCannotTell() throws MalformedJsonException {
        assertThat(reasons("{'nodes': [{'id': 1, 'type': 'Custom', 'widgets_values': ['a.pt']}]}"))
                .containsExactly(Unclear.Reason.UNNAMED_VALUES);
        assertThat(reasons("{'nodes': [{'id': 1, 'type': 'CLIPTextEncode', 'widgets_values': ['{a|b}']}]}"))
                .containsExactly(Unclear.Reason.RANDOM_TEXT);
        assertThat(reasons("{'nodes': [{'id': 1, 'type': 'workflow>mine', 'widgets_values': []}]}"))
                .containsExactly(Unclear.Reason.GROUP_NODE);
        assertThat(reasons("""
                {'nodes': [{'id': 1, 'type': 'Reroute', 'inputs': [{'name': '', 'type': '*', 'link': 1}]},
                 {'id': 2, 'type': 'PreviewAny', 'inputs': [{'name': 'source', 'type': '*', 'link': 2}]}],
                 'links': [[1, 1, 0, 1, 0, '*'], [2, 1, 0, 2, 0, '*']]}
                """)).containsExactly(Unclear.Reason.BROKEN_LINK);
        assertThat(reasons("""
                {'nodes': [{'id': 1, 'type': 'SUBGRAPH'}], 'definitions': {'subgraphs': [
                 {'id': 'SUBGRAPH', 'nodes': [{'id': 1, 'type': 'SUBGRAPH'}], 'links': []}]}}
                """)).containsExactly(Unclear.Reason.BROKEN_SUBGRAPH);
    }

    @Test
    void readsValuesByName() throws MalformedJsonException {
        var graph = exact("{'nodes': [{'id': 1, 'type': 'VHS_VideoCombine', 'widgets_values':"
                + " {'frame_rate': 8, 'videopreview': {'hidden': false}}}]}");
        assertThat(graph.nodes().getFirst().inputs()).containsOnlyKeys("frame_rate");
    }

    @Test
    void readsTheWidgetsOfTheChosenOption() throws MalformedJsonException {
        var values = "'scale dimensions', 640, 480, 'disabled', 'lanczos'";
        var graph = exact("{'nodes': [{'id': 1, 'type': 'ResizeImageMaskNode', 'widgets_values': [" + values + "]}]}");
        var node = graph.nodes().getFirst();
        assertThat(node.literal("resize_type.width")).isEqualTo(Json.of(640));
        assertThat(node.literal("scale_method").text()).hasValue("lanczos");
        var written = (UiWriting.Written) ui.write(graph, List.of());
        assertThat(written.workflow().at("nodes").at(0).at("widgets_values").write())
                .isEqualTo("[" + values.replace('\'', '"').replace(", ", ",") + "]");
    }

    @Test
    void endsWhateverTheFileSays() throws MalformedJsonException {
        assertThat(ui.read(json("{'nodes': [{'type': 'KSampler'}, 7, {'id': {}, 'type': []}], 'links': [1, [1]]}")))
                .isInstanceOf(UiReading.Exact.class);
        assertThat(ui.read(Json.none())).isInstanceOf(UiReading.Refused.class);
        var chain = new StringBuilder("{'nodes': [{'id': 1, 'type': 'SUBGRAPH'}], 'definitions': {'subgraphs': [");
        for (int i = 1; i < 40; i++) {
            var id = SUBGRAPH.substring(0, 34) + (10 + i);
            var next = "'" + SUBGRAPH.substring(0, 34) + (11 + i) + "'";
            chain.append("{'id': '").append(i == 1 ? SUBGRAPH : id).append("', 'nodes': [");
            for (int n = 0; n < 8; n++) {
                chain.append(n == 0 ? "" : ",")
                        .append("{'id': ")
                        .append(n)
                        .append(", 'type': ")
                        .append(next)
                        .append('}');
            }
            chain.append("]},");
        }
        var bomb = chain.append("{}]}}").toString();
        assertThat(ui.read(json(bomb))).isInstanceOf(UiReading.Refused.class);
    }
}
