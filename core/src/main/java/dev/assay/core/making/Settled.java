package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.assay.core.family.Family;
import dev.assay.core.family.Opening;
import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.Emphasis;
import dev.assay.core.prompt.Timeline;
import dev.assay.core.sampler.SamplerChoice.Mapped;

/**
 * A recipe with every setting settled: stated by the metadata, or assumed and said so.
 *
 * @param family whose form the graph has
 * @param prompt as written, tags and all
 * @param negative as written; empty where there is none
 * @param comfySyntax whether the prompts were written for ComfyUI, and are taken verbatim
 * @param timeline how the numbers at which a prompt switches are counted
 * @param zeroesEmptyNegative whether an empty negative prompt stands for zeros, and is not encoded
 * @param seed 0 to 2^64-1
 * @param width of the first pass, in pixels, as the latent node takes it
 * @param refinerStep the step of the first pass, counted from 0, from which a refiner takes over
 * @param rescaled what the model must be told that it predicts, where its noise levels were rescaled to zero terminal SNR
 * @param clipLayer the layer for {@code CLIPSetLastLayer}, negative; empty for ComfyUI's own default
 * @param guidance what the model is told instead of a CFG scale; empty for one that cannot be told
 * @param shift of the noise levels, where one is stated
 * @param film how long it is and how fast, where the family makes films
 * @param opening what the model begins with
 * @param start how sampling starts from a picture; empty where it starts from noise alone
 * @param controls pictures that steer the sampling, in their order
 * @param details parts of the result that are found and painted again, in their order
 * @param regions of the picture, each with a prompt of its own
 * @param enlarged how the finished picture was made larger
 * @param findings what was assumed, remapped or rounded
 */
public record Settled(
        Family family,
        String prompt,
        String negative,
        boolean comfySyntax,
        Emphasis emphasis,
        Timeline timeline,
        boolean zeroesEmptyNegative,
        BigInteger seed,
        int width,
        int height,
        Pass first,
        Optional<Hires> hires,
        Optional<Integer> refinerStep,
        Optional<String> rescaled,
        Optional<Integer> clipLayer,
        Optional<BigDecimal> guidance,
        Optional<BigDecimal> shift,
        Optional<Film> film,
        Opening opening,
        Optional<Start> start,
        List<Control> controls,
        List<Detail> details,
        Optional<Regions> regions,
        Optional<Enlarged> enlarged,
        List<Finding> findings) {

    public Settled {
        controls = List.copyOf(controls);
        details = List.copyOf(details);
        findings = List.copyOf(findings);
    }

    /**
     * A film.
     *
     * @param frames as the latent node takes them
     * @param rate frames a second
     */
    public record Film(int frames, BigDecimal rate) {}

    /**
     * One sampling.
     *
     * @param steps that are run, 1 to 10000
     * @param denoise 0 to 1; below 1, the steps are the last ones of a longer schedule
     * @param levels the noise levels of the model
     */
    public record Pass(int steps, BigDecimal cfg, Mapped sampler, BigDecimal denoise, NoiseLevels levels) {

        private static final int MOST_STEPS = 10_000;

        /** How many steps the schedule has of which this pass runs the last ones, as ComfyUI and A1111 count it. */
        int fullSteps() {
            return denoise.signum() == 0
                    ? steps
                    : BigDecimal.valueOf(steps)
                            .divide(denoise, 0, RoundingMode.DOWN)
                            .min(BigDecimal.valueOf(MOST_STEPS))
                            .intValue();
        }
    }

    /**
     * That sampling starts from a picture; how much of it is painted over, the pass says.
     *
     * @param mask which part of it; empty for all
     */
    public record Start(Optional<Mask> mask) {}

    /**
     * The part of a picture that is painted.
     *
     * @param blur by how many pixels its edge is blurred, 0 or more
     * @param content what the part holds when sampling begins
     * @param inverted whether what is masked is kept, and the rest painted
     * @param putsBack whether what was not painted is taken from the source again in the end
     * @param surroundings by how many pixels around it the part is cut out and enlarged; empty where all of the picture
     *     is painted
     */
    public record Mask(int blur, Content content, boolean inverted, boolean putsBack, OptionalInt surroundings) {

        /** What a masked part begins with; A1111's {@code Masked content}. */
        public enum Content {
            /** What the picture shows there. */
            ORIGINAL,
            /** The colours around it. */
            FILL,
            /** Nothing, in latent space. */
            NOTHING
        }
    }

    /**
     * A ControlNet, or an IP-Adapter.
     *
     * @param number by which the metadata count it
     * @param model as the metadata call it
     * @param preprocessor what made the control picture of another one, as the metadata call it; empty for none
     * @param low the preprocessor's first threshold, 0 to 255, where it is stated
     * @param high the second one
     * @param strength 0 to 10
     * @param from the share of the steps from which on it steers, 0 to 1
     * @param to the share up to which it does
     * @param adapter whether it is an IP-Adapter: that takes over looks where a ControlNet takes over shapes
     */
    public record Control(
            int number,
            String model,
            Optional<String> preprocessor,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            BigDecimal strength,
            BigDecimal from,
            BigDecimal to,
            boolean adapter) {}

    /**
     * Regions side by side, whose prompts follow each other in the prompt.
     *
     * @param columns whether they are columns; else rows
     * @param shares of the width or height, together 1
     * @param base strength of a prompt for the whole picture, which comes first; empty where there is none
     * @param common whether a prompt comes before the regions' that is a part of each
     * @param blended whether the predictions were blended by regions, as ComfyUI does it; else the attention was divided
     */
    public record Regions(
            boolean columns, List<BigDecimal> shares, Optional<BigDecimal> base, boolean common, boolean blended) {
        public Regions {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What a detector finds in the result, faces or hands, is painted again.
     *
     * @param detector file of the model that finds it, as the metadata call it
     * @param prompt its own prompt; empty for the image's
     * @param negative its own negative prompt; empty for the image's
     * @param confidence from which on something counts as found, 0 to 1
     * @param grown by how many pixels the found part is grown
     * @param blur by how many pixels its edge is blurred
     * @param denoise how much of it is painted over, 0 to 1
     */
    public record Detail(
            String detector,
            Optional<String> prompt,
            Optional<String> negative,
            BigDecimal confidence,
            int grown,
            int blur,
            BigDecimal denoise) {}

    /**
     * The second pass of A1111's hires fix.
     *
     * @param width of the result, in pixels
     * @param cropped whether the result has another shape than the first picture, whose edges are cut off then
     * @param prompt its own prompt, where it has one
     * @param negative its own negative prompt, where it has one
     * @param refinerStep its step, counted from 0, from which a refiner takes over
     */
    public record Hires(
            int width,
            int height,
            boolean cropped,
            Upscaling upscaling,
            Pass pass,
            Optional<String> prompt,
            Optional<String> negative,
            Optional<Integer> refinerStep) {}

    /** That the finished picture is made larger, to that width and height in pixels. */
    public record Enlarged(Upscaling how, int width, int height) {}

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
