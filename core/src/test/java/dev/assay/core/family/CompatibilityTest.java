package dev.assay.core.family;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompatibilityTest {

    @ParameterizedTest
    @CsvSource({
        "SD 1.5, FULL, NO, NO, NO, NO",
        "SD 1.5 LCM, FULL, NO, NO, NO, NO",
        "SDXL 1.0, NO, FULL, PARTIAL, PARTIAL, PARTIAL",
        "SDXL Lightning, NO, FULL, PARTIAL, PARTIAL, PARTIAL",
        "Pony, NO, PARTIAL, FULL, PARTIAL, PARTIAL",
        "Illustrious, NO, PARTIAL, PARTIAL, FULL, PARTIAL",
        "NoobAI, NO, PARTIAL, PARTIAL, PARTIAL, FULL",
        "SDXL Distilled, NO, PARTIAL, PARTIAL, PARTIAL, PARTIAL",
        "SD 2.1, NO, NO, NO, NO, NO",
        "Flux.1 D, NO, NO, NO, NO, NO",
        "Nano Banana, NO, NO, NO, NO, NO",
        "Other, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void saysWhatALoraFits(
            String base,
            Compatibility sd1,
            Compatibility sdxl,
            Compatibility pony,
            Compatibility illustrious,
            Compatibility noobai) {
        assertThat(Families.all().stream().map(family -> Compatibility.of(base, family)))
                .containsExactly(sd1, sdxl, pony, illustrious, noobai);
    }

    @ParameterizedTest
    @CsvSource({
        "SD 1.5, FULL, PARTIAL, PARTIAL, PARTIAL, PARTIAL",
        "SDXL 1.0, NO, FULL, PARTIAL, PARTIAL, PARTIAL",
        "Flux.1 D, NO, NO, NO, NO, NO"
    })
    void letsAnEmbeddingOfSd15ActOnClipLOfSdxl(
            String base,
            Compatibility sd1,
            Compatibility sdxl,
            Compatibility pony,
            Compatibility illustrious,
            Compatibility noobai) {
        assertThat(Families.all().stream().map(family -> Compatibility.ofEmbedding(base, family)))
                .containsExactly(sd1, sdxl, pony, illustrious, noobai);
    }
}
