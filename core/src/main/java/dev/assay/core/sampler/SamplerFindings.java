package dev.assay.core.sampler;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** The findings about samplers and schedules, worded for people. */
final class SamplerFindings {

    /** What a finding is about. */
    enum Subject {
        SAMPLER("SAMPLER", "sampler"),
        SCHEDULE("SCHED", "schedule");

        private final String code;
        private final String word;

        Subject(String code, String word) {
            this.code = code;
            this.word = word;
        }
    }

    private SamplerFindings() {}

    /** What a row's fidelity means; empty where nothing differs. */
    static Optional<Finding> of(Subject subject, String written, String chosen, Fidelity fidelity, String note) {
        var code = subject.code;
        var what = subject.word;
        return switch (fidelity) {
            case EXACT -> Optional.empty();
            case NOISE_DIFFERS ->
                Optional.of(Finding.info(
                        code + "_NOISE",
                        "The " + what + " \"" + written
                                + "\" adds noise while it runs, and ComfyUI draws other numbers"));
            case APPROXIMATE ->
                Optional.of(Finding.info(
                        code + "_APPROX",
                        Effect.APPROXIMATES,
                        "The " + what + " \"" + written + "\" becomes " + chosen + ": " + note));
            case SUBSTITUTED ->
                Optional.of(Finding.warning(
                        code + "_SUBST",
                        Effect.APPROXIMATES,
                        "The " + what + " \"" + written + "\" is replaced with " + chosen + ": " + note));
        };
    }

    static Finding conflict(String sampler, String type) {
        return Finding.info(
                "SCHED_CONFLICT",
                Effect.DOUBT,
                "The sampler \"" + sampler + "\" names another schedule than the schedule type \"" + type
                        + "\", which is used");
    }

    static Finding assumedSchedule(String sampler, String scheduler) {
        return Finding.info(
                "SCHED_ASSUMED",
                Effect.APPROXIMATES,
                "No scheduler is named for " + sampler + "; " + scheduler + " is assumed");
    }

    static Finding unknownSchedule(String written, String scheduler) {
        return Finding.warning(
                "SCHED_UNKNOWN",
                Effect.APPROXIMATES,
                "The schedule \"" + written + "\" is not known; " + scheduler + " is assumed");
    }

    /** A sampler that nobody can be told about its noise. */
    static Finding unusualNoise(String sampler, NoiseSettings noise) {
        var said = Stream.of(
                        noise.eta().map(eta -> "eta " + eta),
                        noise.etaDdim().map(eta -> "eta " + eta),
                        noise.scale().map(scale -> "noise multiplied with " + scale))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return Finding.warning(
                "EXT_ETA",
                Effect.APPROXIMATES,
                "The sampler \"" + sampler + "\" ran with " + said
                        + ", which no core node can be told; it runs as usual");
    }
}
