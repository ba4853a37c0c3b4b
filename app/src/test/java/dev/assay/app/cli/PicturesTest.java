package dev.assay.app.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

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
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.app.cli.Reports.findings;
import static org.assertj.core.api.Assertions.assertThat;

/** Images that were made from a picture: it is asked for, and stands in the workflow where it stood in the making. */
class PicturesTest extends AgainstTheReplica {

    private static final long NET = 8101;
    private static final String CONTROL =
            "Module: %s, Model: net [%s], Weight: 0.8, Resize Mode: Crop and Resize, Processor"
                    + " Res: 512, Threshold A: 51, Threshold B: 102, Guidance Start: 0.1, Guidance End: 0.9, Control Mode: Balanced";

    private Path picture(String name, int width, int height) throws IOException {
        return Files.write(folder.resolve(name), Png.landscape(width, height).toArray());
    }

    private Path input(String name) {
        return program.comfy().resolve("input").resolve(name);
    }

    private void serveMade(String... statements) throws IOException {
        var meta = Pony.meta();
        for (int i = 0; i < statements.length; i += 2) {
            meta.put(statements[i], statements[i + 1]);
        }
        serve(plain().meta(meta.build()));
    }

    private Program.Ended make(String... more) {
        var args = new ArrayList<>(List.of("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json"));
        args.addAll(List.of(more));
        return program.run(args.toArray(String[]::new));
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

    /** The node from which an input is fed. */
    private static Node behind(Graph graph, Node node, String input) {
        var link = (Input.Link) Objects.requireNonNull(node.inputs().get(input));
        return graph.find(link.source()).orElseThrow();
    }

    @Test
    void beginsWithTheSourcePicture() throws Exception {
        serveMade("Denoising strength", "0.5");
        picture("sketch.png", 416, 608);
        var ended = make("--source", "sketch.png");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json()))
                .contains("PICTURE_GIVEN", "IMG2IMG_STEPS")
                .doesNotContain("IMG2IMG_SOURCE", "PICTURE_UNUSED");
        assertThat(ended.json().at("fidelity").text()).contains("same-settings");
        var graph = written();
        var sampler = only(graph, "KSampler");
        var encoder = behind(graph, sampler, "latent_image");
        assertThat(encoder.type()).isEqualTo("VAEEncode");
        var scale = behind(graph, encoder, "pixels");
        assertThat(scale.literal("width").write() + "x"
                        + scale.literal("height").write())
                .isEqualTo("832x1216");
        assertThat(behind(graph, scale, "image").literal("image").text()).contains("sketch.png");
        // A1111 runs the last eleven of twenty steps at 0.5.
        assertThat(sampler.literal("steps").write()).isEqualTo("11");
        assertThat(sampler.literal("denoise").write()).isEqualTo("0.55");
        assertThat(graph.ofType("EmptyLatentImage")).isEmpty();
        assertThat(input("sketch.png")).hasSameBinaryContentAs(folder.resolve("sketch.png"));
    }

    @Test
    void scalesNoPictureOfTheVerySize() throws Exception {
        serveMade("workflow", "img2img", "Denoising strength", "0.5");
        picture("sketch.png", 832, 1216);
        make("--source", "sketch.png");
        assertThat(written().ofType("ImageScale")).isEmpty();
    }

    @Test
    void saysWhichPictureIsMissingAndKeepsItsPlace() throws Exception {
        serveMade("Denoising strength", "0.5");
        var ended = make();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        var finding = ended.json().at("findings").items().stream()
                .filter(one -> one.at("code").text().equals(Optional.of("IMG2IMG_SOURCE")))
                .findFirst()
                .orElseThrow();
        var awaited = only(written(), "LoadImage").literal("image").text().orElseThrow();
        assertThat(awaited).isEqualTo("civitai-" + IMAGE + "-source.png");
        assertThat(finding.at("message").text().orElse("")).contains(awaited);
        assertThat(finding.at("advice").text().orElse("")).contains("--source");
        assertThat(only(written(), "KSampler").literal("denoise").write()).isEqualTo("0.55");
    }

    @Test
    void replacesNothingInTheInputFolder() throws Exception {
        serveMade("Denoising strength", "0.5");
        picture("sketch.png", 416, 608);
        Files.createDirectories(input("x").getParent());
        Files.writeString(input("sketch.png"), "the user's own");
        assertThat(make("--source", "sketch.png").code()).isZero();
        assertThat(input("sketch.png")).hasContent("the user's own");
        var name = only(written(), "LoadImage").literal("image").text().orElseThrow();
        assertThat(name).matches("sketch-[0-9a-f]{12}\\.png");
        assertThat(input(name)).hasSameBinaryContentAs(folder.resolve("sketch.png"));
        assertThat(make("--source", "sketch.png", "--force").code()).isZero();
        try (var files = Files.list(input("x").getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void takesAPictureFromTheInputFolderAsItIs() throws Exception {
        serveMade("Denoising strength", "0.5");
        Files.createDirectories(input("mine/x").getParent());
        Files.write(input("mine/sketch.png"), Png.landscape(416, 608).toArray());
        assertThat(make("--source", input("mine/sketch.png").toString()).code()).isZero();
        assertThat(only(written(), "LoadImage").literal("image").text()).contains("mine/sketch.png");
        assertThat(input("sketch.png")).doesNotExist();
    }

    @Test
    void writesNothingIntoTheInputFolderToVerify() throws Exception {
        serveMade("Denoising strength", "0.5");
        picture("sketch.png", 416, 608);
        var ended = program.run("make", IMAGE, "--verify", "--source", "sketch.png", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("PICTURE_GIVEN");
        assertThat(input("sketch.png")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"nowhere.png, 10", "notes.png, 2"})
    void refusesWhatIsNoPicture(String name, int code) throws Exception {
        serveMade("Denoising strength", "0.5");
        Files.writeString(folder.resolve("notes.png"), "no picture at all");
        var ended = make("--source", name);
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(ended.json().at("problems").write()).contains(name);
        assertThat(folder.resolve(WORKFLOW)).doesNotExist();
    }

    @Test
    void saysThatAPictureHasNoPlace() throws Exception {
        serve(plain());
        picture("pose.png", 416, 608);
        var ended = make("--control", "pose.png");
        assertThat(findings(ended.json())).contains("PICTURE_UNUSED");
        assertThat(input("pose.png")).doesNotExist();
    }

    @Test
    void paintsTheMaskedPartAndPutsTheRestBack() throws Exception {
        serveMade("Denoising strength", "0.75", "Mask blur", "4");
        picture("sketch.png", 832, 1216);
        picture("mask.png", 832, 1216);
        var ended = make("--source", "sketch.png", "--mask", "mask.png");
        assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("same-settings");
        var graph = written();
        var limited = behind(graph, only(graph, "KSampler"), "latent_image");
        assertThat(limited.type()).isEqualTo("SetLatentNoiseMask");
        var blur = only(graph, "ImageBlur");
        assertThat(blur.literal("sigma").write() + ", "
                        + blur.literal("blur_radius").write())
                .isEqualTo("4, 10");
        assertThat(only(graph, "LoadImageMask").literal("image").text()).contains("mask.png");
        assertThat(behind(graph, only(graph, "SaveImage"), "images").type()).isEqualTo("ImageCompositeMasked");
    }

    @ParameterizedTest
    @CsvSource({
        "original, SetLatentNoiseMask, VAEEncode, ",
        "fill, VAEEncodeForInpaint, ImageScale, MASK_CONTENT",
        "latent nothing, SetLatentNoiseMask, LatentCompositeMasked, ",
        "latent noise, SetLatentNoiseMask, LatentCompositeMasked, MASK_CONTENT",
    })
    void beginsTheMaskedPartAsStated(String content, String node, String before, @Nullable String code)
            throws Exception {
        serveMade("Denoising strength", "0.75", "Mask blur", "4", "Masked content", content);
        var ended = make();
        assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("partial");
        assertThat(findings(ended.json())).contains("MASK", "IMG2IMG_SOURCE");
        if (code != null) {
            assertThat(findings(ended.json())).contains(code);
        }
        var graph = written();
        var latent = behind(graph, only(graph, "KSampler"), "latent_image");
        assertThat(latent.type()).isEqualTo(node);
        assertThat(behind(graph, latent, latent.inputs().containsKey("samples") ? "samples" : "pixels")
                        .type())
                .isEqualTo(before);
    }

    private void serveOnlyMasked() throws IOException {
        serveMade(
                "Denoising strength",
                "0.75",
                "Mask blur",
                "4",
                "Inpaint area",
                "Only masked",
                "Masked area padding",
                "32");
    }

    /** Black, with a white square of 100 pixels. */
    private void mask(int width, int height, int x, int y) throws IOException {
        var mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 10_000; i++) {
            mask.setRGB(x + i % 100, y + i / 100, 0xffffff);
        }
        assertThat(ImageIO.write(mask, "png", folder.resolve("mask.png").toFile()))
                .isTrue();
    }

    private static String places(Node node, String... inputs) {
        return Stream.of(inputs).map(input -> node.literal(input).write()).collect(Collectors.joining(" "));
    }

    @Test
    void enlargesOnlyTheSurroundingsOfTheMaskAndPutsThemBack() throws Exception {
        serveOnlyMasked();
        picture("sketch.png", 1000, 800);
        mask(1000, 800, 100, 300);
        var ended = make("--source", "sketch.png", "--mask", "mask.png");
        assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("approximate");
        assertThat(findings(ended.json())).contains("INPAINT_AREA").doesNotContain("SOURCE_SHAPE", "RESULT_SIZE");
        var graph = written();
        // The square, ten pixels of blur and 32 of padding to each side, in the shape of 832x1216.
        var cut = only(graph, "ImageCrop");
        assertThat(places(cut, "width", "height", "x", "y")).isEqualTo("184 268 58 216");
        assertThat(places(only(graph, "CropMask"), "width", "height", "x", "y")).isEqualTo("184 268 58 216");
        var limited = behind(graph, only(graph, "KSampler"), "latent_image");
        assertThat(limited.type()).isEqualTo("SetLatentNoiseMask");
        assertThat(behind(graph, limited, "mask").type()).isEqualTo("CropMask");
        var enlarged = behind(graph, behind(graph, limited, "samples"), "pixels");
        assertThat(places(enlarged, "width", "height")).isEqualTo("832 1216");
        assertThat(behind(graph, enlarged, "image")).isEqualTo(cut);
        var whole = behind(graph, only(graph, "SaveImage"), "images");
        assertThat(places(whole, "x", "y")).isEqualTo("58 216");
        assertThat(places(behind(graph, whole, "source"), "width", "height")).isEqualTo("184 268");
        assertThat(behind(graph, whole, "destination").type()).isEqualTo("LoadImage");
        assertThat(behind(graph, whole, "mask").type()).isEqualTo("CropMask");
    }

    @Test
    void paintsTheMaskInTheWholePictureWhereNobodyKnowsWhereItIs() throws Exception {
        serveOnlyMasked();
        var ended = make();
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        assertThat(findings(ended.json())).contains("INPAINT_AREA");
        assertThat(written().ofType("ImageCrop")).isEmpty();
        // A mask of another size tells of another picture.
        picture("sketch.png", 1000, 800);
        mask(500, 400, 100, 100);
        var other = make("--source", "sketch.png", "--mask", "mask.png", "--force");
        assertThat(other.json().at("fidelity").text()).contains("partial");
        assertThat(other.json().at("findings").write()).contains("where they are is not known");
        assertThat(written().ofType("ImageCrop")).isEmpty();
    }

    private void serveControlled(String module) throws IOException {
        var bytes = Safetensors.sdxlVae(NET);
        var net = Model.of(8100, "A net", "Controlnet")
                .version(Version.of(NET, "v1", "Pony")
                        .file(ModelFile.of(8102, "net.safetensors", bytes).primary()));
        var hash = SiteHashes.of(bytes).getOrDefault("AutoV2", "").toLowerCase(Locale.ROOT);
        serve(QuirksWorld.builder()
                .model(net.build())
                .image(plain().meta(Pony.meta()
                                .put("ControlNet 0", CONTROL.formatted(module, hash))
                                .build())
                        .build())
                .build());
    }

    @Test
    void steersByAControlNet() throws Exception {
        serveControlled("canny");
        picture("pose.png", 832, 1216);
        var ended = make("--control", "pose.png");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json()))
                .doesNotContain("CN_IMAGE", "MODEL_LEFT_OUT")
                .contains("CN_PREPROCESSOR");
        assertThat(ended.json().at("fidelity").text()).contains("approximate");
        var graph = written();
        var steered = behind(graph, only(graph, "KSampler"), "positive");
        assertThat(steered.type()).isEqualTo("ControlNetApplyAdvanced");
        assertThat(behind(graph, only(graph, "KSampler"), "negative")).isEqualTo(steered);
        assertThat(List.of("strength", "start_percent", "end_percent"))
                .extracting(input -> steered.literal(input).write())
                .containsExactly("0.8", "0.1", "0.9");
        assertThat(behind(graph, steered, "control_net")
                        .literal("control_net_name")
                        .text())
                .contains("net.safetensors");
        var canny = behind(graph, steered, "image");
        assertThat(canny.literal("low_threshold").write() + " "
                        + canny.literal("high_threshold").write())
                .isEqualTo("0.2 0.4");
        assertThat(behind(graph, canny, "image").literal("image").text()).contains("pose.png");
        assertThat(Reports.ingredient(ended.json(), "controlnet")
                        .at("state")
                        .at("directory")
                        .text())
                .contains("controlnet");
    }

    @Test
    void asksForWhatAPreprocessorMadeThatCoreHasNot() throws Exception {
        serveControlled("openpose_full");
        var ended = make();
        assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("partial");
        assertThat(findings(ended.json())).contains("CN_IMAGE", "CN_PREPROCESSOR");
        var steered = only(written(), "ControlNetApplyAdvanced");
        assertThat(behind(written(), steered, "image").literal("image").text())
                .contains("civitai-" + IMAGE + "-control-1.png");
    }

    /** Nodes of packs, as a server tells of them that has them installed. */
    private static Json packs() throws MalformedJsonException {
        return Json.parse("""
                {"OpenposePreprocessor": {"input": {"required": {"image": ["IMAGE"],
                  "detect_hand": [["enable", "disable"], {"default": "enable"}],
                  "resolution": ["INT", {"default": 512, "min": 64, "max": 16384}]}},
                  "output": ["IMAGE"], "output_name": ["IMAGE"], "python_module": "custom_nodes.comfyui_controlnet_aux"},
                 "IPAdapterModelLoader": {"input": {"required": {"ipadapter_file": [["xl/ip-adapter_xl.safetensors"]]}},
                  "output": ["IPADAPTER"], "output_name": ["IPADAPTER"],
                  "python_module": "custom_nodes.comfyui_ipadapter_plus"},
                 "IPAdapterAdvanced": {"input": {"required": {"model": ["MODEL"], "ipadapter": ["IPADAPTER"],
                  "image": ["IMAGE"], "weight": ["FLOAT", {"default": 1.0, "min": -1, "max": 5}],
                  "weight_type": [["linear", "ease in"]], "combine_embeds": [["concat", "add"]],
                  "start_at": ["FLOAT", {"default": 0.0, "min": 0.0, "max": 1.0}],
                  "end_at": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0}],
                  "embeds_scaling": [["V only", "K+V"]]},
                  "optional": {"image_negative": ["IMAGE"], "attn_mask": ["MASK"], "clip_vision": ["CLIP_VISION"]}},
                  "output": ["MODEL"], "output_name": ["MODEL"], "python_module": "custom_nodes.comfyui_ipadapter_plus"},
                 "UltralyticsDetectorProvider": {"input": {"required": {"model_name": [["bbox/face_yolov8n.pt"]]}},
                  "output": ["BBOX_DETECTOR", "SEGM_DETECTOR"], "output_name": ["BBOX_DETECTOR", "SEGM_DETECTOR"],
                  "python_module": "custom_nodes.comfyui-impact-subpack"},
                 "FaceDetailer": {"input": {"required": {"image": ["IMAGE"], "model": ["MODEL"], "clip": ["CLIP"],
                  "vae": ["VAE"], "guide_size": ["FLOAT", {"default": 512, "min": 64, "max": 16384}],
                  "seed": ["INT", {"default": 0, "min": 0, "max": 18446744073709551615}],
                  "steps": ["INT", {"default": 20, "min": 1, "max": 10000}],
                  "cfg": ["FLOAT", {"default": 8.0, "min": 0.0, "max": 100.0}],
                  "sampler_name": [["euler", "dpmpp_2m"]], "scheduler": [["normal", "karras"]],
                  "positive": ["CONDITIONING"], "negative": ["CONDITIONING"],
                  "denoise": ["FLOAT", {"default": 0.5, "min": 0.0001, "max": 1.0}],
                  "feather": ["INT", {"default": 5, "min": 0, "max": 100}],
                  "bbox_threshold": ["FLOAT", {"default": 0.5, "min": 0.0, "max": 1.0}],
                  "bbox_dilation": ["INT", {"default": 10, "min": -512, "max": 512}],
                  "bbox_detector": ["BBOX_DETECTOR"], "wildcard": ["STRING", {"multiline": true}],
                  "cycle": ["INT", {"default": 1, "min": 1, "max": 10}]}},
                  "output": ["IMAGE", "IMAGE"], "output_name": ["image", "cropped_refined"],
                  "python_module": "custom_nodes.comfyui-impact-pack"}}""");
    }

    private Comfy startWithPacks() throws IOException, MalformedJsonException {
        var all = Json.object();
        NodeDefinitions.coreAsObjectInfo().members().forEach(all::put);
        packs().members().forEach(all::put);
        var comfy = Comfy.start(program.comfy(), all.build(), 0);
        program.with("COMFYUI_URL", comfy.address().toString());
        return comfy;
    }

    private Graph drawn() throws IOException, MalformedJsonException {
        return ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
    }

    @Test
    void usesThePreprocessorThatTheUsersServerHas() throws Exception {
        serveControlled("openpose_full");
        picture("pose.png", 832, 1216);
        try (var _ = startWithPacks()) {
            var ended = make("--control", "pose.png");
            assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("approximate");
        }
        var graph = drawn();
        var pose = behind(graph, only(graph, "ControlNetApplyAdvanced"), "image");
        assertThat(pose.type()).isEqualTo("OpenposePreprocessor");
        assertThat(pose.literal("resolution").write()).isEqualTo("512");
        assertThat(behind(graph, pose, "image").literal("image").text()).contains("pose.png");
    }

    @Test
    void paintsFacesAgainWhereTheUsersServerCan() throws Exception {
        serveMade(
                "ADetailer model", "face_yolov8n.pt",
                "ADetailer prompt", "a calm face",
                "ADetailer confidence", "0.35",
                "ADetailer denoising strength", "0.45");
        Files.createFile(Files.createDirectories(program.comfy().resolve("models/ultralytics/bbox"))
                .resolve("face_yolov8n.pt"));
        try (var _ = startWithPacks()) {
            var ended = make();
            assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("approximate");
            assertThat(findings(ended.json())).contains("ADETAILER");
        }
        var graph = drawn();
        var detailer = behind(graph, only(graph, "SaveImage"), "images");
        assertThat(detailer.type()).isEqualTo("FaceDetailer");
        assertThat(detailer.literal("bbox_threshold").write() + " "
                        + detailer.literal("denoise").write())
                .isEqualTo("0.35 0.45");
        assertThat(behind(graph, detailer, "bbox_detector")
                        .literal("model_name")
                        .text())
                .contains("bbox/face_yolov8n.pt");
        assertThat(behind(graph, detailer, "positive").literal("text").text()).contains("a calm face");
        assertThat(behind(graph, detailer, "negative")).isEqualTo(behind(graph, only(graph, "KSampler"), "negative"));
    }

    /** To the very end: the server takes the workflow with the picture, and asks for it by name where it has none. */
    @Test
    void runsOnAServerThatHasThePicture() throws Exception {
        serveMade("Denoising strength", "0.5", "Mask blur", "4");
        picture("sketch.png", 416, 608);
        try (var comfy = Comfy.start(program.comfy())) {
            program.with("COMFYUI_URL", comfy.address().toString());
            var without = program.run("make", IMAGE, "--yes", "--submit");
            assertThat(without.code()).as(without.printed()).isEqualTo(7);
            assertThat(without.out()).contains("civitai-" + IMAGE + "-source.png");
            var ended =
                    program.run("make", IMAGE, "--yes", "--submit", "--source", "sketch.png", "--mask", "sketch.png");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(ended.out()).contains("Result: ");
        }
    }

    /** Nobody asks a server about what core nodes can do. */
    @Test
    void asksNoServerWithoutNeed() throws Exception {
        serveMade("Denoising strength", "0.5");
        try (var comfy = startWithPacks()) {
            make();
            assertThat(comfy.requests()).isEmpty();
        }
    }

    @Test
    void leavesAnAdapterOutAndSaysSo() throws Exception {
        serveMade("ControlNet 0", "Module: ip-adapter_clip_sdxl, Model: ip-adapter_xl [4209e9f7], Weight: 0.7");
        var ended = make();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        assertThat(findings(ended.json())).contains("IP_ADAPTER").doesNotContain("CN_IMAGE");
    }

    @Test
    void takesTheLooksOfAPictureOverWhereTheUsersServerCan() throws Exception {
        serveMade(
                "ControlNet 0",
                "Module: ip-adapter_clip_sdxl, Model: ip-adapter_xl [4209e9f7], Weight: 0.7, Guidance Start: 0.2,"
                        + " Guidance End: 0.9");
        picture("look.png", 64, 64);
        Files.createFile(Files.createDirectories(program.comfy().resolve("models/ipadapter/xl"))
                .resolve("ip-adapter_xl.safetensors"));
        try (var _ = startWithPacks()) {
            var ended = make("--control", "look.png");
            assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("approximate");
            assertThat(findings(ended.json())).contains("IP_ADAPTER");
        }
        var graph = drawn();
        var adapted = behind(graph, only(graph, "KSampler"), "model");
        assertThat(adapted.type()).isEqualTo("IPAdapterAdvanced");
        assertThat(List.of("weight", "start_at", "end_at", "weight_type"))
                .extracting(input -> adapted.literal(input).write())
                .containsExactly("0.7", "0.2", "0.9", "\"linear\"");
        assertThat(behind(graph, adapted, "ipadapter").literal("ipadapter_file").text())
                .contains("xl/ip-adapter_xl.safetensors");
        assertThat(behind(graph, adapted, "clip_vision").literal("clip_name").text())
                .contains("CLIP-ViT-bigG-14-laion2B-39B-b160k.safetensors");
        assertThat(behind(graph, adapted, "image").literal("image").text()).contains("look.png");
    }

    /** A face is told by another pack's nodes. */
    @Test
    void leavesAFaceOutAlsoWhereTheUsersServerHasAdapters() throws Exception {
        serveMade("ControlNet 0", "Module: ip-adapter_face_id, Model: ip-adapter-faceid_sd15 [0a1757e9], Weight: 0.7");
        try (var _ = startWithPacks()) {
            var ended = make();
            assertThat(ended.json().at("fidelity").text()).as(ended.printed()).contains("partial");
            assertThat(findings(ended.json())).contains("IP_ADAPTER");
        }
        assertThat(drawn().ofType("IPAdapterAdvanced")).isEmpty();
    }

    @Test
    void saysThatABlurIsNotWhatIsStated() throws Exception {
        serveMade("Denoising strength", "0.5", "Mask blur", "4000");
        var ended = make();
        assertThat(findings(ended.json())).contains("MASK_BLUR");
        assertThat(ended.printed()).contains("4000");
    }

    /** A share beyond the steps is none, and is not taken for another one in silence. */
    @Test
    void saysThatASpanIsAssumed() throws Exception {
        serveMade(
                "ControlNet 0",
                "Module: none, Model: control_v11p_sd15_canny [d14c016b], Weight: 1, Guidance Start: 0, Guidance End: 7");
        picture("pose.png", 832, 1216);
        var ended = make("--control", "pose.png");
        assertThat(findings(ended.json())).contains("CN_SPAN");
        assertThat(ended.printed()).contains("(7)");
        assertThat(only(written(), "ControlNetApplyAdvanced")
                        .literal("end_percent")
                        .write())
                .isEqualTo("1");
    }

    /** The extension's own models bear names by which everybody means the same. */
    @Test
    void knowsTheStandardControlNetsByTheirNames() throws Exception {
        serveMade("ControlNet 0", "Module: none, Model: control_v11p_sd15_canny [d14c016b], Weight: 1");
        picture("pose.png", 832, 1216);
        var ended = make("--control", "pose.png");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("CN_STANDARD").doesNotContain("CN_IMAGE", "MODEL_LEFT_OUT");
        assertThat(only(written(), "ControlNetLoader")
                        .literal("control_net_name")
                        .text())
                .contains("control_v11p_sd15_canny_fp16.safetensors");
        assertThat(Reports.ingredient(ended.json(), "controlnet")
                        .at("state")
                        .at("directory")
                        .text())
                .contains("controlnet");
    }

    @Test
    void leavesAControlNetOutThatNobodyKnows() throws Exception {
        serveMade("ControlNet 0", CONTROL.formatted("none", "d14c016b"));
        var ended = make();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        assertThat(findings(ended.json())).contains("CN_IMAGE", "MODEL_LEFT_OUT");
        assertThat(written().ofType("ControlNetApplyAdvanced")).isEmpty();
    }
}
