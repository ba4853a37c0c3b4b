package dev.assay.core.sanity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.finding.Severity;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;
import dev.assay.core.making.Placements;
import dev.assay.core.making.Recipes;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SanityRulesTest {

    /** A case in which a rule speaks, and one like it in which it must not. */
    record Row(String id, Severity severity, Case fires, Case silent) {
        @Override
        public String toString() {
            return id + " " + severity;
        }
    }

    private static Case of(Recipes recipe, String family, Distillation distillation, Prediction prediction) {
        return new Case(recipe.build(), Families.byId(family).orElseThrow(), distillation, prediction, List.of());
    }

    private static Case of(Recipes recipe, String family) {
        return of(recipe, family, Distillation.NONE, Prediction.EPSILON);
    }

    private static Recipes with(Parameter parameter, String value) {
        return Recipes.a1111().with(parameter, value);
    }

    private static Case cfg(String cfg, String family) {
        return of(with(Parameter.CFG_SCALE, cfg), family);
    }

    private static Case distilled(Parameter parameter, String value) {
        var recipe = Recipes.a1111()
                .with(Parameter.CFG_SCALE, "1")
                .with(Parameter.STEPS, "8")
                .with(parameter, value);
        return of(recipe, "sdxl", Distillation.LIGHTNING, Prediction.EPSILON);
    }

    private static Case vPrediction(Parameter parameter, String value) {
        return of(with(parameter, value), "noobai", Distillation.NONE, Prediction.V_PREDICTION);
    }

    private static Case size(int width, int height, String family) {
        return of(
                with(Parameter.WIDTH, Integer.toString(width)).with(Parameter.HEIGHT, Integer.toString(height)),
                family);
    }

    private static Case models(Placed... models) {
        return new Case(
                Recipes.a1111().build(),
                Families.byId("pony").orElseThrow(),
                Distillation.NONE,
                Prediction.EPSILON,
                List.of(models));
    }

    private static Case shown(Placed model, ModelKind kind, Family family) {
        return new Case(
                Recipes.a1111().build(),
                Families.byId("pony").orElseThrow(),
                Distillation.NONE,
                Prediction.EPSILON,
                List.of(model),
                Map.of(model, new Architecture(kind, family, false, false)));
    }

    private static Case stepsOfAModelFor(int made) {
        var model = Placements.named(Role.CHECKPOINT, "Fast", "Lightning", "fast_" + made + "step.safetensors", "");
        return new Case(
                with(Parameter.STEPS, "8").build(),
                Families.byId("sdxl").orElseThrow(),
                Distillation.LIGHTNING,
                Prediction.EPSILON,
                List.of(model));
    }

    private static Placed lora(String baseModel) {
        return Placements.place(Role.LORA, "style", "style.safetensors", baseModel);
    }

    private static Placed embedding(String baseModel) {
        return Placements.place(Role.EMBEDDING, "neg", "neg.safetensors", baseModel);
    }

    private static Row row(String id, Severity severity, Case fires, Case silent) {
        return new Row(id, severity, fires, silent);
    }

    private static Row key(String id, Severity severity, String key, String on, String off) {
        return row(
                id,
                severity,
                of(Recipes.a1111().extra(key, on), "pony"),
                of(Recipes.a1111().extra(key, off), "pony"));
    }

    static Stream<Row> rows() {
        return Stream.of(ranges(), settings(), models(), extensions()).flatMap(rows -> rows);
    }

    private static Stream<Row> ranges() {
        var info = Severity.INFO;
        var warning = Severity.WARNING;
        return Stream.of(
                row("CFG_SD1", warning, cfg("2.5", "sd1"), cfg("3", "sd1")),
                row("CFG_SD1", warning, cfg("16", "sd1"), cfg("15", "sd1")),
                row("CFG_SDXL", warning, cfg("1.5", "sdxl"), cfg("8", "sdxl")),
                row("CFG_SDXL", warning, cfg("13", "sdxl"), cfg("9", "sdxl")),
                row("CFG_SDXL", info, cfg("10", "sdxl"), cfg("3", "sdxl")),
                row("CFG_ILL", info, cfg("9", "illustrious"), cfg("8", "illustrious")),
                row("CFG_ILL", warning, cfg("11", "noobai"), cfg("5", "noobai")),
                row("CFG_MODERN", warning, cfg("9", "qwen-image"), cfg("2.5", "qwen-image")),
                row("GUID_FLUX", info, cfg("9", "flux1-dev"), cfg("3.5", "flux1-dev")),
                row("RES_AREA", warning, size(4096, 4096, "flux1-dev"), size(832, 1216, "flux1-dev")),
                row(
                        "KARRAS_FLOW",
                        warning,
                        of(with(Parameter.SCHEDULE_TYPE, "Karras"), "flux1-dev"),
                        of(with(Parameter.SCHEDULE_TYPE, "Karras"), "pony")),
                row(
                        "SDE_FLOW",
                        warning,
                        of(with(Parameter.SAMPLER, "DPM++ 2M SDE"), "flux1-dev"),
                        of(with(Parameter.SAMPLER, "Euler a"), "flux1-dev")),
                row("PONY_CFG", info, cfg("3", "pony"), cfg("7", "pony")),
                row("PONY_CFG", info, cfg("9", "pony"), cfg("4", "pony")),
                row("PONY_CFG", warning, cfg("2", "pony"), cfg("8", "pony")),
                row("PONY_CFG", warning, cfg("13", "pony"), distilled(Parameter.CFG_SCALE, "2")),
                row(
                        "CFG_VPRED",
                        warning,
                        vPrediction(Parameter.CFG_SCALE, "7"),
                        vPrediction(Parameter.CFG_SCALE, "4.5")),
                row("CFG_DISTILLED", info, distilled(Parameter.CFG_SCALE, "3"), distilled(Parameter.CFG_SCALE, "2")),
                row("CFG_DISTILLED", warning, distilled(Parameter.CFG_SCALE, "7"), cfg("7", "sdxl")),
                row("STEPS_LOW", warning, of(with(Parameter.STEPS, "8"), "pony"), distilled(Parameter.STEPS, "8")),
                row(
                        "STEPS_HIGH",
                        info,
                        of(with(Parameter.STEPS, "80"), "pony"),
                        of(with(Parameter.STEPS, "60"), "pony")),
                row(
                        "STEPS_HIGH",
                        warning,
                        of(with(Parameter.STEPS, "200"), "pony"),
                        of(with(Parameter.STEPS, "30"), "pony")),
                row("STEPS_DISTILLED", warning, distilled(Parameter.STEPS, "30"), distilled(Parameter.STEPS, "4")),
                row("STEPS_DISTILLED", info, stepsOfAModelFor(4), stepsOfAModelFor(8)),
                row(
                        "API_MODEL",
                        Severity.ERROR,
                        of(with(Parameter.STEPS, "0"), "sdxl"),
                        of(Recipes.a1111().without(Parameter.STEPS), "sdxl")),
                row("RES_AREA_SDXL", warning, size(512, 512, "sdxl"), size(832, 1216, "sdxl")),
                row(
                        "RES_AREA_SDXL",
                        warning,
                        size(2048, 2048, "pony"),
                        of(
                                with(Parameter.WIDTH, "2048")
                                        .with(Parameter.HEIGHT, "2048")
                                        .with(Parameter.FIRST_PASS_SIZE, "1024x1024"),
                                "pony")),
                row("RES_AREA_SD1", warning, size(1024, 1024, "sd1"), size(512, 768, "sd1")));
    }

    private static Stream<Row> settings() {
        var info = Severity.INFO;
        var warning = Severity.WARNING;
        var plain = of(Recipes.a1111(), "pony");
        return Stream.of(
                row("SCORE_TAGS", info, of(Recipes.a1111(), "sdxl"), plain),
                row("NEG_IGNORED", info, cfg("1", "pony"), of(with(Parameter.NEGATIVE_PROMPT, " "), "pony")),
                row(
                        "KARRAS_ZSNR",
                        warning,
                        vPrediction(Parameter.SCHEDULE_TYPE, "Karras"),
                        of(with(Parameter.SCHEDULE_TYPE, "Karras"), "noobai")),
                row(
                        "HIRES_UNKNOWN",
                        warning,
                        of(with(Parameter.PROCESS, "txt2img-hires"), "pony"),
                        of(with(Parameter.PROCESS, "txt2img-hires").with(Parameter.HIRES_UPSCALE, "2"), "pony")),
                row("HIRES_DENOISE", warning, hires("Latent", "0.4"), hires("Latent", "0.6")),
                row("HIRES_DENOISE", warning, hires("Latent (nearest)", "0.8"), hires("4x-UltraSharp", "0.3")),
                row(
                        "IMG2IMG_SOURCE",
                        Severity.ERROR,
                        of(with(Parameter.DENOISING_STRENGTH, "0.5"), "pony"),
                        hires("4x-UltraSharp", "0.5")),
                row(
                        "IMG2IMG_SOURCE",
                        Severity.ERROR,
                        of(with(Parameter.PROCESS, "img2img"), "pony"),
                        of(with(Parameter.PROCESS, "txt2img"), "pony")),
                row(
                        "IMG2IMG_SOURCE",
                        Severity.ERROR,
                        of(with(Parameter.PROCESS, "inpainting"), "pony"),
                        of(with(Parameter.DENOISING_STRENGTH, "0.7").with(Parameter.FIRST_PASS_SIZE, "0x0"), "pony")),
                row(
                        "IMG2IMG_SOURCE",
                        Severity.ERROR,
                        of(with(Parameter.DENOISING_STRENGTH, "0.7"), "pony"),
                        of(with(Parameter.DENOISING_STRENGTH, "0.7").with(Parameter.HIRES_STEPS, "10"), "pony")),
                row("NOISE_GPU", info, of(Recipes.a1111().without(Parameter.RNG), "pony"), plain),
                row(
                        "NOISE_GPU",
                        info,
                        of(with(Parameter.RNG, "NV"), "pony"),
                        of(Recipes.a1111().without(Parameter.RNG).with(Parameter.VERSION, "ComfyUI"), "pony")),
                row("ENSD", info, of(with(Parameter.ENSD, "31337"), "pony"), of(with(Parameter.ENSD, "0"), "pony")));
    }

    private static Case hires(String upscaler, String denoise) {
        return of(with(Parameter.DENOISING_STRENGTH, denoise).with(Parameter.HIRES_UPSCALER, upscaler), "pony");
    }

    private static Placed controlNet(String base) {
        return Placements.place(Role.CONTROLNET, "net", "net.safetensors", base);
    }

    private static Stream<Row> models() {
        var info = Severity.INFO;
        var warning = Severity.WARNING;
        var checkpoint = Placements.checkpoint("Pony");
        return Stream.of(
                row("LORA_BASE", warning, models(lora("SD 1.5")), models(lora("Pony"))),
                row(
                        "LORA_BASE",
                        warning,
                        shown(lora("Pony"), ModelKind.LORA, Family.SD1),
                        shown(lora("SD 1.5"), ModelKind.LORA, Family.SDXL)),
                row("LORA_PARTIAL", info, models(lora("Illustrious")), models(lora("Pony"))),
                row("EMB_BASE", warning, models(embedding("Flux.1 D")), models(embedding("Pony"))),
                row("EMB_BASE", info, models(embedding("SD 1.5")), models(embedding("Unheard of"))),
                row(
                        "EMB_BASE",
                        info,
                        shown(embedding("Pony"), ModelKind.EMBEDDING, Family.SD1),
                        shown(embedding("Pony"), ModelKind.EMBEDDING, Family.SDXL)),
                row("CN_BASE", Severity.ERROR, models(controlNet("SD 1.5")), models(controlNet("SDXL 1.0"))),
                row(
                        "CN_BASE",
                        Severity.ERROR,
                        shown(controlNet("Other"), ModelKind.CONTROLNET, Family.SD1),
                        shown(controlNet("Other"), ModelKind.CONTROLNET, Family.SDXL)),
                row("LORA_WEIGHT", warning, models(Placements.lora("a", "-2.5")), models(Placements.lora("a", "1"))),
                row("LORA_WEIGHT", info, models(Placements.lora("a", "1.6")), models(Placements.lora("a", "1.5"))),
                row(
                        "DUP_LORA",
                        warning,
                        models(Placements.lora("a", "1"), Placements.lora("a", "0.5")),
                        models(Placements.lora("a", "1"), Placements.lora("b", "1"))),
                row(
                        "HYPERNET_BASE",
                        warning,
                        models(Placements.place(Role.HYPERNETWORK, "marble", "marble.safetensors", "SD 1.5")),
                        new Case(
                                Recipes.a1111().build(),
                                Families.byId("sd1").orElseThrow(),
                                Distillation.NONE,
                                Prediction.EPSILON,
                                List.of(Placements.place(
                                        Role.HYPERNETWORK, "marble", "marble.safetensors", "SD 1.5")))),
                row(
                        "PICKLE",
                        warning,
                        models(Placements.place(Role.EMBEDDING, "neg", "neg.PT", "Pony")),
                        models(embedding("Pony"))),
                row(
                        "MODEL_KIND",
                        Severity.ERROR,
                        shown(checkpoint, ModelKind.UNET_ONLY, Family.SDXL),
                        shown(checkpoint, ModelKind.CHECKPOINT, Family.SDXL)),
                row(
                        "MODEL_KIND",
                        warning,
                        shown(lora("Pony"), ModelKind.VAE, Family.UNKNOWN),
                        shown(lora("Pony"), ModelKind.UNKNOWN, Family.UNKNOWN)),
                row("MODEL_KIND", warning, models(Placements.ofType(checkpoint, "UNet")), models(checkpoint)));
    }

    private static Stream<Row> extensions() {
        var warning = Severity.WARNING;
        var controlNet = Ingredient.of(Role.CONTROLNET, "canny", new Source(Origin.FILE, ""));
        return Stream.of(
                key("CN_IMAGE", Severity.ERROR, "ControlNet 0", "Module: canny, Weight: 1", "None"),
                row(
                        "CN_IMAGE",
                        Severity.ERROR,
                        of(Recipes.a1111().mentioning(controlNet), "pony"),
                        of(Recipes.a1111(), "pony")),
                key("MASK", Severity.ERROR, "Mask blur", "4", ""),
                key("ADETAILER", warning, "ADetailer model", "face_yolov8n.pt", "None"),
                key("REGIONAL", warning, "RP Active", "True", "False"),
                key("REGIONAL", warning, "Regional Prompter", "True", "False"),
                key("REGIONAL", warning, "Latent Couple", "divisions=1:1", "False"),
                key("EXT_TILED", warning, "Tiled Diffusion", "{\"Method\": \"MultiDiffusion\"}", "False"),
                key("EXT_FREEU", warning, "FreeU Stages", "[{}]", "None"),
                key("EXT_HYPERTILE", warning, "Hypertile U-Net", "True", "False"),
                key("EXT_SAG", warning, "Self Attention Guidance", "True", "False"),
                key("EXT_PAG", warning, "PAG Active", "True", "False"),
                key("EXT_THRESHOLD", warning, "Dynamic thresholding enabled", "True", "False"),
                key("EXT_REACTOR", warning, "Face Swap", "True", "False"),
                key("EXT_FACE", warning, "Face restoration", "CodeFormer", "None"),
                key("EXT_ULTIMATE", warning, "Ultimate SD upscale upscaler", "4x", "None"),
                key("EXT_POST", warning, "Postprocess upscale by", "4", "0"),
                key("VARSEED", warning, "Variation seed strength", "0.2", "0"),
                key("EXT_SEED_RESIZE", warning, "Seed resize from", "512x512", ""),
                key("EXT_TILING", warning, "Tiling", "True", "False"),
                key("EXT_TOKEN_MERGING", warning, "Token merging ratio", "0.5", "0"),
                key("EXT_CHURN", warning, "Sigma churn", "1", "0.0"),
                key("MASK", Severity.ERROR, "Inpaint area", "Only masked", ""),
                key("MASK", Severity.ERROR, "Masked content", "original", ""),
                key("EXT_SIGMAS", warning, "Discard penultimate sigma", "True", "False"),
                key("EXT_UNIPC", warning, "UniPC skip type", "logSNR", ""),
                key("EXT_UNIPC", warning, "UniPC order", "2", ""),
                key("EXT_PAD", warning, "Pad conds", "True", "False"),
                key("EXT_RESCALE", warning, "CFG Rescale", "0.7", "0"),
                key("EXT_CUTOFF", warning, "Cutoff enabled", "True", "False"),
                key("EXT_PRECISION", Severity.INFO, "FP8 weight", "Enable", "Disable"),
                key("EXT_PRECISION", Severity.INFO, "Downcast alphas_cumprod", "True", "False"),
                key("EXT_PRECISION", Severity.INFO, "Diffusion in Low Bits", "bnb-nf4", "Automatic"),
                key("EXT_EXTRA_NOISE", warning, "Extra noise", "0.1", "0"),
                key("EXT_GUIDANCE", warning, "NGMS", "2", "0"),
                key("EXT_GUIDANCE", warning, "Skip Early CFG", "0.2", "0"),
                key("EXT_SGM_NOISE", Severity.INFO, "SGM noise multiplier", "True", "False"));
    }

    private static List<Finding> findings(Case subject, String id) {
        return SanityRules.check(subject).stream()
                .filter(finding -> finding.code().equals(id))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void speaksWhereItMust(Row row) {
        assertThat(findings(row.fires(), row.id()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(row.severity()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSilentWhereItMay(Row row) {
        assertThat(findings(row.silent(), row.id())).isEmpty();
    }

    @Test
    void everyRuleIsTried() {
        assertThat(rows().map(Row::id).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        SanityRules.ALL.stream().map(Rule::id).distinct().toList());
    }

    @Test
    void saysNothingGraveOfTheIncident() {
        assertThat(SanityRules.check(of(Recipes.a1111(), "pony")))
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.effect()).isEqualTo(Effect.NONE);
                })
                .extracting(Finding::code)
                .containsExactly("PONY_CFG");
    }

    @Test
    void saysNothingOfPonyAtItsUsualCfg() {
        assertThat(SanityRules.check(cfg("7", "pony"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sd1", "sdxl", "pony", "illustrious", "noobai"})
    void drawsNoAdviceOnCfgFromScoreTags(String family) {
        var tagged = of(with(Parameter.CFG_SCALE, "7"), family);
        var untagged = of(with(Parameter.CFG_SCALE, "7").with(Parameter.PROMPT, "1girl"), family);
        assertThat(SanityRules.check(tagged).stream().map(Finding::code).filter(code -> code.contains("CFG")))
                .isEqualTo(SanityRules.check(untagged).stream()
                        .map(Finding::code)
                        .filter(code -> code.contains("CFG"))
                        .toList());
    }

    @Test
    void everyFamilyHasExactlyOneRuleOnCfg() {
        for (var family : Families.all()) {
            for (var distillation : Distillation.values()) {
                for (var prediction : Prediction.values()) {
                    var hundred = of(with(Parameter.CFG_SCALE, "100"), family.id(), distillation, prediction);
                    assertThat(SanityRules.check(hundred).stream()
                                    .map(Finding::code)
                                    .filter(code -> code.contains("CFG") || code.contains("GUID")))
                            .as("%s %s %s", family.id(), distillation, prediction)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void whereNoiseComesFromMakesAResultNoLess() {
        var recipe = with(Parameter.RNG, "GPU").with(Parameter.ENSD, "31337");
        assertThat(SanityRules.check(of(recipe, "pony")))
                .filteredOn(finding ->
                        finding.code().equals("NOISE_GPU") || finding.code().equals("ENSD"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.effect()).isEqualTo(Effect.NONE));
    }

    @Test
    void namesWhatARangeRestsOn() {
        assertThat(findings(cfg("13", "pony"), "PONY_CFG").getFirst().message())
                .contains("13", "typical", "Pony Diffusion V6 XL", "presets");
    }
}
