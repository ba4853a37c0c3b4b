package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.sampler.Fidelity;
import dev.assay.core.sampler.SamplerChoice;
import dev.assay.core.sampler.Scheduling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StepRangeTest {

    private static Settled.Pass pass(int steps, String scheduler, String denoise) {
        var sampler = new SamplerChoice.Mapped(
                "euler",
                Optional.empty(),
                new Scheduling.Named(scheduler),
                Optional.empty(),
                Fidelity.EXACT,
                List.of());
        return new Settled.Pass(steps, BigDecimal.ONE, sampler, new BigDecimal(denoise), NoiseLevels.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "karras", "exponential", "simple", "sgm_uniform", "beta", "kl_optimal"})
    void goesFromTheBeginningToTheEndAndNeverBack(String scheduler) {
        for (var denoise : List.of("1", "0.4")) {
            var pass = pass(20, scheduler, denoise);
            assertThat(StepRange.fraction(0, pass)).isZero();
            assertThat(StepRange.fraction(20, pass)).isEqualByComparingTo("1");
            for (int step = 1; step <= 20; step++) {
                assertThat(StepRange.fraction(step, pass)).isGreaterThanOrEqualTo(StepRange.fraction(step - 1, pass));
            }
        }
    }

    /** The noise levels that ComfyUI computes for the two steps around a switch lie on both sides of it. */
    @ParameterizedTest
    @CsvSource({"8, 20", "1, 30", "15, 30", "29, 30"})
    void partsTwoStepsOfAKarrasSchedule(int step, int steps) {
        var switchAt = StepRange.fraction(step, pass(steps, "karras", "1")).doubleValue();
        assertThat(switchAt).isBetween(shareOfKarras(step - 1, steps) - 0.0006, shareOfKarras(step, steps) + 0.0006);
    }

    private static double shareOfKarras(int step, int steps) {
        var max = Math.pow(14.614642, 1 / 7.0);
        var min = Math.pow(0.0291675, 1 / 7.0);
        var sigma = Math.pow(max + (double) step / (steps - 1) * (min - max), 7);
        return 1 - NoiseLevels.STANDARD.timestep(Math.log(sigma)) / NoiseLevels.LAST;
    }

    @Test
    void knowsTheNoiseLevelsOfStableDiffusion() {
        var levels = NoiseLevels.STANDARD;
        assertThat(Math.exp(levels.highest())).isCloseTo(14.614642, within(0.001));
        assertThat(Math.exp(levels.lowest())).isCloseTo(0.0291675, within(0.0001));
        assertThat(levels.timestep(levels.highest())).isEqualTo(999);
        assertThat(levels.timestep(levels.lowest())).isZero();
        assertThat(levels.timestep(100)).isEqualTo(999);
    }

    /** The highest is what ComfyUI and A1111 make of the rescaled betas. */
    @Test
    void knowsTheNoiseLevelsOfZeroTerminalSnr() {
        var levels = NoiseLevels.ZERO_TERMINAL_SNR;
        assertThat(Math.exp(levels.highest())).isCloseTo(4518.76, within(1.0));
        assertThat(levels.lowest()).isEqualTo(NoiseLevels.STANDARD.lowest());
    }

    /** Against the power series of the incomplete beta function. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.0396", "0.25, 0.1757", "0.5, 0.5", "0.75, 0.8243", "0.9, 0.9604"})
    void knowsTheBetaSchedule(double share, double quantile) {
        assertThat(BetaQuantiles.USUAL.at(share)).isCloseTo(quantile, within(0.0002));
    }

    @Test
    void countsASecondPassFromWhereItStarts() {
        var whole = pass(40, "simple", "1");
        var half = pass(20, "simple", "0.5");
        assertThat(StepRange.fraction(10, half)).isEqualByComparingTo(StepRange.fraction(30, whole));
    }
}
