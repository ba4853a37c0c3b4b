package dev.assay.core.family;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FamiliesTest {

    @ParameterizedTest
    @CsvSource({
        "SD 1.4, sd1, NONE", "SD 1.5, sd1, NONE", "SD 1.5 LCM, sd1, LCM", "SD 1.5 Hyper, sd1, HYPER",
        "SDXL 0.9, sdxl, NONE", "SDXL 1.0, sdxl, NONE", "SDXL 1.0 LCM, sdxl, LCM", "SDXL Lightning, sdxl, LIGHTNING",
        "SDXL Hyper, sdxl, HYPER", "SDXL Turbo, sdxl, TURBO", "Pony, pony, NONE", "Illustrious, illustrious, NONE",
        "NoobAI, noobai, NONE", "' sdxl 1.0 ', sdxl, NONE"
    })
    void knowsTheFamilyOfALabel(String label, String family, Distillation distillation) {
        assertThat(Families.byBaseModel(label))
                .isEqualTo(new BaseModel.Supported(label, Families.byId(family).orElseThrow(), distillation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flux 3 Video", "Kolors", "Stable Cascade", "Mochi", "SVD", "ACE Audio"})
    void saysThatAFamilyIsNotThereYet(String label) {
        assertThat(Families.byBaseModel(label))
                .isInstanceOfSatisfying(
                        BaseModel.NotYet.class,
                        notYet -> assertThat(notYet.missing()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OpenAI", "Nano Banana", "Seedream", "Imagen4", "Kling", "Sora 2", "Veo 3", "Wan Video 2.5 T2V"})
    void saysThatAModelRunsAtItsMakersOnly(String label) {
        assertThat(Families.byBaseModel(label)).isInstanceOf(BaseModel.RemoteOnly.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other", "", "Tomorrow's model", "Upscaler", "SDXL"})
    void doesNotGuessALabel(String label) {
        assertThat(Families.byBaseModel(label)).isEqualTo(new BaseModel.Unknown(label));
    }

    @Test
    void givesEveryLabelOneMeaning() {
        var labels = Families.all().stream()
                .flatMap(family -> family.labels().stream())
                .toList();
        assertThat(labels).doesNotHaveDuplicates();
        assertThat(OtherBaseModels.ALL.stream().map(BaseModel::label))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(labels);
    }

    @Test
    void assumesOnlyWhatIsSane() {
        for (var family : Families.all()) {
            for (var distillation : Distillation.values()) {
                for (var prediction : Prediction.values()) {
                    var defaults = family.defaults(distillation, prediction);
                    assertThat(family.sanity(distillation, prediction)
                                    .usualCfg()
                                    .contains(defaults.cfg()))
                            .as(family.id() + distillation + prediction)
                            .isTrue();
                    assertThat(defaults.basis()).isNotBlank();
                }
            }
            var usual = family.latent().usual();
            assertThat(usual.width() % family.latent().multiple()).isZero();
            assertThat((double) usual.width() * usual.height() / 1_000_000)
                    .isBetween(family.latent().minMegapixels(), family.latent().maxMegapixels());
        }
    }

    @Test
    void fitsSizesToWhatTheLatentTakes() {
        var latent = Families.byId("sdxl").orElseThrow().latent();
        assertThat(List.of(latent.fitted(1024), latent.fitted(1023), latent.fitted(1), latent.fitted(-5)))
                .containsExactly(1024, 1016, 8, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "DreamShaper XL Turbo, TURBO",
        "juggernautXL_v9Rdphoto2Lightning, LIGHTNING",
        "Hyper-SDXL-8steps-lora, HYPER",
        "hyperSD, HYPER",
        "lcm-lora-sdv1-5, LCM",
        "dmd2_sdxl_4step, DMD2",
        "Flash-SDXL, FLASH"
    })
    void seesADistillationInAName(String name, Distillation distillation) {
        assertThat(Distillation.signIn(List.of("plain", name))).contains(new Distillation.Sign(distillation, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hyperrealistic mix",
                "hyper_detailed",
                "Flashback",
                "flash photography",
                "ponyDiffusionV6XL",
                "hypernetwork"
            })
    void seesNoneInAStyle(String name) {
        assertThat(Distillation.signIn(List.of(name))).isEmpty();
    }
}
