package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * How the graph of a family is put together, as data: what is loaded, what the model is told, how it is sampled, and what
 * comes out. What a form does not say is the same for all families.
 *
 * @param usual what a file of the family holds where neither its header nor its size tells
 * @param wholeSizes sizes of files, in units of 1,000,000,000 bytes, that tell of one that holds everything
 * @param encoders the text encoders, for a file that brings none
 * @param vae the VAE, for a file that brings none
 * @param shift of the noise levels
 * @param guidance what the model is told instead of a CFG scale, to assume where none is stated; empty where it cannot be
 *     told
 * @param negative what stands for it at CFG 1
 * @param course which nodes sample
 * @param experts where two models share the steps: the one for the noisy half, and the one for the rest
 * @param medium what comes out
 * @param whenWhole the form for a file that brings everything, where that is another
 * @param tellsFrameRate whether the model is told the frame rate, beside the prompt
 * @param preamble what stands before each positive prompt
 * @param opening what the models begin with
 * @param sight the CLIP vision model that looks at a picture they begin with
 * @param patches nodes that change the model before it samples, in their order
 */
public record Form(
        Contents usual,
        List<Range> wholeSizes,
        Optional<Encoders> encoders,
        Optional<Standard> vae,
        Optional<Shift> shift,
        Optional<BigDecimal> guidance,
        Negative negative,
        Course course,
        List<Standard> experts,
        Medium medium,
        Optional<Form> whenWhole,
        boolean tellsFrameRate,
        String preamble,
        Opening opening,
        Optional<Standard> sight,
        List<Patch> patches) {

    public Form {
        wholeSizes = List.copyOf(wholeSizes);
        experts = List.copyOf(experts);
        patches = List.copyOf(patches);
    }

    /**
     * A node that takes a model and gives it changed.
     *
     * @param literals its other inputs
     */
    public record Patch(String nodeClass, Map<String, Json> literals) {
        public Patch {
            literals = Map.copyOf(literals);
        }
    }

    /** Of a family whose files bring everything. */
    static FormBuilder whole() {
        return new FormBuilder(Contents.WHOLE);
    }

    /** Of a family whose files are diffusion models alone. */
    static FormBuilder bare(Encoders encoders, Standard vae) {
        return new FormBuilder(Contents.BARE).encoders(encoders).vae(vae);
    }

    /** What a file of that size holds, where its header cannot be read. */
    public Contents contents(long bytes) {
        var gigabytes = BigDecimal.valueOf(bytes, 9);
        return wholeSizes.stream().anyMatch(range -> range.contains(gigabytes)) ? Contents.WHOLE : usual;
    }

    /** The form for a file of those contents. */
    public Form of(Contents contents) {
        return contents.encoders() ? whenWhole.orElse(this) : this;
    }

    /** Whether the model is told its guidance instead of being asked twice a step. */
    public boolean isGuided() {
        return guidance.isPresent();
    }
}
