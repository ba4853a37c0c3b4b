package dev.assay.core.sampler;

import java.util.Locale;
import java.util.Optional;

import dev.assay.core.family.Family;
import dev.assay.core.family.Tool;

/**
 * What else decides which sampler and schedule a name means.
 *
 * @param version the tool's version as written; A1111 names schedules apart from samplers since 1.9
 * @param rng where random numbers came from
 * @param settings numbers that shape the schedule
 * @param noise what the sampler was told about its noise
 * @param family of the checkpoint, where it is known
 */
public record SamplerContext(
        Tool tool,
        Optional<String> version,
        RandomSource rng,
        ScheduleSettings settings,
        NoiseSettings noise,
        Optional<Family> family) {

    /** The infotext's {@code RNG}. */
    public enum RandomSource {
        /** A1111's default. */
        GPU,
        CPU,
        /** The numbers of an NVIDIA card, computed elsewhere. */
        NV;

        public static RandomSource of(Optional<String> written) {
            return switch (written.orElse("").strip().toUpperCase(Locale.ROOT)) {
                case "CPU" -> CPU;
                case "NV" -> NV;
                default -> GPU;
            };
        }
    }

    public static SamplerContext of(Tool tool) {
        return new SamplerContext(
                tool, Optional.empty(), RandomSource.GPU, ScheduleSettings.NONE, NoiseSettings.USUAL, Optional.empty());
    }

    public SamplerContext withVersion(String written) {
        return new SamplerContext(tool, Optional.of(written), rng, settings, noise, family);
    }

    public SamplerContext withRng(RandomSource source) {
        return new SamplerContext(tool, version, source, settings, noise, family);
    }

    public SamplerContext withSettings(ScheduleSettings others) {
        return new SamplerContext(tool, version, rng, others, noise, family);
    }

    public SamplerContext withNoise(NoiseSettings others) {
        return new SamplerContext(tool, version, rng, settings, others, family);
    }

    public SamplerContext withFamily(Family known) {
        return new SamplerContext(tool, version, rng, settings, noise, Optional.of(known));
    }
}
