package dev.assay.core.making;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
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

class StableDiffusionGraphTest {

    private static final Placed CHECKPOINT = Placements.checkpoint("Pony");

    private static Drawn draw(Recipes recipe, Prediction prediction, Placed... others) {
        var settled = Settler.settle(
                recipe.build(), Families.byId("pony").orElseThrow(), Distillation.NONE, Prediction.EPSILON);
        var placed = Stream.concat(Stream.of(CHECKPOINT), Stream.of(others)).toList();
        var materials = Materials.of(placed).orElseThrow();
        return RecipeGraph.draw(settled, materials, prediction, NodeDefinitions.core(), "assay");
    }

    private static Drawn draw(Recipes recipe, Placed... others) {
        return draw(recipe, Prediction.EPSILON, others);
    }

    private static Recipes prompt(String prompt) {
        return Recipes.a1111().with(Parameter.PROMPT, prompt);
    }

    private static Recipes hires(String prompt, String hiresPrompt) {
        return prompt(prompt)
                .with(Parameter.HIRES_UPSCALER, "Latent")
                .with(Parameter.HIRES_UPSCALE, "2")
                .with(Parameter.DENOISING_STRENGTH, "0.5")
                .with(Parameter.HIRES_PROMPT, hiresPrompt);
    }

    private static Node only(Drawn drawn, String type) {
        assertThat(drawn.graph().ofType(type)).hasSize(1);
        return drawn.graph().ofType(type).getFirst();
    }

    private static List<String> codes(Drawn drawn) {
        return drawn.findings().stream().map(Finding::code).toList();
    }

    private static List<String> texts(Graph graph) {
        return graph.ofType("CLIPTextEncode").stream()
                .map(node -> node.literal("text").text().orElse(""))
                .toList();
    }

    /** The LoRAs between a sampler and the checkpoint, nearest first. */
    private static List<String> lorasOf(Graph graph, Node sampler) {
        var link = Optional.ofNullable(sampler.inputs().get("model"));
        var names = Stream.<String>builder();
        while (link.isPresent() && link.get() instanceof Input.Link(var source, var _)) {
            var node = graph.find(source).orElseThrow();
            node.literal("lora_name")
                    .text()
                    .ifPresent(name -> names.add(
                            name + " " + node.literal("strength_model").write() + " "
                                    + node.literal("strength_clip").write()));
            link = Optional.ofNullable(node.inputs().get("model"));
        }
        return names.build().toList();
    }

    private static Node source(Graph graph, Node node, String input) {
        return Optional.ofNullable(node.inputs().get(input))
                .map(Input.Link.class::cast)
                .flatMap(link -> graph.find(link.source()))
                .orElseThrow();
    }

    @Test
    void keepsAllDigitsOfASeed() {
        var drawn = draw(Recipes.a1111().with(Parameter.SEED, "18446744073709551615"));
        assertThat(only(drawn, "KSampler").literal("seed").write()).isEqualTo("18446744073709551615");
    }

    @Test
    void drawsNothingThatIsNotAskedFor() {
        var drawn = draw(Recipes.a1111());
        assertThat(drawn.graph().nodes())
                .extracting(Node::type)
                .containsExactlyInAnyOrder(
                        "CheckpointLoaderSimple",
                        "CLIPTextEncode",
                        "CLIPTextEncode",
                        "EmptyLatentImage",
                        "KSampler",
                        "VAEDecode",
                        "SaveImage");
        assertThat(drawn.findings()).isEmpty();
    }

    @Test
    void appliesLorasInTheirOrderWithBothStrengths() {
        var first = Placements.weighed(Placements.lora("first", "1"), "0.9", "0.6");
        var drawn = draw(prompt("a <lora:first:0.6:0.9>"), first, Placements.lora("second", "-0.5"));
        assertThat(lorasOf(drawn.graph(), only(drawn, "KSampler")))
                .containsExactly("second.safetensors -0.5 -0.5", "first.safetensors 0.9 0.6");
        assertThat(texts(drawn.graph())).containsExactly("a", "blurry");
    }

    @Test
    void assumesAStrengthOpenly() {
        var drawn = draw(prompt("a"), Placements.place(Role.LORA, "style", "style.safetensors", "Pony"));
        assertThat(codes(drawn)).containsExactly("LORA_STRENGTH");
        assertThat(drawn.findings().getFirst().effect()).isEqualTo(Effect.APPROXIMATES);
    }

    @Test
    void takesTheVaeThatIsNamedAndElseTheCheckpointsOwn() {
        var vae = draw(prompt("a"), Placements.place(Role.VAE, "vae", "vae.safetensors", "Other"));
        assertThat(only(vae, "VAEDecode").inputs().get("vae"))
                .isEqualTo(new Input.Link(only(vae, "VAELoader").id(), 0));
        var own = draw(prompt("a"));
        assertThat(only(own, "VAEDecode").inputs().get("vae"))
                .isEqualTo(new Input.Link(only(own, "CheckpointLoaderSimple").id(), 2));
    }

    @Test
    void tellsAModelThatItPredictsVelocity() {
        var sampling = only(draw(prompt("a"), Prediction.V_PREDICTION), "ModelSamplingDiscrete");
        assertThat(sampling.literal("sampling").text()).hasValue("v_prediction");
        assertThat(sampling.literal("zsnr").bool()).hasValue(true);
    }

    @Test
    void neverTellsAVPredictionModelToSampleAsLcm() {
        var drawn = draw(Recipes.a1111().with(Parameter.SAMPLER, "LCM"), Prediction.V_PREDICTION);
        assertThat(only(drawn, "ModelSamplingDiscrete").literal("sampling").text())
                .hasValue("v_prediction");
        assertThat(codes(drawn)).contains("SAMPLER_VPRED");
    }

    @Test
    void joinsChunksAndLimitsIntervals() {
        var drawn = draw(prompt("one BREAK [two:three:0.5]"));
        assertThat(drawn.graph().ofType("ConditioningConcat")).hasSize(2);
        var ranges = drawn.graph().ofType("ConditioningSetTimestepRange");
        assertThat(ranges).hasSize(2);
        assertThat(ranges.getFirst().literal("start").decimal())
                .hasValueSatisfying(start -> assertThat(start).isZero());
        assertThat(ranges.getFirst().literal("end")).isEqualTo(ranges.getLast().literal("start"));
        assertThat(ranges.getLast().literal("end").decimal())
                .hasValueSatisfying(end -> assertThat(end).isEqualByComparingTo("1"));
    }

    @Test
    void makesUpForAveragingWhereA1111Adds() {
        var drawn = draw(prompt("a cat AND a dog :0.5"));
        assertThat(only(drawn, "KSampler").literal("cfg").decimal())
                .hasValueSatisfying(cfg -> assertThat(cfg).isEqualByComparingTo("4.5"));
        assertThat(drawn.graph().ofType("ConditioningSetAreaStrength")).hasSize(2);
        assertThat(only(drawn, "ConditioningCombine")).isNotNull();
    }

    @Test
    void namesEmbeddingsAsTheyAreListed() {
        var embedding = Placements.place(Role.EMBEDDING, "EasyNegative", "neg/easynegative_v1.safetensors", "SD 1.5");
        var drawn = draw(
                prompt("a").with(Parameter.NEGATIVE_PROMPT, "EasyNegative, (easynegative:1.2), embedding:EasyNegative"),
                embedding);
        assertThat(texts(drawn.graph()).getLast())
                .isEqualTo("embedding:neg/easynegative_v1, (embedding:neg/easynegative_v1:1.2),"
                        + " embedding:neg/easynegative_v1");
        assertThat(codes(drawn)).doesNotContain("EMB_MISSING", "EMB_UNUSED");
    }

    @Test
    void saysWhichEmbeddingsAreMissingUnusedOrCannotBeNamed() {
        var unused = Placements.place(Role.EMBEDDING, "never-mentioned", "never-mentioned.pt", "Pony");
        var spaced = Placements.place(Role.EMBEDDING, "bad_hands", "bad hands.pt", "Pony");
        var drawn = draw(prompt("embedding:absent, bad_hands"), unused, spaced);
        assertThat(codes(drawn)).contains("EMB_MISSING", "EMB_UNUSED", "EMB_NAME");
    }

    @Test
    void drawsTheModelsOfBothPassesOnceWhereTheyAreTheSame() {
        var drawn = draw(hires("a <lora:style:0.8>", "b <lora:style:0.8>"), Placements.lora("style", "0.8"));
        assertThat(drawn.graph().ofType("LoraLoader")).hasSize(1);
        assertThat(texts(drawn.graph())).containsExactly("a", "blurry", "b", "blurry");
    }

    @Test
    void givesTheSecondPassTheNetworksOfItsOwnPrompt() {
        var drawn = draw(
                hires("a <lora:both:0.8> <lora:first:1>", "b <lora:both:0.3> <lora:second:0.7:0.9>"),
                Placements.lora("both", "0.8"),
                Placements.lora("first", "1"),
                Placements.lora("second", "1"),
                Placements.lora("untagged", "0.2"));
        var passes = drawn.graph().ofType("KSampler");
        assertThat(lorasOf(drawn.graph(), passes.getFirst()))
                .containsExactly("untagged.safetensors 0.2 0.2", "first.safetensors 1 1", "both.safetensors 0.8 0.8");
        assertThat(lorasOf(drawn.graph(), passes.getLast()))
                .containsExactly(
                        "untagged.safetensors 0.2 0.2", "second.safetensors 0.9 0.7", "both.safetensors 0.3 0.3");
    }

    @Test
    void saysWhichNetworkOfTheSecondPromptIsMissing() {
        var drawn = draw(hires("a <lora:known:1>", "b <lora:known:1> <lora:absent:1>"), Placements.lora("known", "1"));
        assertThat(drawn.findings())
                .filteredOn(finding -> finding.code().equals("LORA_MISSING"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("absent");
                    assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT);
                });
    }

    /** A number of a switch goes on counting in the second pass: a share from 1 to 2. */
    @ParameterizedTest
    @CsvSource({"[x:y:0.5], false, y", "[x:y:10], false, y", "[x:y:1.5], true, ", "x, false, x"})
    void countsPromptSwitchesOnInTheSecondPass(String prompt, boolean switches, String text) {
        var drawn = draw(hires(prompt, "").without(Parameter.HIRES_PROMPT));
        var second = drawn.graph().ofType("KSampler").getLast();
        var positive = source(drawn.graph(), second, "positive");
        assertThat(positive.type()).isEqualTo(switches ? "ConditioningCombine" : "CLIPTextEncode");
        if (!switches) {
            assertThat(positive.literal("text").text()).hasValue(text);
        }
    }

    @Test
    void encodesOnceWhatBothPassesAreGiven() {
        var drawn = draw(hires("a", "").without(Parameter.HIRES_PROMPT));
        assertThat(texts(drawn.graph())).containsExactly("a", "blurry");
    }

    @Test
    void takesTheUpscalerThatIsNamed() {
        var recipe = hires("a", "a").with(Parameter.HIRES_UPSCALER, "4x-UltraSharp");
        var drawn = draw(
                recipe,
                Placements.place(Role.UPSCALER, "other", "other.pth", "Other"),
                Placements.place(Role.UPSCALER, "4x-UltraSharp", "up/4x-ultrasharp.pth", "Other"));
        assertThat(only(drawn, "UpscaleModelLoader").literal("model_name").text())
                .hasValue("up/4x-ultrasharp.pth");
        assertThat(codes(drawn)).doesNotContain("UPSCALER_NAME");
    }

    @Test
    void saysWhereTheOnlyUpscalerIsTakenForTheNamedOne() {
        var recipe = hires("a", "a").with(Parameter.HIRES_UPSCALER, "R-ESRGAN 4x+");
        var drawn = draw(recipe, Placements.place(Role.UPSCALER, "x4plus", "RealESRGAN_x4plus.pth", "Other"));
        assertThat(only(drawn, "UpscaleModelLoader").literal("model_name").text())
                .hasValue("RealESRGAN_x4plus.pth");
        assertThat(codes(drawn)).contains("UPSCALER_NAME");
    }

    @Test
    void namesTheUpscalerThatItNeedsAndNeverThrows() {
        var recipe = hires("a", "a").with(Parameter.HIRES_UPSCALER, "4x-UltraSharp");
        var settled = Settler.settle(
                recipe.build(), Families.byId("pony").orElseThrow(), Distillation.NONE, Prediction.EPSILON);
        var materials = Materials.of(List.of(CHECKPOINT)).orElseThrow();
        assertThat(Needs.missing(settled, materials)).containsExactly(new Needs.Need(Role.UPSCALER, "4x-UltraSharp"));
        var drawn = draw(recipe);
        assertThat(drawn.graph().ofType("KSampler")).hasSize(1);
        assertThat(drawn.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("UPSCALER_MISSING");
            assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT);
        });
    }

    @Test
    void leavesOutARefinerThatIsNotIdentifiedOpenly() {
        var drawn = draw(Recipes.a1111().with(Parameter.REFINER_SWITCH_AT, "0.8"));
        assertThat(only(drawn, "KSampler")).isNotNull();
        assertThat(codes(drawn)).contains("REFINER");
    }

    @Test
    void cutsThePicturesEdgesWhereItsShapeChanges() {
        var recipe = hires("a", "a").with(Parameter.HIRES_RESIZE, "1600x1600");
        assertThat(only(draw(recipe), "LatentUpscale").literal("crop").text()).hasValue("center");
    }

    @Test
    void takesTheEndOfAWholeScheduleForASecondPass() {
        var recipe = hires("a", "a")
                .with(Parameter.HIRES_STEPS, "10")
                .with(Parameter.HIRES_SCHEDULE_TYPE, "Align Your Steps");
        var drawn = draw(recipe);
        assertThat(only(drawn, "AlignYourStepsScheduler").literal("steps").integer())
                .hasValue(20L);
        assertThat(only(drawn, "AlignYourStepsScheduler").literal("denoise").write())
                .isEqualTo("1");
        assertThat(only(drawn, "SplitSigmas").literal("step").integer()).hasValue(10L);
    }

    @Test
    void leavesOutAControlNetOfAnotherArchitectureAndNamesIt() {
        var recipe = Recipes.a1111()
                .extra("ControlNet 0", "Module: none, Model: net, Weight: 1, Guidance Start: 0, Guidance End: 1");
        var net = Placements.place(Role.CONTROLNET, "net", "net.safetensors", "SD 1.5");
        var settled = Settler.settle(
                recipe.build(), Families.byId("pony").orElseThrow(), Distillation.NONE, Prediction.EPSILON);
        var materials = Materials.of(List.of(CHECKPOINT, net)).orElseThrow();
        assertThat(only(
                                RecipeGraph.draw(
                                        settled, materials, Prediction.EPSILON, NodeDefinitions.core(), "assay"),
                                "ControlNetApplyAdvanced")
                        .inputs())
                .containsKey("control_net");
        var drawn = RecipeGraph.draw(
                settled, materials.withUnfit(List.of(net)), Prediction.EPSILON, NodeDefinitions.core(), "assay");
        assertThat(drawn.graph().ofType("ControlNetApplyAdvanced")).isEmpty();
        assertThat(drawn.graph().ofType("ControlNetLoader")).isEmpty();
        assertThat(drawn.findings())
                .filteredOn(finding -> finding.code().equals("CN_BASE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("net.safetensors", "Pony");
                    assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT);
                });
    }
}
