package dev.assay.core.making;

import org.junit.jupiter.params.ParameterizedTest;
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
}
