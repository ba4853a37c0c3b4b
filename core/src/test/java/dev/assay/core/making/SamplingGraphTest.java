package dev.assay.core.making;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.assay.core.family.Contents;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a plain KSampler and its prompts cannot say, other nodes of core do. */
class SamplingGraphTest {

    private static Drawn draw(String family, Recipes recipe) {
        var known = Families.byId(family).orElseThrow();
        var settled = Settler.settle(recipe.build(), known, Distillation.NONE, Prediction.EPSILON);
        var placed = List.of(
                Placements.checkpoint(known.labels().getFirst()),
                Placements.place(Role.REFINER, "refiner", "refiner.safetensors", "SDXL 1.0"));
        var materials = Materials.of(placed).orElseThrow();
        return RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "assay");
    }

    private static Recipes hires() {
        return Recipes.a1111()
                .with(Parameter.HIRES_UPSCALER, "Latent")
                .with(Parameter.HIRES_UPSCALE, "2")
                .with(Parameter.HIRES_STEPS, "12")
                .with(Parameter.DENOISING_STRENGTH, "0.5");
    }

    private static Node only(Graph graph, String type) {
        assertThat(graph.ofType(type)).hasSize(1);
        return graph.ofType(type).getFirst();
    }

    private static Node source(Graph graph, Node node, String input) {
        var link = (Input.Link) Objects.requireNonNull(node.inputs().get(input));
        return graph.find(link.source()).orElseThrow();
    }

    private static List<String> codes(Drawn drawn) {
        return drawn.findings().stream().map(Finding::code).toList();
    }

    @Test
    void samplesWithUnusualNoiseOverTheSameLevels() {
        var recipe = hires().with(Parameter.ETA, "0.67").with(Parameter.SAMPLER, "Euler a");
        var graph = draw("pony", recipe).graph();
        assertThat(graph.ofType("KSampler")).isEmpty();
        var passes = graph.ofType("SamplerCustom");
        assertThat(passes).hasSize(2).allSatisfy(pass -> {
            assertThat(source(graph, pass, "sampler").type()).isEqualTo("SamplerEulerAncestral");
            assertThat(source(graph, pass, "sampler").literal("eta").write()).isEqualTo("0.67");
            assertThat(pass.literal("noise_seed").write()).isEqualTo("1716271426");
        });
        var levels = passes.stream().map(pass -> source(graph, pass, "sigmas")).toList();
        assertThat(levels).extracting(node -> node.literal("scheduler").write()).containsOnly("\"normal\"");
        assertThat(levels).extracting(node -> node.literal("steps").write()).containsExactly("30", "12");
        assertThat(levels).extracting(node -> node.literal("denoise").write()).containsExactly("1", "0.5");
    }

    @ParameterizedTest
    @CsvSource({"Euler a, Automatic, 0.67, BasicScheduler", "DPM++ 2M, Polyexponential, 1, PolyexponentialScheduler"})
    void handsOverToARefinerAlsoWhereAPlainSamplerCannot(String sampler, String schedule, String eta, String source) {
        var recipe = Recipes.a1111()
                .with(Parameter.SAMPLER, sampler)
                .with(Parameter.SCHEDULE_TYPE, schedule)
                .with(Parameter.ETA, eta)
                .with(Parameter.REFINER_SWITCH_AT, "0.8");
        var graph = draw("sdxl", recipe).graph();
        var halves = only(graph, "SplitSigmas");
        assertThat(source(graph, halves, "sigmas").type()).isEqualTo(source);
        var passes = graph.ofType("SamplerCustom");
        assertThat(passes).extracting(pass -> pass.literal("add_noise").write()).containsExactly("true", "false");
        assertThat(passes)
                .extracting(pass -> pass.inputs().get("sigmas"))
                .containsExactly(new Input.Link(halves.id(), 0), new Input.Link(halves.id(), 1));
        assertThat(source(graph, passes.getLast(), "latent_image")).isEqualTo(passes.getFirst());
        assertThat(source(graph, passes.getLast(), "model").literal("ckpt_name").write())
                .isEqualTo("\"refiner.safetensors\"");
    }

    @Test
    void handsTheSecondPassOverToARefiner() {
        var graph =
                draw("sdxl", hires().with(Parameter.REFINER_SWITCH_AT, "0.8")).graph();
        var first = only(graph, "KSampler");
        var halves = graph.ofType("KSamplerAdvanced");
        assertThat(halves).extracting(half -> half.literal("steps").write()).containsOnly("24");
        assertThat(halves.getFirst().literal("start_at_step").write()).isEqualTo("12");
        assertThat(halves.getFirst().literal("end_at_step"))
                .isEqualTo(halves.getLast().literal("start_at_step"));
        assertThat(halves.getLast().literal("end_at_step").write()).isEqualTo("24");
        assertThat(source(graph, source(graph, halves.getFirst(), "latent_image"), "samples"))
                .isEqualTo(first);
        assertThat(source(graph, halves.getLast(), "model").literal("ckpt_name").write())
                .isEqualTo("\"refiner.safetensors\"");
    }

    @Test
    void rescalesTheNoiseLevelsWhereTheMakerDid() {
        var graph = draw("sdxl", Recipes.a1111().extra("Noise Schedule", "Zero Terminal SNR"))
                .graph();
        var sampling = only(graph, "ModelSamplingDiscrete");
        assertThat(sampling.literal("sampling").write()).isEqualTo("\"eps\"");
        assertThat(sampling.literal("zsnr").write()).isEqualTo("true");
        assertThat(draw("sdxl", Recipes.a1111().extra("Noise Schedule", "Default"))
                        .graph()
                        .ofType("ModelSamplingDiscrete"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "pony, v1.10.1, -, '', true",
                "illustrious, f2.0.1v1.10.1-previous, -, '', true",
                "pony, v1.10.1, -, blurry, false",
                "sd1, v1.10.1, -, '', false",
                "pony, -, Civitai, '', false",
                "pony, -, -, '', false"
            })
    void givesAnEmptyNegativePromptAsZerosWhereTheToolDid(
            String family, String version, String tool, String negative, boolean zeroes) {
        var recipe = Recipes.a1111().without(Parameter.VERSION).with(Parameter.NEGATIVE_PROMPT, negative);
        if (version != null) {
            recipe.with(Parameter.VERSION, version);
        }
        if (tool != null) {
            recipe.with(Parameter.TOOL, tool);
        }
        var drawn = draw(family, recipe);
        var against = source(drawn.graph(), only(drawn.graph(), "KSampler"), "negative");
        assertThat(against.type()).isEqualTo(zeroes ? "ConditioningZeroOut" : "CLIPTextEncode");
        assertThat(codes(drawn).contains("NEG_ZEROES")).isEqualTo(zeroes);
    }

    /** Since 1.6 whole numbers count on from the first pass; before, each pass counted from 0. */
    @ParameterizedTest
    @CsvSource({"v1.5.1, 4", "v1.6.0, 3"})
    void switchesPromptsByTheTimelineOfTheToolsVersion(String version, int texts) {
        var recipe = hires().with(Parameter.VERSION, version).with(Parameter.PROMPT, "[a:b:6]");
        var positive = draw("sd1", recipe).graph().ofType("CLIPTextEncode").stream()
                .filter(node -> node.title().orElse("").startsWith("Prompt"))
                .toList();
        assertThat(positive).hasSize(texts);
    }

    @Test
    void tellsLuminaWhatItIsUnlessThePromptDoesAndSaysSo() {
        var told = draw("lumina2", Recipes.a1111().with(Parameter.PROMPT, "a fox"));
        var texts = told.graph().ofType("CLIPTextEncode");
        assertThat(texts.getFirst().literal("text").write())
                .startsWith("\"You are an assistant")
                .endsWith("<Prompt Start> a fox\"");
        assertThat(texts.getLast().literal("text").write()).isEqualTo("\"blurry\"");
        assertThat(codes(told)).contains("PREAMBLE");
        var complete = draw("lumina2", Recipes.a1111().with(Parameter.PROMPT, "You draw. <Prompt Start> a fox"));
        assertThat(complete.graph()
                        .ofType("CLIPTextEncode")
                        .getFirst()
                        .literal("text")
                        .write())
                .isEqualTo("\"You draw. <Prompt Start> a fox\"");
        assertThat(codes(complete)).doesNotContain("PREAMBLE");
        var comfy =
                draw("lumina2", Recipes.a1111().with(Parameter.PROMPT, "a fox").with(Parameter.TOOL, "ComfyUI"));
        assertThat(comfy.graph()
                        .ofType("CLIPTextEncode")
                        .getFirst()
                        .literal("text")
                        .write())
                .isEqualTo("\"a fox\"");
    }

    private static Drawn second(String base, Placed other, String upscaler) {
        var known = Families.byId("sdxl").orElseThrow();
        var recipe = hires().with(Parameter.HIRES_UPSCALER, upscaler)
                .with(Parameter.HIRES_CHECKPOINT, "other")
                .mentioning(other.ingredient())
                .build();
        var settled = Settler.settle(recipe, known, Distillation.NONE, Prediction.EPSILON);
        var materials =
                Materials.of(List.of(Placements.checkpoint(base), other)).orElseThrow();
        return RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "assay");
    }

    @ParameterizedTest
    @CsvSource({"Latent", "Lanczos"})
    void runsTheSecondPassOnItsOwnCheckpointWithItsEncodersAndVae(String upscaler) {
        var other = Placements.place(Role.REFINER, "other", "other.safetensors", "Pony");
        var drawn = second("SDXL 1.0", other, upscaler);
        var graph = drawn.graph();
        assertThat(graph.ofType("CheckpointLoaderSimple")).hasSize(2);
        var last = graph.ofType("KSampler").getLast();
        assertThat(graph.ofType("KSampler")).hasSize(2);
        assertThat(last.literal("steps").write()).isEqualTo("12");
        assertThat(last.literal("denoise").write()).isEqualTo("0.5");
        assertThat(source(graph, last, "model").literal("ckpt_name").write()).isEqualTo("\"other.safetensors\"");
        assertThat(source(graph, source(graph, last, "positive"), "clip")).isEqualTo(source(graph, last, "model"));
        assertThat(source(graph, graph.ofType("VAEDecode").getLast(), "vae")).isEqualTo(source(graph, last, "model"));
        assertThat(graph.ofType("VAEEncode"))
                .allSatisfy(encode -> assertThat(source(graph, encode, "vae")).isEqualTo(source(graph, last, "model")));
        assertThat(codes(drawn)).doesNotContain("HIRES_CHECKPOINT", "REFINER");
    }

    @Test
    void leavesOutACheckpointOfTheSecondPassThatIsOfAnotherMakeAndSaysSo() {
        var other = Placements.place(Role.REFINER, "other", "other.safetensors", "SD 1.5");
        var drawn = second("SDXL 1.0", other, "Lanczos");
        assertThat(drawn.graph().ofType("CheckpointLoaderSimple")).hasSize(1);
        assertThat(drawn.findings())
                .filteredOn(finding -> finding.code().equals("REFINER"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("other.safetensors"));
    }

    @Test
    void givesAModelThatTakesOverAloneTheEncodersAndVaeOfTheFirst() {
        var known = Families.byId("flux1-dev").orElseThrow();
        var other = Placements.place(Role.REFINER, "other", "other.safetensors", "Flux.1 D");
        var recipe = hires().with(Parameter.HIRES_UPSCALER, "Lanczos")
                .with(Parameter.HIRES_CHECKPOINT, "other")
                .with(Parameter.DISTILLED_CFG_SCALE, "3.5")
                .mentioning(other.ingredient())
                .build();
        var settled = Settler.settle(recipe, known, Distillation.NONE, Prediction.EPSILON);
        var placed = Stream.concat(
                        Placements.bare(known, "base.safetensors", "low.safetensors").stream(), Stream.of(other))
                .toList();
        var materials = Materials.of(placed, Contents.BARE).orElseThrow();
        var graph = RecipeGraph.draw(settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "assay")
                .graph();
        assertThat(graph.ofType("CLIPTextEncode"))
                .allSatisfy(
                        text -> assertThat(source(graph, text, "clip").type()).isEqualTo("DualCLIPLoader"));
        assertThat(graph.ofType("VAEDecode"))
                .allSatisfy(decode ->
                        assertThat(source(graph, decode, "vae").type()).isEqualTo("VAELoader"));
    }

    @ParameterizedTest
    @CsvSource({
        "hunyuan_video_image_to_video.safetensors, v1 (concat)",
        "hunyuan_video_v2_replace_i2v.safetensors, v2 (replace)"
    })
    void beginsAFilmOfHunyuansWithAFrameThatTheEncoderIsShown(String file, String guidance) {
        var known = Families.byId("hunyuan-video-i2v").orElseThrow();
        var settled = Settler.settle(
                Recipes.a1111()
                        .with(Parameter.CFG_SCALE, "1")
                        .with(Parameter.DISTILLED_CFG_SCALE, "6")
                        .build(),
                known,
                Distillation.NONE,
                Prediction.EPSILON);
        var placed = Stream.concat(
                        Placements.bare(known, file, "low.safetensors").stream(),
                        Stream.of(Placements.place(Role.CLIP_VISION, "vision", "llava_llama3_vision.safetensors", "")))
                .toList();
        var drawn = RecipeGraph.draw(
                settled,
                Materials.of(placed, Contents.BARE).orElseThrow(),
                Prediction.EPSILON,
                NodeDefinitions.core(),
                "assay");
        assertThat(drawn.findings())
                .filteredOn(finding -> finding.code().equals("FIRST_FRAME"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(guidance));
        var graph = drawn.graph();
        var film = only(graph, "HunyuanImageToVideo");
        assertThat(film.literal("guidance_type").write()).isEqualTo("\"" + guidance + "\"");
        assertThat(source(graph, film, "start_image").type()).isEqualTo("LoadImage");
        var sampler = only(graph, "SamplerCustomAdvanced");
        assertThat(sampler.inputs().get("latent_image")).isEqualTo(new Input.Link(film.id(), 1));
        assertThat(source(graph, source(graph, sampler, "guider"), "conditioning"))
                .isEqualTo(film);
        var text = source(graph, source(graph, film, "positive"), "conditioning");
        assertThat(text.type()).isEqualTo("TextEncodeHunyuanVideo_ImageToVideo");
        assertThat(source(graph, source(graph, text, "clip_vision_output"), "clip_vision")
                        .type())
                .isEqualTo("CLIPVisionLoader");
        assertThat(graph.ofType("EmptyHunyuanLatentVideo")).isEmpty();
    }
}
