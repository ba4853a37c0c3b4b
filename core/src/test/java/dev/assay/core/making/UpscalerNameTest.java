package dev.assay.core.making;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpscalerNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Latent", "latent", "Latent (bicubic antialiased)", "None", "Lanczos", "nearest"})
    void needsNoModelForWhatIsBuiltIn(String name) {
        assertThat(UpscalerName.isModel(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-ESRGAN 4x+", "4x-UltraSharp", "Latent2x", "lanczos3"})
    void takesEverythingElseForAModel(String name) {
        assertThat(UpscalerName.isModel(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Latent, bilinear",
        "Latent (antialiased), bilinear",
        "Latent (bicubic antialiased), bicubic",
        "Latent (nearest), nearest-exact",
        "Latent Nearest-exact, nearest-exact",
        "Latent Bilinear, bilinear",
        "Latent Bicubic antialias, bicubic",
        "Latent Area, area"
    })
    void knowsTheWaysToEnlargeALatentByTheNamesOfAllTools(String name, String method) {
        assertThat(UpscalerName.builtIn(name)).contains(new Settled.Upscaling.InLatent(method));
    }

    @ParameterizedTest
    @CsvSource({
        "None, lanczos",
        "Lanczos, lanczos",
        "Nearest, nearest-exact",
        "Resize Lanczos, lanczos",
        "Resize Bicubic, bicubic"
    })
    void knowsTheWaysToEnlargeAPictureByTheNamesOfAllTools(String name, String method) {
        assertThat(UpscalerName.builtIn(name)).contains(new Settled.Upscaling.ByPixels(method));
    }
}
