package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.sampler.SamplerChoice.Mapped;
import dev.assay.core.workflow.Input;

/**
 * What the samplers, encoders and decoders of one pass work with.
 *
 * @param model the diffusion model, networks and all, set up for the sampler
 * @param clip the text encoder, networks and all
 * @param networks what is loaded on top
 * @param sampling what the model is told for the sampler's sake
 */
record Models(Input.Link model, Input.Link clip, Input.Link vae, List<Weighed> networks, Optional<String> sampling) {

    Models {
        networks = List.copyOf(networks);
    }

    /** Whether these serve that pass too. */
    boolean serve(List<Weighed> others, Mapped sampler) {
        return Networks.alike(networks, others) && sampling.equals(sampler.modelSampling());
    }
}
