package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PictureModelsTest {

    private static Optional<Architecture> flux(String variant) {
        return Optional.of(new Architecture(ModelKind.UNET_ONLY, Family.FLUX1, variant, false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flux1-dev-kontext_fp8_scaled.safetensors",
                "flux1DevKontext_v1",
                "FLUX.1-Fill-dev",
                "qwen_image_edit_2509_fp8_e4m3fn.safetensors",
                "sd-v1-5-inpainting.ckpt",
                "realisticVision_v51Inpainting",
                "wan2.1_i2v_480p_14B_fp16.safetensors",
                "wanI2V_v1"
            })
    void tellsByANameThatAPictureIsMissing(String name) {
        assertThat(PictureModels.finding(List.of(name), Optional.empty()))
                .hasValueSatisfying(finding -> assertThat(finding.effect()).isEqualTo(Effect.DOUBT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flux1-dev.safetensors",
                "Refill",
                "ponyDiffusionV6XL",
                "credited mix",
                "qwen_image_fp8",
                "fillers"
            })
    void takesNoOtherNameForASign(String name) {
        assertThat(PictureModels.finding(List.of(name), Optional.empty())).isEmpty();
    }

    @Test
    void believesTheTensorsBeforeTheName() {
        assertThat(PictureModels.finding(List.of("flux1-dev"), flux("Fill")))
                .hasValueSatisfying(finding -> assertThat(finding.effect()).isEqualTo(Effect.LEAVES_OUT));
        assertThat(PictureModels.finding(List.of("FLUX.1-Fill-dev"), flux("dev")))
                .isEmpty();
    }

    /** Kontext has the tensors of dev. */
    @Test
    void believesTheNameWhereTensorsCannotTell() {
        assertThat(PictureModels.finding(List.of("flux1-kontext-dev"), flux("dev")))
                .isPresent();
    }
}
