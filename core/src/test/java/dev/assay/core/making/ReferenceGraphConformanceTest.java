package dev.assay.core.making;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.family.Contents;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.Png;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** ComfyUI's own examples, drawn anew from their settings: same classes, same wiring, same values. */
class ReferenceGraphConformanceTest {

    private static Graph api(String file) {
        return read(ApiFormat.read(Shared.json("fixtures/workflows/" + file)));
    }

    private static Graph png(String name) throws IOException, MalformedJsonException {
        var image = Shared.path("fixtures/images/comfyui-examples-" + name + ".png");
        return read(ApiFormat.read(WorkflowText.parse(Png.texts(image).getOrDefault("prompt", ""))));
    }

    private static Graph read(ApiReading reading) {
        return ((ApiReading.Read) reading).graph();
    }

    /** The settings of ComfyUI's own examples, as a tool that speaks ComfyUI states them. */
    private static Recipes comfy(String prompt, String negative, String steps, String sampler, String schedule) {
        return Recipes.empty()
                .with(Parameter.TOOL, "SwarmUI")
                .with(Parameter.PROMPT, prompt)
                .with(Parameter.NEGATIVE_PROMPT, negative)
                .with(Parameter.STEPS, steps)
                .with(Parameter.SAMPLER, sampler)
                .with(Parameter.SCHEDULE_TYPE, schedule)
                .with(Parameter.CFG_SCALE, "8.0");
    }

    private static Recipes sized(Recipes recipe, String side) {
        return recipe.with(Parameter.WIDTH, side).with(Parameter.HEIGHT, side);
    }

    private static Graph draw(Recipes recipe, Distillation distillation, Placed... placed) {
        var family = Families.byId("sd1").orElseThrow();
        var settled = Settler.settle(recipe.build(), family, distillation, Prediction.EPSILON);
        var materials = Materials.of(List.of(placed)).orElseThrow();
        assertThat(Needs.missing(settled, materials)).isEmpty();
        return RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "ComfyUI")
                .graph();
    }

    private static Graph draw(Recipes recipe, Pictures pictures, Placed... placed) {
        var family = Families.byId("sd1").orElseThrow();
        var settled = Settler.settle(
                recipe.build(),
                family,
                Distillation.NONE,
                Prediction.EPSILON,
                Optional.empty(),
                true,
                family.form().opening(),
                !pictures.sources().isEmpty());
        var materials = Materials.of(List.of(placed)).orElseThrow().with(pictures);
        return RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "ComfyUI")
                .graph();
    }

    private static Graph draw(String id, Contents contents, Recipes recipe, List<Placed> placed) {
        var family = Families.byId(id).orElseThrow();
        var settled = Settler.settle(recipe.build(), family, Distillation.NONE, Prediction.EPSILON);
        var materials = Materials.of(placed, contents).orElseThrow();
        return RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "ComfyUI")
                .graph();
    }

    private static Recipes told(Graph reference, String cfg, String guidance) {
        var latent = reference.nodes().stream()
                .filter(node -> node.inputs().containsKey("batch_size"))
                .findFirst()
                .orElseThrow();
        var texts = reference.ofType("CLIPTextEncode").stream()
                .map(node -> node.literal("text").text().orElseThrow())
                .toList();
        return Recipes.empty()
                .with(Parameter.TOOL, "SwarmUI")
                .with(Parameter.PROMPT, texts.getFirst())
                .with(Parameter.NEGATIVE_PROMPT, texts.size() > 1 ? texts.getLast() : "")
                .with(Parameter.CFG_SCALE, cfg)
                .with(Parameter.DISTILLED_CFG_SCALE, guidance)
                .with(Parameter.WIDTH, latent.literal("width").write())
                .with(Parameter.HEIGHT, latent.literal("height").write());
    }

    /** The page once saved the caption of a button as if it were an input. */
    private static Node withoutButtons(Node node) {
        var inputs = new LinkedHashMap<>(node.inputs());
        inputs.remove("choose file to upload");
        return new Node(node.id(), node.type(), inputs, node.title(), node.stage(), node.models());
    }

    /** As a tool states it that counts the steps which it runs. */
    @Test
    void fromAPicture() {
        var recipe = sized(
                        comfy(
                                "photograph of victorian woman with wings, sky clouds, meadow grass\n",
                                "watermark, text\n",
                                "20",
                                "dpmpp_2m",
                                "normal"),
                        "512")
                .with(Parameter.TOOL, "ComfyUI")
                .with(Parameter.SEED, "280823642470253")
                .with(Parameter.DENOISING_STRENGTH, "0.8700000000000001");
        var source = new Pictures.InputPicture("example.png", "example.png", 512, 512, false);
        var drawn = draw(
                recipe,
                new Pictures(List.of(source), Optional.empty(), Optional.empty(), List.of()),
                placed(Role.CHECKPOINT, "v1-5-pruned-emaonly.ckpt"));
        var reference = api("img2img-img2img_workflow.api.json").map(ReferenceGraphConformanceTest::withoutButtons);
        assertSame(drawn, reference);
    }

    /** The example has the older node, which steers the positive prompt only, all the way. */
    @Test
    void steeredByAPicture() {
        var reference = api("controlnet-controlnet_example.api.json");
        var recipe = told(reference, "6.0", "")
                .with(Parameter.SEED, "1002496614778823")
                .with(Parameter.STEPS, "16")
                .with(Parameter.SAMPLER, "uni_pc")
                .with(Parameter.SCHEDULE_TYPE, "normal")
                .extra("ControlNet 0", "Module: none, Model: control_scribble, Weight: 0.8999999999999999");
        var control = new Pictures.InputPicture("input_scribble_example.png", "scribble", 512, 512, false);
        var drawn = draw(
                recipe,
                new Pictures(List.of(), Optional.empty(), Optional.empty(), List.of(control)),
                placed(Role.CHECKPOINT, "Anything-V3.0.ckpt"),
                placed(Role.VAE, "vae-ft-mse-840000-ema-pruned.safetensors"),
                placed(Role.CONTROLNET, "control_scribble.safetensors"));
        var types = reference.nodes().stream()
                .map(node -> node.type().replace("ControlNetApply", "ControlNetApplyAdvanced"));
        assertThat(drawn.nodes()).extracting(node -> node.type()).containsExactlyInAnyOrderElementsOf(types.toList());
        var apply = drawn.ofType("ControlNetApplyAdvanced").getFirst();
        var before = reference.ofType("ControlNetApply").getFirst();
        for (var input : List.of("strength")) {
            assertThat(apply.literal(input)).isEqualTo(before.literal(input));
        }
        assertThat(drawn.ofType("LoadImage").getFirst().literal("image"))
                .isEqualTo(reference.ofType("LoadImage").getFirst().literal("image"));
    }

    @Test
    void fluxDevFromFilesOfItsOwn() {
        var reference = api("flux-flux_dev_example.api.json");
        var recipe = told(reference, "1", "3.5")
                .with(Parameter.SEED, "219670278747233")
                .with(Parameter.STEPS, "20")
                .with(Parameter.SAMPLER, "euler")
                .with(Parameter.SCHEDULE_TYPE, "simple");
        var family = Families.byId("flux1-dev").orElseThrow();
        var drawn = draw("flux1-dev", Contents.BARE, recipe, Placements.bare(family, "flux1-dev.safetensors"));
        assertSame(drawn, reference);
    }

    @Test
    void fluxDevFromACheckpoint() throws IOException, MalformedJsonException {
        var reference = png("flux_dev_checkpoint_example");
        var recipe = told(reference, "1", "3.5")
                .with(Parameter.SEED, "972054013131368")
                .with(Parameter.STEPS, "20")
                .with(Parameter.SAMPLER, "euler")
                .with(Parameter.SCHEDULE_TYPE, "simple");
        var placed = List.of(Placements.place(Role.CHECKPOINT, "flux", "flux1-dev-fp8.safetensors", "Flux.1 D"));
        assertSame(draw("flux1-dev", Contents.WHOLE, recipe, placed), reference);
    }

    @Test
    void stableDiffusion35() throws IOException, MalformedJsonException {
        var reference = png("sd3.5_simple_example");
        var recipe = told(reference, "4.01", "")
                .with(Parameter.SEED, "585483408983215")
                .with(Parameter.STEPS, "20")
                .with(Parameter.SAMPLER, "euler")
                .with(Parameter.SCHEDULE_TYPE, "sgm_uniform");
        var placed = List.of(
                Placements.place(Role.CHECKPOINT, "sd3.5", "sd3.5_large_fp8_scaled.safetensors", "SD 3.5 Large"));
        assertSame(draw("sd3-large", Contents.WHOLE, recipe, placed), reference);
    }

    @Test
    void wanFromTextToFilm() throws IOException, MalformedJsonException {
        var webp = Files.readString(
                Shared.path("fixtures/images/comfyui-examples-text_to_video_wan.webp"), StandardCharsets.ISO_8859_1);
        var from = webp.indexOf("prompt:{") + "prompt:".length();
        var text = new String(
                webp.substring(from, webp.indexOf('\0', from)).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
        var reference = read(ApiFormat.read(WorkflowText.parse(text)));
        var recipe = told(reference, "6", "")
                .with(Parameter.SEED, "82628696717253")
                .with(Parameter.STEPS, "30")
                .with(Parameter.FRAMES, "33")
                .with(Parameter.FRAME_RATE, "16")
                .with(Parameter.SAMPLER, "uni_pc")
                .with(Parameter.SCHEDULE_TYPE, "simple");
        var family = Families.byId("wan21-t2v-1.3b").orElseThrow();
        var drawn =
                draw(family.id(), Contents.BARE, recipe, Placements.bare(family, "wan2.1_t2v_1.3B_fp16.safetensors"));
        assertSame(drawn, reference);
    }

    private static Graph draw(Recipes recipe, Placed... placed) {
        return draw(recipe, Distillation.NONE, placed);
    }

    private static Placed placed(Role role, String name) {
        return Placements.place(role, name, name, "SD 1.5");
    }

    private static Placed weighed(Role role, String name) {
        return Placements.weighed(placed(role, name), "1.0", "1.0");
    }

    private static void assertSame(Graph drawn, Graph reference, String... indifferent) {
        var instead = new HashMap<String, String>();
        for (var input : indifferent) {
            instead.put(input, "any");
        }
        assertThat(Wiring.of(drawn, instead)).isEqualTo(Wiring.of(reference, Map.copyOf(instead)));
    }

    @Test
    void twoLoras() {
        var recipe = sized(comfy("masterpiece best quality girl", "bad hands", "20", "euler", "normal"), "512")
                .with(Parameter.SEED, "513173432917412");
        var drawn = draw(
                recipe,
                placed(Role.CHECKPOINT, "v1-5-pruned-emaonly.ckpt"),
                weighed(Role.LORA, "theovercomer8sContrastFix_sd15.safetensors"),
                weighed(Role.LORA, "epiNoiseoffset_v2.safetensors"));
        assertSame(drawn, api("lora-lora_multiple.api.json"));
    }

    private static Recipes twoPasses() {
        return sized(
                        comfy(
                                "masterpiece HDR victorian portrait painting of woman, blonde hair, mountain nature, blue"
                                        + " sky\n",
                                "bad hands, text, watermark\n",
                                "12",
                                "dpmpp_sde",
                                "normal"),
                        "768")
                .with(Parameter.HIRES_STEPS, "14")
                .with(Parameter.DENOISING_STRENGTH, "0.5");
    }

    @Test
    void secondPassByModel() {
        var recipe = twoPasses()
                .with(Parameter.HIRES_RESIZE, "1536x1536")
                .with(Parameter.HIRES_SAMPLER, "uni_pc_bh2")
                .with(Parameter.HIRES_UPSCALER, "RealESRGAN_x4plus.pth");
        var drawn = draw(
                recipe,
                placed(Role.CHECKPOINT, "v2-1_768-ema-pruned.ckpt"),
                placed(Role.UPSCALER, "RealESRGAN_x4plus.pth"));
        assertSame(
                drawn,
                api("2_pass_txt2img-hiresfix_esrgan_workflow.api.json"),
                "seed", // The example's second pass has a seed of its own, A1111's has not.
                "upscale_method"); // A1111 scales to the exact size with Lanczos.
    }

    @Test
    void secondPassInLatent() throws IOException, MalformedJsonException {
        var recipe = twoPasses()
                .with(Parameter.HIRES_UPSCALE, "1.5")
                .with(Parameter.HIRES_SAMPLER, "dpmpp_2m")
                .with(Parameter.HIRES_SCHEDULE_TYPE, "simple")
                .with(Parameter.HIRES_UPSCALER, "Latent (nearest-exact)");
        var drawn = draw(recipe, placed(Role.CHECKPOINT, "v2-1_768-ema-pruned.ckpt"));
        assertSame(drawn, png("hiresfix_latent_workflow"), "seed");
    }

    @Test
    void hypernetwork() throws IOException, MalformedJsonException {
        var recipe = sized(
                        comfy(
                                "woman (fennec ears fox ears:1.1), marble statue, museum",
                                "text, watermark",
                                "20",
                                "uni_pc_bh2",
                                "normal"),
                        "512")
                .with(Parameter.SEED, "572636856966402");
        var drawn = draw(
                recipe,
                placed(Role.CHECKPOINT, "v1-5-pruned-emaonly.ckpt"),
                weighed(Role.HYPERNETWORK, "dantionMarbleStatues_10.pt"));
        assertSame(drawn, png("hypernetwork_example_output"));
    }

    @Test
    void embedding() throws IOException, MalformedJsonException {
        var recipe = sized(
                        comfy(
                                "photograph in the style of embedding:SDA768.pt girl with blonde hair\nlandscape scenery"
                                        + " view",
                                "bad hands",
                                "20",
                                "uni_pc_bh2",
                                "normal"),
                        "768")
                .with(Parameter.SEED, "193694018275622");
        var drawn =
                draw(recipe, placed(Role.CHECKPOINT, "v2-1_768-ema-pruned.ckpt"), placed(Role.EMBEDDING, "SDA768.pt"));
        assertSame(drawn, png("embedding_example"));
    }

    @Test
    void lcmLora() throws IOException, MalformedJsonException {
        var recipe = sized(
                        comfy(
                                "evening sunset scenery blue sky nature, glass bottle with a galaxy in it",
                                "text, watermark",
                                "5",
                                "LCM",
                                "SGM Uniform"),
                        "1024")
                .with(Parameter.TOOL, "A1111")
                .with(Parameter.CFG_SCALE, "1.8")
                .with(Parameter.SEED, "167055194337639");
        var drawn = draw(
                recipe,
                Distillation.LCM,
                placed(Role.CHECKPOINT, "sd_xl_1.0.safetensors"),
                weighed(Role.LORA, "lcm_lora_sdxl.safetensors"));
        assertSame(drawn, png("lcm_basic_example"));
    }

    @Test
    void refiner() throws IOException, MalformedJsonException {
        var refiner = placed(Role.REFINER, "sd_xl_refiner_1.0.safetensors");
        var recipe = sized(
                        comfy(
                                "evening sunset scenery blue sky nature, glass bottle with a galaxy in it",
                                "text, watermark",
                                "25",
                                "euler",
                                "normal"),
                        "1024")
                .with(Parameter.SEED, "721897303308196")
                .with(Parameter.REFINER_SWITCH_AT, "0.8")
                .mentioning(refiner.ingredient())
                .extra("Refiner switch by sampling steps", "True");
        var drawn = draw(recipe, placed(Role.CHECKPOINT, "sd_xl_base_1.0.safetensors"), refiner);
        assertSame(
                drawn,
                png("sdxl_simple_example"),
                "noise_seed", // The second half adds no noise: its seed means nothing.
                "end_at_step"); // 10000 there, the number of steps here: both are the end.
        assertThat(drawn.ofType("KSamplerAdvanced"))
                .extracting(node -> Optional.of(node.literal("end_at_step").write()))
                .containsExactly(Optional.of("20"), Optional.of("25"));
    }
}
