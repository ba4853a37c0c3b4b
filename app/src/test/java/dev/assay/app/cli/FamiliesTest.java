package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.assay.core.ingredient.StandardFiles;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.FamiliesWorld;
import dev.assay.replica.world.HubFile;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An image of each family, made from the settings that the site keeps. */
class FamiliesTest extends AgainstTheReplica {

    @BeforeEach
    void world() throws IOException {
        serveWithHub(FamiliesWorld.world());
    }

    private void serveWithHub(World world) throws IOException {
        program.with("ASSAY_HUGGINGFACE_URL", serve(world).hub().toString());
    }

    static Stream<String> labels() {
        return FamiliesWorld.labels().stream();
    }

    private Program.Ended make(String label, String... more) {
        var args = Stream.concat(
                        Stream.of("make", Long.toString(FamiliesWorld.image(label)), "-o", WORKFLOW), Stream.of(more))
                .toArray(String[]::new);
        return program.run(args);
    }

    private Graph written() throws IOException, MalformedJsonException {
        return ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
    }

    private static List<String> types(Graph graph) {
        return graph.nodes().stream().map(node -> node.type()).toList();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void makesAWorkflowThatRuns(String label) throws Exception {
        var ended = make(label, "--no-download", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(GraphCheck.against(NodeDefinitions.core(), ModelInputs.load(), written()))
                .as(written().toString())
                .isEmpty();
        assertThat(Reports.findings(ended.json())).contains("MODELS_MISSING");
    }

    private void put(String directory, String name) throws IOException {
        var folder = Files.createDirectories(program.comfy().resolve("models").resolve(directory));
        Files.write(folder.resolve(name), Safetensors.sdxlVae(name.hashCode()).toArray());
    }

    @Test
    void saysThatItAssumesTheStandardFilesAndFromWhere() throws Exception {
        var report = make("Qwen", "--no-download", "--json").json();
        assertThat(Reports.findings(report)).contains("COMPANIONS_ASSUMED");
        var encoder = Reports.ingredient(report, "text_encoder");
        assertThat(encoder.at("name").text()).contains("qwen_2.5_vl_7b_fp8_scaled.safetensors");
        assertThat(encoder.at("sources").items().getFirst().at("origin").text()).contains("default");
        assertThat(encoder.at("state").at("directory").text()).contains("text_encoders");
        assertThat(Files.readString(folder.resolve(WORKFLOW))).contains("qwen_image_vae.safetensors");
    }

    @Test
    void usesWhatIsThereUnderTheExactNameAndSaysThatItsContentIsAnother() throws Exception {
        put("vae", "qwen_image_vae.safetensors");
        var report = make("Qwen", "--no-download", "--json").json();
        assertThat(Reports.ingredient(report, "vae").at("state").at("kind").text())
                .contains("on-disk");
        assertThat(Reports.findings(report)).contains("STANDARD_BY_NAME");
    }

    @Test
    void usesTheSameEncoderInOtherPrecisionAloud() throws Exception {
        put("text_encoders", "t5xxl_fp8_e4m3fn.safetensors");
        var report = make("Chroma", "--no-download", "--json").json();
        assertThat(Reports.findings(report)).contains("STANDARD_INSTEAD");
        assertThat(written()
                        .ofType("CLIPLoader")
                        .getFirst()
                        .literal("clip_name")
                        .text())
                .contains("t5xxl_fp8_e4m3fn.safetensors");
    }

    @Test
    void takesTheFilesThatTheMetadataName() throws Exception {
        Files.writeString(folder.resolve("forge.txt"), """
                a fox
                Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 1, \
                Size: 1024x1024, Version: f2.0.1v1.10.1, Module 1: ae, Module 2: clip_l, Module 3: t5xxl_fp8_e4m3fn
                """);
        var report = make("Flux.1 D", "--no-download", "--metadata", "forge.txt", "--json")
                .json();
        assertThat(Reports.findings(report)).doesNotContain("COMPANIONS_ASSUMED", "MODEL_LEFT_OUT", "CFG_FLUX");
        assertThat(written()
                        .ofType("DualCLIPLoader")
                        .getFirst()
                        .literal("clip_name1")
                        .text())
                .contains("t5xxl_fp8_e4m3fn.safetensors");
    }

    @Test
    void refusesAStandardFileOfAnotherContent() {
        var ended = make("Flux.1 D", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(8);
        assertThat(folder.resolve(WORKFLOW)).doesNotExist();
        assertThat(program.models()).doesNotContain("vae/ae.safetensors", "text_encoders/clip_l.safetensors");
    }

    @Test
    void fetchesTheOtherExpertFromWhereItLies() throws Exception {
        serveWithHub(FamiliesWorld.builder()
                .onHub(HubFile.of(
                        "Comfy-Org/Wan_2.2_ComfyUI_Repackaged",
                        "split_files/diffusion_models/wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors",
                        Safetensors.file(Map.of(), new TreeMap<>(Map.of("head.modulation", List.of(1, 2, 8))), 1)))
                .build());
        put("text_encoders", "umt5_xxl_fp8_e4m3fn_scaled.safetensors");
        put("vae", "wan_2.1_vae.safetensors");
        var ended = make("Wan Video 2.2 T2V-A14B", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).contains("diffusion_models/wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors");
        var samplers = written().ofType("KSamplerAdvanced");
        assertThat(samplers)
                .extracting(node -> node.literal("start_at_step").write())
                .containsExactly("0", "10");
        assertThat(written().ofType("UNETLoader"))
                .extracting(node -> node.literal("unet_name").text().orElseThrow())
                .containsExactly(
                        "wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors",
                        FamiliesWorld.fileName("Wan Video 2.2 T2V-A14B"));
    }

    @Test
    void makesAFilmAndSaysWhatItAssumes() throws Exception {
        var report = make("Wan Video 14B t2v", "--no-download", "--json").json();
        assertThat(Reports.findings(report)).contains("FRAMES_MISSING", "FRAME_RATE_MISSING");
        assertThat(written()
                        .ofType("EmptyHunyuanLatentVideo")
                        .getFirst()
                        .literal("length")
                        .write())
                .isEqualTo("33");
        assertThat(written().ofType("SaveAnimatedWEBP")).hasSize(1);
    }

    @Test
    void loadsABareFluxModelWithItsEncodersAndVae() throws Exception {
        make("Flux.1 D", "--no-download");
        assertThat(types(written()))
                .containsExactlyInAnyOrder(
                        "UNETLoader",
                        "DualCLIPLoader",
                        "VAELoader",
                        "ModelSamplingFlux",
                        "CLIPTextEncode",
                        "FluxGuidance",
                        "EmptySD3LatentImage",
                        "RandomNoise",
                        "BasicGuider",
                        "KSamplerSelect",
                        "BasicScheduler",
                        "SamplerCustomAdvanced",
                        "VAEDecode",
                        "SaveImage");
    }

    @Test
    void loadsAFluxCheckpointThatBringsEverythingAlone() throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of("Flux.1 D", FamiliesWorld.Brings.ALL)));
        Files.write(
                program.comfy().resolve("models/checkpoints/mine.safetensors"),
                FamiliesWorld.wholeFile("Flux.1 D").toArray());
        var ended = make("Flux.1 D", "--no-download");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(types(written()))
                .containsExactlyInAnyOrder(
                        "CheckpointLoaderSimple",
                        "CLIPTextEncode",
                        "CLIPTextEncode",
                        "FluxGuidance",
                        "EmptySD3LatentImage",
                        "KSampler",
                        "VAEDecode",
                        "SaveImage");
    }

    @Test
    void loadsTheVaeOfABareModelThatMostlyBringsIt() throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of("SD 3.5 Large", FamiliesWorld.Brings.NOTHING)));
        Files.write(
                Files.createDirectories(program.comfy().resolve("models/diffusion_models"))
                        .resolve("bare.safetensors"),
                FamiliesWorld.bareFile("SD 3.5 Large").toArray());
        var ended = make("SD 3.5 Large", "--no-download");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(types(written())).contains("UNETLoader", "TripleCLIPLoader", "VAELoader");
    }

    /** The site lets expect a whole checkpoint; only the header of what arrived tells that it is none. */
    @Test
    void completesAModelThatTurnsOutToBringLessThanTheSiteLetExpect() throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of("Lumina", FamiliesWorld.Brings.NOTHING)));
        put("text_encoders", "gemma_2_2b_fp16.safetensors");
        put("vae", "ae.safetensors");
        var ended = make("Lumina", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).contains("diffusion_models/" + FamiliesWorld.fileName("Lumina"));
        assertThat(types(written())).contains("UNETLoader", "CLIPLoader", "VAELoader");
        assertThat(types(written())).doesNotContain("CheckpointLoaderSimple");
    }

    @Test
    void keepsTheModelAndWritesNothingWhereWhatItTurnsOutToNeedIsNotToBeHad() throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of("Lumina", FamiliesWorld.Brings.NOTHING)));
        put("vae", "ae.safetensors");
        var ended = make("Lumina", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.printed()).contains("gemma_2_2b_fp16.safetensors");
        assertThat(folder.resolve(WORKFLOW)).doesNotExist();
        assertThat(program.models()).contains("diffusion_models/" + FamiliesWorld.fileName("Lumina"));
    }

    static Stream<Arguments> labelsAndContents() {
        return labels().flatMap(label ->
                Arrays.stream(FamiliesWorld.Brings.values()).map(brings -> Arguments.of(label, brings)));
    }

    /** What cannot be moved, since its name is taken there, is bare all the same. */
    @Test
    void drawsNothingOfABareModelThatHasToStayAmongTheCheckpoints() throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of("SD 2.1", FamiliesWorld.Brings.NOTHING)));
        put("diffusion_models", FamiliesWorld.fileName("SD 2.1"));
        var ended = make("SD 2.1", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(Reports.findings(ended.json())).contains("IN_ANOTHER_FOLDER");
        assertThat(ended.printed()).contains("Its file holds the diffusion model alone");
        assertThat(folder.resolve(WORKFLOW)).doesNotExist();
    }

    /** Each loader lists one folder, and a graph that names a file of another one is refused. */
    @ParameterizedTest
    @MethodSource("labelsAndContents")
    void namesEachFileWhereItsLoaderLooks(String label, FamiliesWorld.Brings brings) throws Exception {
        serveWithHub(FamiliesWorld.world(Map.of(label, brings)));
        for (var file : StandardFiles.load().all()) {
            put(file.folder(), file.name());
        }
        var ended = make(label, "--yes", "--json");
        if (ended.code() == 7) {
            // Nobody knows which files belong to the bare models of some families.
            assertThat(brings).isEqualTo(FamiliesWorld.Brings.NOTHING);
            assertThat(ended.printed()).contains("Its file holds the diffusion model alone");
            assertThat(folder.resolve(WORKFLOW)).doesNotExist();
            return;
        }
        assertThat(ended.code()).as(ended.printed()).isZero();
        var inputs = ModelInputs.load();
        for (var model : inputs.in(written())) {
            assertThat(program.models()).as(model.type()).contains(model.folder() + "/" + model.name());
        }
    }
}
