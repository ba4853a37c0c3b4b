package dev.assay.core.family;

/** What v-prediction models with zero terminal SNR want, whatever their family. */
final class VPrediction {

    static final Defaults DEFAULTS = Defaults.of("euler", "normal", "4.5", 28, "cards of v-prediction models");

    static final Sanity SANITY =
            Sanity.ofCfg(Range.of("3.5", "5.5"), Range.of("2", "6.5"), "cards of v-prediction models: CFG 4 to 5");

    private VPrediction() {}
}
