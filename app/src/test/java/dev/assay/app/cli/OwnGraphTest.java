package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The maker's own graph, out of an image file: used as it ran, with a note beside it. */
class OwnGraphTest {

    private static final String PROMPT = """
            {"3": {"class_type": "KSampler", "inputs": {"seed": 18446744073709551615, "steps": 20, "cfg": 8.0,
                   "sampler_name": "euler", "scheduler": "normal", "denoise": 1.0, "model": ["4", 0], "positive": ["6", 0],
                   "negative": ["6", 0], "latent_image": ["5", 0]}},
             "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "nobodys.safetensors"}},
             "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512, "batch_size": 1}},
             "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "hills", "clip": ["4", 1]}},
             "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
             "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "mine", "images": ["8", 0]}}}
            """;

    private static final String CANVAS = """
            {"last_node_id": 9, "last_link_id": 9, "nodes": [
              {"id": 3, "type": "KSampler", "pos": [863, 186], "size": {"0": 315, "1": 262}, "flags": {}, "order": 4, "mode": 0,
               "inputs": [{"name": "model", "type": "MODEL", "link": 1}, {"name": "positive", "type": "CONDITIONING", "link": 4},
                          {"name": "negative", "type": "CONDITIONING", "link": 6}, {"name": "latent_image", "type": "LATENT", "link": 2}],
               "outputs": [{"name": "LATENT", "type": "LATENT", "links": [7], "slot_index": 0}], "properties": {},
               "widgets_values": [7, "randomize", 20, 8.0, "euler", "normal", 1.0]},
              {"id": 4, "type": "CheckpointLoaderSimple", "pos": [26, 474], "size": [315, 98], "flags": {}, "order": 0, "mode": 0,
               "outputs": [{"name": "MODEL", "type": "MODEL", "links": [1]}, {"name": "CLIP", "type": "CLIP", "links": [3]},
                           {"name": "VAE", "type": "VAE", "links": [8]}], "properties": {}, "widgets_values": ["nobodys.safetensors"]},
              {"id": 5, "type": "EmptyLatentImage", "pos": [473, 609], "size": [315, 106], "flags": {}, "order": 1, "mode": 0,
               "outputs": [{"name": "LATENT", "type": "LATENT", "links": [2]}], "properties": {}, "widgets_values": [512, 512, 1]},
              {"id": 6, "type": "CLIPTextEncode", "pos": [415, 186], "size": [422, 164], "flags": {}, "order": 2, "mode": 0,
               "inputs": [{"name": "clip", "type": "CLIP", "link": 3}],
               "outputs": [{"name": "CONDITIONING", "type": "CONDITIONING", "links": [4, 6]}], "properties": {}, "color": "#232",
               "widgets_values": ["hills"]},
              {"id": 8, "type": "VAEDecode", "pos": [1209, 188], "size": [210, 46], "flags": {}, "order": 5, "mode": 0,
               "inputs": [{"name": "samples", "type": "LATENT", "link": 7}, {"name": "vae", "type": "VAE", "link": 8}],
               "outputs": [{"name": "IMAGE", "type": "IMAGE", "links": [9]}], "properties": {}},
              {"id": 9, "type": "SaveImage", "pos": [1451, 189], "size": [210, 58], "flags": {}, "order": 6, "mode": 0,
               "inputs": [{"name": "images", "type": "IMAGE", "link": 9}], "properties": {}, "widgets_values": ["mine"]}],
             "links": [[1, 4, 0, 3, 0, "MODEL"], [2, 5, 0, 3, 3, "LATENT"], [3, 4, 1, 6, 0, "CLIP"], [4, 6, 0, 3, 1, "CONDITIONING"],
                       [6, 6, 0, 3, 2, "CONDITIONING"], [7, 3, 0, 8, 0, "LATENT"], [8, 4, 2, 8, 1, "VAE"], [9, 8, 0, 9, 0, "IMAGE"]],
             "groups": [], "config": {}, "extra": {"mine": 0.10}, "version": 0.4}
            """;

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private Json made(String output, String... canvas) throws IOException, MalformedJsonException {
        var texts = new LinkedHashMap<>(Map.of("prompt", PROMPT));
        for (var one : canvas) {
            texts.put("workflow", one);
        }
        Files.write(folder.resolve("mine.png"), Png.landscape(64, 64, texts).toArray());
        var ended = program.run("make", folder.resolve("mine.png").toString(), "--no-download", "-o", output);
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains(output.endsWith(".api.json") ? "exact-graph" : "approximate");
        return Json.parse(Files.readString(folder.resolve(output)));
    }

    @Test
    void putsANoteBesideTheMakersCanvasAndChangesNothingElse() throws Exception {
        var workflow = made("out.json", CANVAS);
        var note = workflow.at("nodes").items().getLast();
        assertThat(note.at("type").text()).hasValue("MarkdownNote");
        assertThat(note.at("widgets_values").at(0).text().orElseThrow())
                .contains("mine.png", "Proven by 1 witness", "SEED_UI", "MODEL_UNIDENTIFIED");
        var seed = "18446744073709551615,\"fixed\"";
        assertThat(workflow.write()
                        .replace("," + note.write(), "")
                        .replace("\"last_node_id\":10", "\"last_node_id\":9"))
                .isEqualTo(Json.parse(CANVAS).write().replace("7,\"randomize\"", seed));
    }

    @Test
    void laysTheGraphOutWhereTheImageHasNoCanvas() throws Exception {
        var workflow = made("out.json");
        assertThat(workflow.at("nodes").items()).hasSize(7);
        assertThat(workflow.at("version").scalar()).hasValue("0.4");
        assertThat(workflow.write()).contains("MarkdownNote", "18446744073709551615,\"fixed\"");
    }

    @Test
    void keepsTheApiFormatToTheLetter() throws Exception {
        assertThat(made("out.api.json", CANVAS).members()).isEqualTo(reordered(Json.parse(PROMPT)));
    }

    /** The class behind the inputs, as it is written. */
    private static Map<String, Json> reordered(Json prompt) {
        var nodes = new LinkedHashMap<String, Json>();
        prompt.members()
                .forEach((id, node) -> nodes.put(
                        id,
                        Json.object()
                                .put("inputs", node.at("inputs"))
                                .put("class_type", node.at("class_type"))
                                .build()));
        return nodes;
    }

    @Test
    void tellsInTheApiFormatOfADrawnGraphWhatTheNoteTells() throws Exception {
        var ended = program.run("make", "https://civitai.com/images/96712457", "--no-download", "-o", "drawn.api.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        var drawn = Json.parse(Files.readString(folder.resolve("drawn.api.json")));
        assertThat(drawn.at("1").at("_meta").at("assay").write())
                .contains("https://civitai.com/images/96712457", "Proven by", "Fidelity", "MODELS_MISSING");
    }
}
