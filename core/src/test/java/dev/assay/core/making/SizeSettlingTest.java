package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.evidence.Identity;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SizeSettlingTest {

    private static Settled settle(Recipes recipe, int width, int height) {
        return Settler.settle(
                recipe.build(),
                Families.byId("sdxl").orElseThrow(),
                Distillation.NONE,
                Prediction.EPSILON,
                Optional.of(new Identity.Size(width, height)),
                false);
    }

    private static Recipes unsized() {
        return Recipes.a1111().without(Parameter.WIDTH).without(Parameter.HEIGHT);
    }

    private static List<String> codes(Settled settled) {
        return settled.findings().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"1216, 832, 1216, 832", "1000, 1003, 1000, 1000", "2432, 1664, 1024, 1024", "9, 9, 1024, 1024"})
    void assumesThePicturesOwnSizeWhereAModelMakesSuch(int width, int height, int drawnWidth, int drawnHeight) {
        var settled = settle(unsized(), width, height);
        assertThat(settled.width()).isEqualTo(drawnWidth);
        assertThat(settled.height()).isEqualTo(drawnHeight);
        assertThat(codes(settled)).contains("SIZE_MISSING");
    }

    @Test
    void takesNoFinalSizeForTheFirst() {
        assertThat(settle(unsized().with(Parameter.HIRES_UPSCALE, "1.5"), 1216, 832)
                        .width())
                .isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({"832, 1216, false", "833, 1223, false", "1664, 2432, true", "832, 1000, true"})
    void saysWhereThePictureHasAnotherSizeThanTheResult(int width, int height, boolean said) {
        var settled = settle(Recipes.a1111(), width, height);
        assertThat(codes(settled).contains("RESULT_SIZE")).isEqualTo(said);
    }

    @Test
    void comparesWithTheSecondPassesSize() {
        var recipe = Recipes.a1111()
                .with(Parameter.HIRES_UPSCALE, "1.5")
                .with(Parameter.HIRES_UPSCALER, "Latent")
                .with(Parameter.DENOISING_STRENGTH, "0.5");
        assertThat(codes(settle(recipe, 1248, 1824))).doesNotContain("RESULT_SIZE");
        assertThat(codes(settle(recipe, 832, 1216))).contains("RESULT_SIZE");
    }
}
