package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.sampler.Scheduling;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettlerTest {

    private static Settled settle(Recipes recipe, String family) {
        return Settler.settle(
                recipe.build(), Families.byId(family).orElseThrow(), Distillation.NONE, Prediction.EPSILON);
    }

    private static Settled settle(Recipes recipe) {
        return settle(recipe, "pony");
    }

    private static Recipes with(Parameter parameter, String value) {
        return Recipes.a1111().with(parameter, value);
    }

    private static Recipes hires(Parameter parameter, String value) {
        return with(Parameter.HIRES_UPSCALER, "Latent")
                .with(Parameter.DENOISING_STRENGTH, "0.5")
                .with(parameter, value);
    }

    private static List<String> codes(Settled settled) {
        return settled.findings().stream().map(Finding::code).toList();
    }

    @Test
    void takesTheIncidentsSettingsAsTheyAreAndSaysNothing() {
        var settled = settle(Recipes.a1111());
        assertThat(settled.first().steps()).isEqualTo(30);
        assertThat(settled.first().cfg()).isEqualTo("3");
        assertThat(settled.seed()).isEqualTo(1716271426);
        assertThat(settled.first().sampler().samplerName()).isEqualTo("euler_ancestral");
        assertThat(settled.first().sampler().scheduling()).isEqualTo(new Scheduling.Named("normal"));
        assertThat(settled.clipLayer()).isEmpty();
        assertThat(settled.hires()).isEmpty();
        assertThat(settled.findings())
                .allSatisfy(finding -> assertThat(finding.effect()).isEqualTo(Effect.NONE));
    }

    @Test
    void assumesNothingInSilence() {
        var settled = settle(Recipes.empty());
        assertThat(codes(settled))
                .containsExactlyInAnyOrder(
                        "SEED_MISSING", "STEPS_MISSING", "CFG_MISSING", "SIZE_MISSING", "SAMPLER_MISSING");
        assertThat(settled.findings())
                .allSatisfy(finding -> assertThat(finding.effect()).isEqualTo(Effect.APPROXIMATES));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "9007199254740991, 9007199254740991, ''",
        "9007199254740992, 9007199254740992, ''",
        "18446744073709551615, 18446744073709551615, ''",
        "18446744073709552000, 18446744073709551615, SEED_UNRELIABLE",
        "1716271426.0, 1716271426, ''",
        "-1, 0, SEED_MISSING",
        "0.5, 0, SEED_MISSING",
        "1e300, 18446744073709551615, SEED_UNRELIABLE",
        "1e999999999, 0, SEED_MISSING",
        "random, 0, SEED_MISSING"
    })
    void keepsAllDigitsOfASeed(String written, String seed, String code) {
        var settled = settle(with(Parameter.SEED, written));
        assertThat(settled.seed()).isEqualTo(seed);
        assertThat(codes(settled).stream().filter(one -> one.startsWith("SEED")))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"SITE_ITEM, true", "SITE_ROWS, true", "FILE, false", "USER, false"})
    void doubtsALargeSeedThatTheSiteKept(Origin origin, boolean doubted) {
        var recipe = Recipes.a1111().with(Parameter.SEED, "9007199254740993", new Source(origin, ""));
        assertThat(codes(settle(recipe)).contains("SEED_UNRELIABLE")).isEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource({"832, 1216, 832, 1216, 0", "833, 1220, 832, 1216, 2", "1000, 1000, 1000, 1000, 0", "8, 8, 832, 1216, 0"
    })
    void roundsASizeOpenly(String width, String height, int drawnWidth, int drawnHeight, int rounded) {
        var settled = settle(with(Parameter.WIDTH, width).with(Parameter.HEIGHT, height));
        assertThat(settled.width()).isEqualTo(drawnWidth);
        assertThat(settled.height()).isEqualTo(drawnHeight);
        assertThat(codes(settled).stream().filter("RES_MULT"::equals)).hasSize(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "sd1, 1, v1.9, ",
        "sd1, 2, v1.9, -2",
        "pony, 1, v1.9, ",
        "pony, 2, v1.9, ",
        "pony, 3, f2.0.1, -3",
        "pony, 3, v1.9, ",
        "sdxl, -2, ComfyUI, ",
        "sd1, -2, ComfyUI, -2",
        "pony, 99, v1.9, "
    })
    void skipsLayersOnlyWhereTheToolDid(String family, String clipSkip, String version, Integer layer) {
        var settled = settle(with(Parameter.CLIP_SKIP, clipSkip).with(Parameter.VERSION, version), family);
        assertThat(settled.clipLayer().orElse(null)).isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        "HIRES_UPSCALE, 1.5, 1248, 1824, false",
        "HIRES_UPSCALE, 1.55, 1288, 1880, false",
        "HIRES_RESIZE, 1664x2432, 1664, 2432, false",
        "HIRES_RESIZE, 1024x0, 1024, 1496, false",
        "HIRES_RESIZE, 0x2432, 1664, 2432, false",
        "HIRES_RESIZE, 1500x1500, 1496, 1496, true",
        "HIRES_STEPS, 10, 1664, 2432, false"
    })
    void enlargesAsA1111Does(Parameter parameter, String value, int width, int height, boolean cropped) {
        var hires = settle(hires(parameter, value)).hires().orElseThrow();
        assertThat(hires.width()).isEqualTo(width);
        assertThat(hires.height()).isEqualTo(height);
        assertThat(hires.cropped()).isEqualTo(cropped);
    }

    @Test
    void saysThatTheSizeOfASecondPassIsAssumed() {
        assertThat(codes(settle(hires(Parameter.HIRES_STEPS, "10")))).contains("HIRES_SIZE");
        assertThat(codes(settle(hires(Parameter.HIRES_UPSCALE, "2")))).doesNotContain("HIRES_SIZE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999x99999", "1x99999", "1x1"})
    void leavesOutASecondPassThatCannotBeHad(String size) {
        var settled = settle(hires(Parameter.HIRES_RESIZE, size));
        assertThat(settled.hires()).isEmpty();
        assertThat(settled.findings())
                .anySatisfy(finding -> assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT));
    }

    @Test
    void runsTheHiresFixOfOldTwiceAlsoWhereItEnlargedNothing() {
        var recipe = with(Parameter.FIRST_PASS_SIZE, "832x1216").with(Parameter.DENOISING_STRENGTH, "0.7");
        assertThat(settle(recipe, "sd1").hires()).isPresent();
        assertThat(settle(with(Parameter.FIRST_PASS_SIZE, "832x1216"), "sd1").hires())
                .isEmpty();
    }

    @Test
    void takesNoUpscalerForASecondPassOnlyWhereThereIsASize() {
        assertThat(settle(with(Parameter.HIRES_UPSCALER, "None")).hires()).isEmpty();
        assertThat(settle(hires(Parameter.HIRES_UPSCALE, "2").with(Parameter.HIRES_UPSCALER, "None"))
                        .hires()
                        .orElseThrow()
                        .upscaling())
                .isEqualTo(new Settled.Upscaling.ByPixels("lanczos"));
    }

    @ParameterizedTest
    @CsvSource({"0x0, 448, 640", "512x768, 512, 768"})
    void readsTheHiresFixOfOldWhoseSizeIsTheFinalOne(String first, int width, int height) {
        var recipe = with(Parameter.FIRST_PASS_SIZE, first).with(Parameter.DENOISING_STRENGTH, "0.7");
        var settled = settle(recipe, "sd1");
        assertThat(settled.width()).isEqualTo(width);
        assertThat(settled.height()).isEqualTo(height);
        assertThat(settled.hires()).hasValueSatisfying(hires -> {
            assertThat(hires.width()).isEqualTo(832);
            assertThat(hires.height()).isEqualTo(1216);
            assertThat(hires.upscaling()).isEqualTo(new Settled.Upscaling.ByPixels("lanczos"));
            assertThat(hires.cropped()).isTrue();
        });
    }

    @Test
    void keepsTheFirstPassesSettingsWhereTheSecondStatesNone() {
        var settled = settle(hires(Parameter.HIRES_STEPS, "0").with(Parameter.HIRES_SAMPLER, "Use same sampler"));
        var pass = settled.hires().orElseThrow().pass();
        assertThat(pass.steps()).isEqualTo(30);
        assertThat(pass.cfg()).isEqualTo("3");
        assertThat(pass.sampler()).isEqualTo(settled.first().sampler());
        assertThat(pass.denoise()).isEqualTo("0.5");
    }

    @Test
    void saysThatTheSecondPassesCheckpointIsLeftOut() {
        assertThat(codes(settle(hires(Parameter.HIRES_CHECKPOINT, "other.safetensors"))))
                .contains("HIRES_CHECKPOINT");
        assertThat(codes(settle(hires(Parameter.HIRES_CHECKPOINT, "Use same checkpoint"))))
                .doesNotContain("HIRES_CHECKPOINT");
    }

    @ParameterizedTest
    @CsvSource({
        "Latent, bilinear",
        "Latent (bicubic), bicubic",
        "Latent (bicubic antialiased), bicubic",
        "Latent (nearest), nearest-exact",
        "latent (nearest-exact), nearest-exact"
    })
    void knowsLatentUpscalers(String name, String method) {
        assertThat(settle(hires(Parameter.HIRES_UPSCALER, name))
                        .hires()
                        .orElseThrow()
                        .upscaling())
                .isEqualTo(new Settled.Upscaling.InLatent(method));
    }

    @Test
    void takesAnyOtherUpscalerForAModel() {
        assertThat(settle(hires(Parameter.HIRES_UPSCALER, "R-ESRGAN 4x+"))
                        .hires()
                        .orElseThrow()
                        .upscaling())
                .isEqualTo(new Settled.Upscaling.ByModel("R-ESRGAN 4x+"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, , true, 24", // a share of 30 steps
        "0.8, Karras, false, 19", // by the noise level that the step has
        "0.5, SGM Uniform, false, 15",
        "0.5, Karras, true, 15",
        "0, , true, ",
        "1, , true, "
    })
    void findsTheStepAtWhichARefinerTakesOver(String share, String schedule, boolean bySteps, Integer step) {
        var recipe = with(Parameter.REFINER_SWITCH_AT, share);
        if (schedule != null) {
            recipe.with(Parameter.SCHEDULE_TYPE, schedule);
        }
        if (bySteps) {
            recipe.extra("Refiner switch by sampling steps", "True");
        }
        assertThat(settle(recipe).refinerStep().orElse(null)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"v1.7.0, 15", "v1.8.0, 14", "v1.10.1, 14", "nobody knows, 15"})
    void countsARefinersStepsByTheVersionOfTheTool(String version, int step) {
        var recipe = with(Parameter.REFINER_SWITCH_AT, "0.5")
                .with(Parameter.SAMPLER, "DPM++ 2M Karras")
                .with(Parameter.VERSION, version);
        assertThat(settle(recipe).refinerStep()).hasValue(step);
    }

    @ParameterizedTest
    @CsvSource({"Latent (nearest), 1.5, true", "Latent (nearest), 2, false", "Latent (nearest-exact), 1.5, false"})
    void saysWhereLatentNeighboursDiffer(String upscaler, String factor, boolean differs) {
        var recipe = hires(Parameter.HIRES_UPSCALE, factor).with(Parameter.HIRES_UPSCALER, upscaler);
        assertThat(settle(recipe).findings().stream()
                        .anyMatch(finding -> finding.code().equals("HIRES_LATENT")))
                .isEqualTo(differs);
    }

    @Test
    void assumesOpenlyWhereARefinerTookOver() {
        var recipe = Recipes.a1111().mentioning(Ingredient.of(Role.REFINER, "refiner", new Source(Origin.FILE, "")));
        var settled = settle(recipe);
        assertThat(settled.refinerStep()).hasValue(24);
        assertThat(codes(settled)).contains("REFINER_SWITCH", "REFINER_STEP");
    }

    /** A1111 refines the second pass alone, unless it states otherwise. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, 15", "first pass, 18, -", "both passes, 18, 15"})
    void knowsWhichPassARefinerFinishes(@Nullable String stated, @Nullable Integer first, @Nullable Integer second) {
        var recipe = hires(Parameter.REFINER_SWITCH_AT, "0.6").with(Parameter.DENOISING_STRENGTH, "0.8");
        var settled = settle(stated == null ? recipe : recipe.extra("Hires refiner", stated));
        assertThat(settled.refinerStep().orElse(null)).isEqualTo(first);
        assertThat(settled.hires().orElseThrow().refinerStep().orElse(null)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"12, 0.5, 24", "14, 0.37, 37", "10, 1, 10", "10, 0, 10", "10000, 0.1, 10000"})
    void countsTheWholeScheduleOfAPass(int steps, String denoise, int full) {
        var sampler = settle(Recipes.a1111()).first().sampler();
        var pass = new Settled.Pass(steps, BigDecimal.ONE, sampler, new BigDecimal(denoise), NoiseLevels.STANDARD);
        assertThat(pass.fullSteps()).isEqualTo(full);
    }
}
