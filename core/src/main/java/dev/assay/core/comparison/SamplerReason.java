package dev.assay.core.comparison;

import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.sampler.SamplerChoice;
import dev.assay.core.sampler.SamplerContext;
import dev.assay.core.sampler.Samplers;
import dev.assay.core.sampler.Scheduling;

/** Whether both were sampled the same way, though each tool has its own names for it. */
final class SamplerReason {

    private SamplerReason() {}

    static Stream<Finding> of(Pair pair) {
        var one = sampling(pair.original());
        var other = sampling(pair.result());
        return one.isPresent() && other.isPresent() && !one.get().equals(other.get())
                ? Stream.of(Reasons.differs("SAMPLER", "The sampler", one.get(), other.get()))
                : Stream.empty();
    }

    /** In ComfyUI's words; empty where the names are not known. */
    private static Optional<String> sampling(Pair.Side side) {
        return side.recipe().text(Parameter.SAMPLER).flatMap(sampler -> {
            var context = SamplerContext.of(side.tool());
            var version = side.recipe().text(Parameter.VERSION);
            return words(Samplers.choose(
                    sampler,
                    side.recipe().text(Parameter.SCHEDULE_TYPE),
                    version.map(context::withVersion).orElse(context)));
        });
    }

    private static Optional<String> words(SamplerChoice choice) {
        return switch (choice) {
            case SamplerChoice.Mapped mapped ->
                switch (mapped.scheduling()) {
                    case Scheduling.Named(var scheduler) ->
                        Optional.of(mapped.samplerName().replace("_gpu", "") + " with " + scheduler);
                    // A schedule of its own has no name to compare.
                    case Scheduling.SigmasNode _ -> Optional.empty();
                };
            case SamplerChoice.Unspecified _, SamplerChoice.UnknownSampler _, SamplerChoice.UnknownSchedule _ ->
                Optional.empty();
        };
    }
}
