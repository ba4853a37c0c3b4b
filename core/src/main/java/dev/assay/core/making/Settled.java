package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.Emphasis;
import dev.assay.core.sampler.SamplerChoice.Mapped;

/**
 * A recipe with every setting settled: stated by the metadata, or assumed and said so.
 *
 * @param prompt as written, tags and all
 * @param negative as written; empty where there is none
 * @param comfySyntax whether the prompts were written for ComfyUI, and are taken verbatim
 * @param seed 0 to 2^64-1
 * @param width of the first pass, in pixels, as the latent node takes it
 * @param clipLayer the layer for {@code CLIPSetLastLayer}, negative; empty for ComfyUI's own default
 * @param findings what was assumed, remapped or rounded
 */
public record Settled(
        String prompt,
        String negative,
        boolean comfySyntax,
        Emphasis emphasis,
        BigInteger seed,
        int width,
        int height,
        Pass first,
        Optional<Hires> hires,
        Optional<Integer> clipLayer,
        List<Finding> findings) {

    public Settled {
        findings = List.copyOf(findings);
    }

    /**
     * One sampling.
     *
     * @param denoise 0 to 1
     */
    public record Pass(int steps, BigDecimal cfg, Mapped sampler, BigDecimal denoise) {}

    /**
     * The second pass of A1111's hires fix.
     *
     * @param prompt its own prompt, where it has one
     * @param negative its own negative prompt, where it has one
     */
    public record Hires(
            int width,
            int height,
            Upscaling upscaling,
            Pass pass,
            Optional<String> prompt,
            Optional<String> negative) {}

    /** How the first picture is made larger. */
    public sealed interface Upscaling {

        /**
         * In latent space.
         *
         * @param method of {@code LatentUpscale}
         */
        record InLatent(String method) implements Upscaling {}

        /**
         * As pixels, without a model.
         *
         * @param method of {@code ImageScale}
         */
        record ByPixels(String method) implements Upscaling {}

        /**
         * As pixels, by an upscale model.
         *
         * @param name as the metadata call it
         */
        record ByModel(String name) implements Upscaling {}
    }
}
