package dev.assay.core.making;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A stated value that cannot be is not replaced in silence, nor called missing: the finding holds it and what is used. */
class ImpossibleValuesTest {

    private static Settled settle(Recipes recipe, String family) {
        return Settler.settle(
                recipe.build(), Families.byId(family).orElseThrow(), Distillation.NONE, Prediction.EPSILON);
    }

    private static void says(Settled settled, String code, String value, String used) {
        assertThat(settled.findings())
                .filteredOn(finding -> finding.code().equals(code))
                .anySatisfy(finding -> {
                    assertThat(finding.message()).contains("\"" + value + "\"", used);
                    assertThat(finding.effect()).isEqualTo(Effect.APPROXIMATES);
                    assertThat(finding.advice()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            STEPS,              20000, STEPS_MISSING,      assumed,           pony
            STEPS,              -3,    STEPS_MISSING,      assumed,           pony
            CFG_SCALE,          -7,    CFG_MISSING,        assumed,           pony
            CFG_SCALE,          700,   CFG_MISSING,        1 is used,         flux1-dev
            DISTILLED_CFG_SCALE,-1,    GUIDANCE_MISSING,   the CFG scale,     flux1-dev
            CLIP_SKIP,          5000,  CLIPSKIP,           by themselves,     sd1
            DENOISING_STRENGTH, 1.4,   DENOISE_MISSING,    it is not used,    sd1
            REFINER_SWITCH_AT,  80,    REFINER_SWITCH,     0.8 is assumed,    sdxl
            FRAMES,             99999, FRAMES_MISSING,     33 are assumed,    wan21-t2v-14b
            FRAME_RATE,         1000,  FRAME_RATE_MISSING, 16 frames,         wan21-t2v-14b
            """)
    void namesASettingThatCannotBe(Parameter parameter, String value, String code, String used, String family) {
        var recipe = Recipes.a1111()
                .mentioning(Ingredient.of(Role.REFINER, "refiner", Recipes.FILE))
                .with(parameter, value);
        says(settle(recipe, family), code, value, used);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HIRES_STEPS,        -5,  HIRES_VALUE,     30 is used
            HIRES_CFG_SCALE,    900, HIRES_VALUE,     3 is used
            DENOISING_STRENGTH, 40,  DENOISE_MISSING, 0.7 is assumed
            HIRES_UPSCALE,      20,  HIRES_SIZE,      twice
            HIRES_UPSCALE,      0.5, HIRES_SIZE,      twice
            """)
    void namesASettingOfTheSecondPassThatCannotBe(Parameter parameter, String value, String code, String used) {
        var recipe = Recipes.a1111()
                .with(Parameter.HIRES_UPSCALER, "Latent")
                .with(Parameter.HIRES_UPSCALE, "2")
                .with(Parameter.DENOISING_STRENGTH, "0.5")
                .with(parameter, value);
        says(settle(recipe, "sd1"), code, value, used);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ADetailer confidence,         30,   ADETAILER_VALUE, 0.3 is used
            ADetailer denoising strength, 1.5,  ADETAILER_VALUE, 0.4 is used
            ADetailer mask blur,          -4,   ADETAILER_VALUE, 4 is used
            ADetailer dilate erode,       much, ADETAILER_VALUE, 4 is used
            ADetailer dilate/erode,       9000, ADETAILER_VALUE, 4 is used
            Shift,                        -1,   SHIFT,           usual
            """)
    void namesWhatAnExtensionStatesAndCannotBe(String key, String value, String code, String used) {
        var recipe = Recipes.a1111().extra("ADetailer model", "face_yolov8n.pt").extra(key, value);
        says(settle(recipe, "sd1"), code, value, used);
    }

    @ParameterizedTest
    @CsvSource({"Weight: 99, 99, 1 is assumed", "Weight: -1, -1, 1 is assumed"})
    void namesAControlNetsWeightThatCannotBe(String weight, String value, String used) {
        var recipe = Recipes.a1111()
                .extra(
                        "ControlNet 0",
                        "Module: none, Model: canny, " + weight + ", Guidance Start: 0, Guidance End: 1");
        says(settle(recipe, "sd1"), "CN_WEIGHT", value, used);
    }
}
