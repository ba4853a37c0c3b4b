package dev.assay.core.making;

import java.math.BigDecimal;

import dev.assay.core.family.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** ComfyUI runs the very noise levels that the maker's tool ran. */
class DenoisedStepsTest {

    @ParameterizedTest
    @CsvSource({
        "A1111, 20, 0.5, 11, 0.55",
        "A1111, 20, 0.75, 16, 0.8",
        "A1111, 30, 0.4, 13, 0.43",
        "A1111, 20, 1, 20, 1",
        "A1111, 20, 0, 1, 0.05",
        "FORGE, 28, 0.3, 9, 0.32",
        "SDNEXT, 20, 0.5, 10, 0.5",
        "INVOKEAI, 30, 0.75, 22, 0.73",
        "SWARMUI, 20, 0.6, 12, 0.6",
        "COMFYUI, 20, 0.87, 20, 0.87",
    })
    void runsWhatTheToolRan(Tool tool, int stated, BigDecimal strength, int run, BigDecimal denoise) {
        var steps = new DenoisedSteps(stated, strength, tool);
        assertThat(steps.run()).isEqualTo(run);
        assertThat(steps.denoise()).isEqualByComparingTo(denoise);
    }

    /** For whatever numbers: ComfyUI's int(steps / denoise) must give the schedule of which the last steps are run. */
    @Test
    void neverLosesAStepToRounding() {
        for (int stated = 1; stated <= 150; stated++) {
            for (int hundredths = 1; hundredths <= 99; hundredths++) {
                var steps = new DenoisedSteps(stated, BigDecimal.valueOf(hundredths, 2), Tool.A1111);
                var full = (int) (steps.run() / steps.denoise().doubleValue());
                assertThat(full).as(stated + " at " + hundredths).isEqualTo(stated);
            }
        }
    }
}
