package dev.assay.core.family;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompatibilityTest {

    private static Stream<Family> families() {
        return Stream.of("SD 1.5", "SDXL 1.0", "Pony", "Illustrious", "NoobAI").map(CompatibilityTest::family);
    }

    private static Family family(String label) {
        return ((BaseModel.Supported) Families.byBaseModel(label)).family();
    }

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
        assertThat(families().map(family -> Compatibility.of(base, family)))
                .containsExactly(sd1, sdxl, pony, illustrious, noobai);
    }

    /** A LoRA knows the layers of the very model it was trained on: between families nothing is shared. */
    @Test
    void keepsEveryOtherFamilyToItself() {
        var own = family("Flux.1 D");
        assertThat(Compatibility.of("Flux.1 D", own)).isEqualTo(Compatibility.FULL);
        assertThat(Compatibility.of("SD 3.5", own)).isEqualTo(Compatibility.NO);
        assertThat(Compatibility.of("Flux.1 D", family("Qwen"))).isEqualTo(Compatibility.NO);
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
        assertThat(families().map(family -> Compatibility.ofEmbedding(base, family)))
                .containsExactly(sd1, sdxl, pony, illustrious, noobai);
    }
}
