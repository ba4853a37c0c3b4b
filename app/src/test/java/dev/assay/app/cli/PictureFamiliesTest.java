package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.FamiliesWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.app.cli.Reports.findings;
import static org.assertj.core.api.Assertions.assertThat;

/** Models that begin with a picture, each in its own way. */
class PictureFamiliesTest extends AgainstTheReplica {

    @BeforeEach
    void world() throws IOException {
        program.with("ASSAY_HUGGINGFACE_URL", serve(FamiliesWorld.world()).hub().toString());
        for (var name : List.of("first.png", "second.png", "mask.png")) {
            Files.write(folder.resolve(name), Png.landscape(640, 480).toArray());
        }
    }

    private Program.Ended make(String label, String... more) {
        var args = new ArrayList<>(
                List.of("make", Long.toString(FamiliesWorld.image(label)), "--no-download", "-o", WORKFLOW, "--json"));
        args.addAll(List.of(more));
        var ended = program.run(args.toArray(String[]::new));
        assertThat(ended.code()).as(ended.printed()).isZero();
        return ended;
    }

    private Graph written() throws IOException, MalformedJsonException {
        var graph = ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
        assertThat(GraphCheck.against(NodeDefinitions.core(), ModelInputs.load(), graph))
                .as(graph.toString())
                .isEmpty();
        return graph;
    }

    private static Node only(Graph graph, String type) {
        assertThat(graph.ofType(type)).as(type).hasSize(1);
        return graph.ofType(type).getFirst();
    }

    private static Node behind(Graph graph, Node node, String input) {
        var link = (Input.Link) Objects.requireNonNull(node.inputs().get(input), input);
        return graph.find(link.source()).orElseThrow();
    }

    /** The classes on the way back along these inputs. */
    private static List<String> way(Graph graph, Node from, String... inputs) {
        var types = new ArrayList<String>();
        var node = from;
        for (var input : inputs) {
            node = behind(graph, node, input);
            types.add(node.type());
        }
        return types;
    }

    @ParameterizedTest
    @CsvSource({
        "Flux.1 Kontext, 1",
        "Flux.1 Fill dev, 1",
        "Qwen-Image-Edit, 1",
        "Qwen-Image-Edit-2511, 1",
        "Wan Video 14B i2v 480p, 1",
        "Wan Video 2.2 I2V-A14B, 1",
        "Wan Video 2.2 TI2V-5B, 0",
        "Qwen, 0",
    })
    void awaitsThePictureWithWhichItBegins(String label, int pictures) throws Exception {
        var ended = make(label);
        assertThat(written().ofType("LoadImage")).hasSize(pictures);
        if (pictures > 0) {
            assertThat(findings(ended.json())).contains("IMG2IMG_SOURCE").doesNotContain("PICTURE_MODEL");
            assertThat(ended.json().at("fidelity").text()).contains("partial");
        } else {
            assertThat(findings(ended.json())).doesNotContain("IMG2IMG_SOURCE");
        }
    }

    @Test
    void refersToThePicturesThatAreChanged() throws Exception {
        var ended = make("Flux.1 Kontext", "--source", "first.png", "--source", "second.png");
        assertThat(findings(ended.json())).doesNotContain("IMG2IMG_SOURCE", "PICTURE_UNUSED");
        var graph = written();
        var sampler = only(graph, "KSampler");
        assertThat(way(graph, sampler, "positive", "conditioning", "conditioning", "conditioning"))
                .containsExactly("ReferenceLatent", "ReferenceLatent", "FluxGuidance", "CLIPTextEncode");
        assertThat(way(graph, behind(graph, sampler, "positive"), "latent", "pixels", "image"))
                .containsExactly("VAEEncode", "FluxKontextImageScale", "LoadImage");
        assertThat(way(graph, sampler, "negative", "conditioning"))
                .containsExactly("ConditioningZeroOut", "CLIPTextEncode");
        assertThat(graph.ofType("LoadImage"))
                .extracting(node -> node.literal("image").text().orElseThrow())
                .containsExactly("first.png", "second.png");
        assertThat(sampler.literal("denoise").write()).isEqualTo("1");
    }

    @Test
    void paintsWhatIsMasked() throws Exception {
        make("Flux.1 Fill dev", "--source", "first.png", "--mask", "mask.png");
        var graph = written();
        var sampler = only(graph, "KSampler");
        var painted = only(graph, "InpaintModelConditioning");
        assertThat(List.of("positive", "negative", "latent_image"))
                .allMatch(input -> behind(graph, sampler, input).equals(painted));
        assertThat(way(graph, painted, "positive")).containsExactly("FluxGuidance");
        assertThat(way(graph, painted, "mask")).containsExactly("LoadImageMask");
        assertThat(way(graph, sampler, "model")).containsExactly("DifferentialDiffusion");
    }

    @Test
    void letsTheEncoderLookAtThePictures() throws Exception {
        make("Qwen-Image-Edit", "--source", "first.png");
        var graph = written();
        assertThat(way(graph, only(graph, "KSampler"), "positive", "image", "image"))
                .containsExactly("TextEncodeQwenImageEdit", "FluxKontextImageScale", "LoadImage");
        assertThat(way(graph, only(graph, "KSampler"), "model", "model"))
                .containsExactly("CFGNorm", "ModelSamplingAuraFlow");
        make("Qwen-Image-Edit-2511", "--source", "first.png", "--source", "second.png", "--force");
        var two = written();
        var text = behind(two, only(two, "KSampler"), "positive");
        assertThat(text.type()).isEqualTo("TextEncodeQwenImageEditPlus");
        assertThat(way(two, text, "image2", "image")).containsExactly("FluxKontextImageScale", "LoadImage");
    }

    @Test
    void makesAFilmOfItsFirstFrame() throws Exception {
        var ended = make("Wan Video 14B i2v 480p", "--source", "first.png");
        assertThat(Reports.ingredient(ended.json(), "clip_vision").at("name").text())
                .contains("clip_vision_h.safetensors");
        var graph = written();
        var film = only(graph, "WanImageToVideo");
        assertThat(behind(graph, only(graph, "KSampler"), "latent_image")).isEqualTo(film);
        assertThat(way(graph, film, "start_image")).containsExactly("LoadImage");
        assertThat(way(graph, film, "clip_vision_output", "clip_vision"))
                .containsExactly("CLIPVisionEncode", "CLIPVisionLoader");
        assertThat(film.literal("length").write()).isEqualTo("33");
        assertThat(graph.ofType("EmptyHunyuanLatentVideo")).isEmpty();
    }

    @Test
    void sharesTheStepsOfAFilmBetweenTwoExperts() throws Exception {
        make("Wan Video 2.2 I2V-A14B", "--source", "first.png");
        var graph = written();
        assertThat(graph.ofType("KSamplerAdvanced")).hasSize(2);
        assertThat(graph.ofType("CLIPVisionLoader")).isEmpty();
        assertThat(graph.ofType("UNETLoader"))
                .extracting(node -> node.literal("unet_name").text().orElseThrow())
                .containsExactly(
                        "wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors",
                        FamiliesWorld.fileName("Wan Video 2.2 I2V-A14B"));
    }

    @Test
    void takesAFirstFrameWhereOneIsGiven() throws Exception {
        make("Wan Video 2.2 TI2V-5B", "--source", "first.png");
        var graph = written();
        assertThat(way(graph, only(graph, "Wan22ImageToVideoLatent"), "start_image"))
                .containsExactly("LoadImage");
    }

    /** The label is that of the model that begins with words; the file's own tensors count more than any name. */
    @Test
    void tellsAModelByItsTensorsWhereItsFileIsHere() throws Exception {
        var names = findings(make("Flux.1 Fill dev").json());
        assertThat(names).contains("FAMILY_BY_NAME");
        Files.write(
                Files.createDirectories(program.comfy().resolve("models/diffusion_models"))
                        .resolve("renamed.safetensors"),
                FamiliesWorld.file("Flux.1 Fill dev").toArray());
        var ended = make("Flux.1 Fill dev", "--force");
        assertThat(findings(ended.json())).doesNotContain("FAMILY_BY_NAME");
        assertThat(ended.json().at("family").text()).contains("Flux.1 Fill");
    }

    @Test
    void tellsTheMakesOfHiDreamApartByTheirNames() throws Exception {
        var dev = make("HiDream I1 Dev").json();
        assertThat(findings(dev)).contains("FAMILY_BY_NAME").doesNotContain("FAMILY_UNCLEAR");
        assertThat(only(written(), "ModelSamplingSD3").literal("shift").write()).isEqualTo("6");
        assertThat(findings(make("HiDream", "--force").json())).contains("FAMILY_UNCLEAR");
    }
}
