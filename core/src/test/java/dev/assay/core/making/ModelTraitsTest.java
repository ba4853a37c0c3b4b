package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.family.BaseModel;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelTraitsTest {

    private static ModelTraits traits(String label, Optional<Architecture> header, Placed... placed) {
        return ModelTraits.of((BaseModel.Supported) Families.byBaseModel(label), List.of(placed), header);
    }

    private static Placed checkpoint(String version, String file) {
        return Placements.named(Role.CHECKPOINT, "Some Mix", version, file, "NoobAI");
    }

    private static Optional<Architecture> header(boolean vPrediction) {
        return Optional.of(new Architecture(ModelKind.CHECKPOINT, Family.SDXL, vPrediction, vPrediction));
    }

    @ParameterizedTest
    @CsvSource({
        "V-Pred 1.0, mix.safetensors, NoobAI, V_PREDICTION",
        "v1.0, noobaiXLNAIXL_vPred10Version.safetensors, NoobAI, V_PREDICTION",
        "v pred test, mix.safetensors, Illustrious, V_PREDICTION",
        "Vpred-0.75S, mix.safetensors, SDXL 1.0, V_PREDICTION",
        "eps 1.1, mix.safetensors, NoobAI, EPSILON",
        "v1, predator.safetensors, NoobAI, EPSILON",
        "Nov Predator, mix.safetensors, NoobAI, EPSILON",
        "V-Pred, mix.safetensors, SD 1.5, EPSILON"
    })
    void takesANameForASignOfVPrediction(String version, String file, String label, Prediction prediction) {
        var traits = traits(label, Optional.empty(), checkpoint(version, file));
        assertThat(traits.prediction()).isEqualTo(prediction);
        assertThat(traits.toldPrediction()).isEqualTo(prediction);
    }

    @Test
    void insertsANodeBecauseOfANameWithADoubt() {
        assertThat(traits("NoobAI", header(false), checkpoint("V-Pred", "mix.safetensors"))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("VPRED_MISSING");
                    assertThat(finding.effect()).isEqualTo(Effect.DOUBT);
                });
    }

    @Test
    void tellsAModelNothingThatItsFileSaysItself() {
        var traits = traits("NoobAI", header(true), checkpoint("V-Pred", "mix.safetensors"));
        assertThat(traits.prediction()).isEqualTo(Prediction.V_PREDICTION);
        assertThat(traits.toldPrediction()).isEqualTo(Prediction.EPSILON);
        assertThat(traits.findings()).isEmpty();
    }

    @Test
    void believesTheLabelFirst() {
        var traits = traits("SDXL Lightning", Optional.empty(), checkpoint("hyper", "mix.safetensors"));
        assertThat(traits.distillation()).isEqualTo(Distillation.LIGHTNING);
        assertThat(traits.findings()).isEmpty();
    }

    @Test
    void findsTheDistillationOfACheckpointOrOfALora() {
        var plain = checkpoint("v1", "mix.safetensors");
        var turbo = checkpoint("Turbo DPO", "mix.safetensors");
        var lora = Placements.lora("dmd2_sdxl_4step_lora", "1");
        assertThat(traits("Pony", Optional.empty(), plain).distillation()).isEqualTo(Distillation.NONE);
        assertThat(traits("Pony", Optional.empty(), plain, lora).distillation()).isEqualTo(Distillation.DMD2);
        var both = traits("Pony", Optional.empty(), lora, turbo);
        assertThat(both.distillation()).isEqualTo(Distillation.TURBO);
        assertThat(both.findings()).extracting(Finding::code).containsExactly("DISTILLED");
    }

    @Test
    void ignoresALoraOfNoWeight() {
        var off = Placements.lora("lcm_lora_sdxl", "0");
        assertThat(traits("Pony", Optional.empty(), checkpoint("v1", "mix.safetensors"), off)
                        .distillation())
                .isEqualTo(Distillation.NONE);
    }
}
