package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** CFG and guidance, told apart. */
class GuidanceSettlingTest {

    private static Settled settle(Recipes recipe, String family) {
        return Settler.settle(
                recipe.build(), Families.byId(family).orElseThrow(), Distillation.NONE, Prediction.EPSILON);
    }

    private static List<String> codes(Settled settled) {
        return settled.findings().stream().map(Finding::code).toList();
    }

    @Test
    void takesBothWhereBothAreStated() {
        var settled = settle(
                Recipes.a1111().with(Parameter.CFG_SCALE, "1").with(Parameter.DISTILLED_CFG_SCALE, "3.2"), "flux1-dev");
        assertThat(settled.first().cfg()).isEqualByComparingTo("1");
        assertThat(settled.guidance()).contains(new BigDecimal("3.2"));
        assertThat(codes(settled)).doesNotContain("CFG_FLUX", "GUIDANCE_MISSING");
    }

    @Test
    void takesACfgScaleForTheGuidanceAloud() {
        var settled = settle(Recipes.a1111().with(Parameter.CFG_SCALE, "4"), "flux1-dev");
        assertThat(settled.first().cfg()).isEqualByComparingTo("1");
        assertThat(settled.guidance()).contains(new BigDecimal("4"));
        assertThat(codes(settled)).contains("CFG_FLUX");
    }

    @Test
    void believesToolsThatSpeakComfy() {
        var settled =
                settle(Recipes.a1111().with(Parameter.TOOL, "SwarmUI").with(Parameter.CFG_SCALE, "4"), "flux1-dev");
        assertThat(settled.first().cfg()).isEqualByComparingTo("4");
        assertThat(codes(settled)).contains("GUIDANCE_MISSING").doesNotContain("CFG_FLUX");
    }

    @ParameterizedTest
    @CsvSource({"qwen-image", "flux1-schnell", "sdxl", "chroma"})
    void leavesCfgAloneWhereNoGuidanceCanBeTold(String family) {
        var settled = settle(Recipes.a1111().with(Parameter.CFG_SCALE, "4"), family);
        assertThat(settled.first().cfg()).isEqualByComparingTo("4");
        assertThat(settled.guidance()).isEmpty();
    }

    @Test
    void roundsFramesAloud() {
        var settled =
                settle(Recipes.a1111().with(Parameter.FRAMES, "80").with(Parameter.FRAME_RATE, "16"), "wan21-t2v-14b");
        assertThat(settled.film()).contains(new Settled.Film(77, new BigDecimal("16")));
        assertThat(codes(settled)).contains("FRAMES").doesNotContain("FRAMES_MISSING", "FRAME_RATE_MISSING");
    }

    @Test
    void makesOneFrameOfAPicture() {
        var settled = Settler.settle(
                Recipes.a1111().build(),
                Families.byId("wan21-t2v-14b").orElseThrow(),
                Distillation.NONE,
                Prediction.EPSILON,
                Optional.empty(),
                true);
        assertThat(settled.film().orElseThrow().frames()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "wan2.2_t2v_high_noise_14B.safetensors, EARLY",
        "Wan2.2-T2V-A14B-LowNoise_fp8.safetensors, LATE",
        "style_HN.safetensors, EARLY",
        "highlights.safetensors,",
        "slow_motion.safetensors,"
    })
    void tellsTheExpertByTheName(String name, Half half) {
        assertThat(Half.of(List.of(name))).isEqualTo(Optional.ofNullable(half));
    }
}
