package dev.assay.core.sampler;

import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;

/** What became of a sampler's name. Nothing is assumed here: whoever assumes something says so. */
public sealed interface SamplerChoice {

    /**
     * ComfyUI has it, or something that was chosen for it by the table, which the findings then say.
     *
     * @param samplerName as {@code KSampler} takes it
     * @param node where the name does not say all of it: the node that does
     * @param modelSampling what {@code ModelSamplingDiscrete} must be told for the sampler to work as the tool's does
     */
    record Mapped(
            String samplerName,
            Optional<SamplerNode> node,
            Scheduling scheduling,
            Optional<String> modelSampling,
            Fidelity fidelity,
            List<Finding> findings)
            implements SamplerChoice {
        public Mapped {
            findings = List.copyOf(findings);
        }

        /** How often A1111's counterpart calls the model in a step; its prompt switches count calls. */
        public int callsPerStep() {
            return SamplerTable.CALLS_TWICE.contains(samplerName.replace("_gpu", "")) ? 2 : 1;
        }
    }

    /**
     * The metadata name no sampler ({@code Undefined}, or nothing): the family's default can be assumed, openly.
     *
     * @param scheduling the schedule that is named all the same
     * @param findings what there is to say about that schedule
     */
    record Unspecified(Optional<Scheduling> scheduling, List<Finding> findings) implements SamplerChoice {
        public Unspecified {
            findings = List.copyOf(findings);
        }
    }

    /** Nobody knows a sampler of that name: the family's default can be assumed, openly. */
    record UnknownSampler(String asWritten) implements SamplerChoice {}

    /**
     * The sampler is known, its schedule is not.
     *
     * @param assumed the sampler with its own default schedule, and a finding that says so
     */
    record UnknownSchedule(String asWritten, Mapped assumed) implements SamplerChoice {}
}
