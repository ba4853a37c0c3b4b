package dev.assay.core.making.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.making.Placed;
import dev.assay.core.making.Placements;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnGraphTest {

    private static final NodeDefinitions CORE = NodeDefinitions.core();

    private static final String TWO_LORAS = """
            {"1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "same.safetensors"}},
             "2": {"class_type": "LoraLoader", "inputs": {"lora_name": "first.safetensors", "strength_model": 0.5,
                   "strength_clip": 1, "model": ["1", 0], "clip": ["1", 1]}},
             "3": {"class_type": "LoraLoader", "inputs": {"lora_name": "second.safetensors", "strength_model": 1,
                   "strength_clip": 1, "model": ["2", 0], "clip": ["2", 1]}},
             "4": {"class_type": "LoraLoader", "inputs": {"lora_name": "same.safetensors", "strength_model": 1,
                   "strength_clip": 1, "model": ["3", 0], "clip": ["3", 1]}},
             "5": {"class_type": "CLIPTextEncode", "inputs": {"text": "(embedding:a.pt:1.2), embedding:b", "clip": ["4", 1]}},
             "6": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512, "batch_size": 1}},
             "7": {"class_type": "KSampler", "inputs": {"seed": 5, "steps": 20, "cfg": 8.0, "sampler_name": "euler",
                   "scheduler": "normal", "denoise": 1.0, "model": ["4", 0], "positive": ["5", 0], "negative": ["5", 0],
                   "latent_image": ["6", 0]}},
             "8": {"class_type": "VAEDecode", "inputs": {"samples": ["7", 0], "vae": ["1", 2]}},
             "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0], "filename_prefix": "x"}}}
            """;

    private static Json prompt() throws MalformedJsonException {
        return Json.parse(TWO_LORAS);
    }

    private static Graph graph(Json prompt) {
        return ((ApiReading.Read) ApiFormat.read(prompt)).graph();
    }

    private static Json canvas(Graph graph) {
        return ((UiWriting.Written) new UiFormat(CORE).write(graph, List.of())).workflow();
    }

    private static OwnGraph read(Json prompt, Optional<Json> canvas) {
        return ((OwnGraph.Reading.Usable) OwnGraph.read(new EmbeddedGraph(Optional.of(prompt), canvas), CORE)).graph();
    }

    private static Placed placed(Role role, String usedAs, String listedAs) {
        return Placements.place(role, usedAs, listedAs, "SD 1.5");
    }

    private static List<String> loras(Graph graph) {
        return graph.ofType("LoraLoader").stream()
                .map(node -> node.literal("lora_name").text().orElseThrow())
                .toList();
    }

    private static Graph queued(OwnGraph.Named named) {
        return ((UiReading.Exact) new UiFormat(CORE).read(named.ui().orElseThrow())).graph();
    }

    @Test
    void givesEachModelItsOwnNameEvenWhereNamesChangePlaces() throws MalformedJsonException {
        var swapped = List.of(
                placed(Role.LORA, "first.safetensors", "second.safetensors"),
                placed(Role.LORA, "second.safetensors", "first.safetensors"));
        var named = read(prompt(), Optional.of(canvas(graph(prompt())))).named(swapped);
        var expected = List.of("second.safetensors", "first.safetensors", "same.safetensors");
        assertThat(loras(named.api())).isEqualTo(expected);
        assertThat(loras(queued(named))).isEqualTo(expected);
    }

    @Test
    void doesNotTakeACheckpointForALoraOfTheSameName() throws MalformedJsonException {
        var both = List.of(
                placed(Role.CHECKPOINT, "same.safetensors", "sd/checkpoint.safetensors"),
                placed(Role.LORA, "same.safetensors", "style/lora.safetensors"));
        var named = read(prompt(), Optional.empty()).named(both);
        assertThat(named.api().ofType("CheckpointLoaderSimple").getFirst().literal("ckpt_name"))
                .isEqualTo(Json.of("sd/checkpoint.safetensors"));
        assertThat(loras(named.api())).endsWith("style/lora.safetensors");
    }

    @Test
    void renamesEmbeddingsInTextsAndKeepsAnExtensionThatWasThere() throws MalformedJsonException {
        var swapped = List.of(placed(Role.EMBEDDING, "a.pt", "b.pt"), placed(Role.EMBEDDING, "b", "a.safetensors"));
        var named = read(prompt(), Optional.of(canvas(graph(prompt())))).named(swapped);
        var text = Json.of("(embedding:b.pt:1.2), embedding:a");
        assertThat(named.api().ofType("CLIPTextEncode").getFirst().literal("text"))
                .isEqualTo(text);
        assertThat(queued(named).ofType("CLIPTextEncode").getFirst().literal("text"))
                .isEqualTo(text);
    }

    @Test
    void changesNothingElse() throws MalformedJsonException {
        var named = read(prompt(), Optional.empty()).named(List.of());
        assertThat(ApiFormat.write(named.api()).write())
                .isEqualTo(ApiFormat.write(graph(prompt())).write());
        assertThat(named.findings()).isEmpty();
    }

    @Test
    void doesNotOpenAnotherGraphThanTheOneThatRan() throws MalformedJsonException {
        var other = graph(prompt())
                .map(node -> node.type().equals("VAEDecode")
                        ? node
                        : node.type().equals("KSampler")
                                ? node.with("model", new Input.Link(new NodeId("1"), 0))
                                : node);
        var named = read(prompt(), Optional.of(canvas(other))).named(List.of());
        assertThat(named.ui()).isEmpty();
        assertThat(named.findings()).extracting(Finding::code).containsExactly("GRAPH_HALVES_DIFFER");
        assertThat(named.findings()).extracting(Finding::effect).containsExactly(Effect.DOUBT);
    }

    @ParameterizedTest
    @CsvSource({"randomize, true", "increment, true", "fixed, false"})
    void doubtsASeedThatMovesWhereOnlyTheCanvasIsKnown(String control, boolean doubted) throws MalformedJsonException {
        var canvas = Json.parse(canvas(graph(prompt())).write().replace("\"fixed\"", '"' + control + '"'));
        var alone = OwnGraph.read(new EmbeddedGraph(Optional.empty(), Optional.of(canvas)), CORE);
        var named = ((OwnGraph.Reading.Usable) alone).graph().named(List.of());
        assertThat(named.findings().stream().anyMatch(finding -> finding.code().equals("SEED_MOVED")))
                .isEqualTo(doubted);
        assertThat(named.ui().orElseThrow().write()).contains("5,\"fixed\"");
        assertThat(read(prompt(), Optional.of(canvas)).named(List.of()).findings())
                .isEmpty();
    }

    @Test
    void keepsACanvasOfUnknownNodesForTheBrowserAndPutsItsModelsUnderTheNamesOfHere() throws MalformedJsonException {
        var canvas =
                Json.parse(canvas(graph(prompt())).write().replace("\"type\":\"LoraLoader\"", "\"type\":\"Nobody's\""));
        var reading = OwnGraph.read(new EmbeddedGraph(Optional.empty(), Optional.of(canvas)), CORE);
        assertThat(reading).isInstanceOfSatisfying(OwnGraph.Reading.CanvasOnly.class, only -> {
            var named = only.graph().named(List.of(placed(Role.LORA, "first.safetensors", "here/first.safetensors")));
            assertThat(named.ui().orElseThrow().write())
                    .contains("[\"here/first.safetensors\",0.5,1]", "[\"second.safetensors\",1,1]");
            assertThat(named.findings()).extracting(Finding::code).containsExactly("CUSTOM_NODES");
        });
    }

    @Test
    void givesAnOldGraphTheInputsThatItsNodesGotSince() throws MalformedJsonException {
        var old = Json.parse(TWO_LORAS.replace(
                "\"VAEDecode\", \"inputs\": {", "\"VAEDecodeTiled\", \"inputs\": {\"tile_size\": 512, "));
        var named = read(old, Optional.empty()).named(List.of());
        var decoder = named.api().ofType("VAEDecodeTiled").getFirst();
        assertThat(decoder.literal("overlap").write()).isEqualTo("64");
        assertThat(decoder.literal("tile_size").write()).isEqualTo("512");
        assertThat(named.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GRAPH_DEFAULTS");
            assertThat(finding.message()).contains("VAEDecodeTiled.overlap = 64");
        });
    }

    @Test
    void saysWhatAPlainEngineWouldRefuse() throws MalformedJsonException {
        var prompt = Json.parse(TWO_LORAS.replace("\"euler\"", "\"res_2s\""));
        var named = read(prompt, Optional.empty()).named(List.of());
        assertThat(named.api()
                        .ofType("KSampler")
                        .getFirst()
                        .literal("sampler_name")
                        .write())
                .isEqualTo("\"res_2s\"");
        assertThat(named.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GRAPH_REFUSED");
            assertThat(finding.advice()).contains("packs");
        });
    }

    @Test
    void blamesNoPackForALinkToNothing() throws MalformedJsonException {
        var prompt = Json.parse(TWO_LORAS.replaceFirst("\"samples\": ?\\[\"\\d+\"", "\"samples\": [\"999\""));
        assertThat(read(prompt, Optional.empty()).named(List.of()).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("Any ComfyUI would refuse the graph")
                            .contains("999");
                    assertThat(finding.advice()).contains("mend").doesNotContain("packs");
                });
    }

    @Test
    void saysThatAPictureWhichTheGraphLoadsIsNotThere() throws MalformedJsonException {
        var prompt = Json.parse(TWO_LORAS.replace(
                "\"class_type\": \"EmptyLatentImage\", \"inputs\": {\"width\": 512, \"height\": 512, \"batch_size\": 1}",
                "\"class_type\": \"LoadLatent\", \"inputs\": {\"latent\": \"me.latent\"}"));
        var findings =
                new ArrayList<>(read(prompt, Optional.empty()).named(List.of()).findings());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("IMG2IMG_SOURCE");
            assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT);
            assertThat(finding.message()).contains("me.latent");
        });
    }
}
