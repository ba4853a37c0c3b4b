package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.assay.core.family.Opening;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws what sampling begins with: an empty latent or a picture, and what a picture adds to what the model is told. */
final class Beginning {

    /** How the text encoder of Hunyuan Video mixes what it reads with what it sees: ComfyUI's default. */
    private static final int INTERLEAVE = 2;

    private final Canvas canvas;
    private final Settled settled;
    private final Materials materials;
    private final PictureNodes pictures;
    private final Painting painting;
    private final Size size;

    Beginning(Canvas canvas, Settled settled, Materials materials, PictureNodes pictures) {
        this.canvas = canvas;
        this.settled = settled;
        this.materials = materials;
        this.pictures = pictures;
        this.painting = new Painting(canvas, settled, pictures);
        this.size = new Size(settled.width(), settled.height());
    }

    /**
     * What the model is told, pictures and all.
     *
     * @param latent what sampling starts from, where a picture's node gives it
     */
    record Led(Telling.Told told, Optional<Input.Link> latent) {}

    /** Puts to what is told what the family's models are told by pictures. */
    Led lead(Telling.Told told, Input.Link vae) {
        return switch (settled.opening()) {
            case NOISE, READ, READ_SEVERAL, OPTIONAL_FRAME -> new Led(told, Optional.empty());
            case REFERENCE -> new Led(referring(told, vae), Optional.empty());
            case FOLLOWED ->
                led(beside(canvas.add("InstructPixToPixConditioning"), told, vae)
                        .set("pixels", pictures.source(size)));
            case PAINTED ->
                led(beside(canvas.add("InpaintModelConditioning"), told, vae)
                        .set("pixels", painting.picture())
                        .set("mask", painting.mask(drawnMask()))
                        .set("noise_mask", true));
            case FIRST_FRAME -> led(film(told, vae));
            case SEEN_FIRST_FRAME -> {
                var seen = seen();
                var node = film(told, vae);
                seen.ifPresent(output -> node.set("clip_vision_output", output));
                yield led(node);
            }
            case TOLD_FIRST_FRAME -> begun(told, vae);
        };
    }

    private Settled.Mask drawnMask() {
        return settled.start().flatMap(Settled.Start::mask).orElseThrow();
    }

    private static NodeBuilder beside(NodeBuilder node, Telling.Told told, Input.Link vae) {
        return node.set("positive", told.positive())
                .set("negative", told.negative())
                .set("vae", vae);
    }

    private static Led led(NodeBuilder node) {
        return new Led(new Telling.Told(node.out(0), node.out(1)), Optional.of(node.out(2)));
    }

    /** The node takes one side at a time; a sampler of both must find the frame in both. At CFG 1 there is but one. */
    private Led begun(Telling.Told told, Input.Link vae) {
        canvas.find(told());
        var positive = begun(told.positive(), vae);
        var isOneSided = settled.first().cfg().compareTo(BigDecimal.ONE) == 0;
        var negative = isOneSided ? positive : begun(told.negative(), vae);
        return new Led(new Telling.Told(positive.out(0), negative.out(0)), Optional.of(positive.out(1)));
    }

    /** How the model takes the frame, by its name alone. */
    private Finding told() {
        return Finding.warning(
                        "FIRST_FRAME",
                        Effect.APPROXIMATES,
                        "No metadata tell how the model takes its first frame: by its name, \"" + guidance()
                                + "\" is assumed, and " + INTERLEAVE + " for how often the prompt's encoder sees it"
                                + " (image_interleave, ComfyUI's default).")
                .advise("Set guidance_type and image_interleave as the model's author says.");
    }

    /** Comfy-Org's names tell the newer models, in whose latents the frame replaces the first, from the others. */
    private String guidance() {
        return materials.checkpoint().listingName().toLowerCase(Locale.ROOT).contains("replace")
                ? "v2 (replace)"
                : "v1 (concat)";
    }

    private NodeBuilder begun(Input.Link told, Input.Link vae) {
        return canvas.add("HunyuanImageToVideo")
                .set("positive", told)
                .set("vae", vae)
                .set("width", settled.width())
                .set("height", settled.height())
                .set("length", settled.film().orElseThrow().frames())
                .set("batch_size", 1)
                .set("guidance_type", guidance())
                .set("start_image", pictures.source());
    }

    private NodeBuilder film(Telling.Told told, Input.Link vae) {
        return beside(canvas.add("WanImageToVideo"), told, vae)
                .set("width", settled.width())
                .set("height", settled.height())
                .set("length", settled.film().orElseThrow().frames())
                .set("batch_size", 1)
                .set("start_image", pictures.source());
    }

    private Optional<Input.Link> seen() {
        return materials
                .clipVision()
                .map(file -> canvas.add("CLIPVisionEncode")
                        .set(
                                "clip_vision",
                                canvas.load("CLIPVisionLoader", "clip_name", file)
                                        .out(0))
                        .set("image", pictures.source())
                        .set("crop", "none")
                        .out(0));
    }

    private Telling.Told referring(Telling.Told told, Input.Link vae) {
        var positive = told.positive();
        for (int place = 0; place < pictures.sources(); place++) {
            positive = canvas.add("ReferenceLatent")
                    .set("conditioning", positive)
                    .set("latent", encoded(pictures.offered(place), vae))
                    .out(0);
        }
        return new Telling.Told(positive, told.negative());
    }

    private Input.Link encoded(Input.Link image, Input.Link vae) {
        return canvas.add("VAEEncode").set("pixels", image).set("vae", vae).out(0);
    }

    /** The node that encodes a text; some encoders look at pictures with it. */
    NodeBuilder text(String text, Input.Link vae) {
        return switch (settled.opening()) {
            case READ ->
                canvas.add("TextEncodeQwenImageEdit")
                        .set("prompt", text)
                        .set("vae", vae)
                        .set("image", pictures.offered(0));
            case READ_SEVERAL -> {
                var node = canvas.add("TextEncodeQwenImageEditPlus")
                        .set("prompt", text)
                        .set("vae", vae);
                IntStream.range(0, Math.min(3, pictures.sources()))
                        .forEach(place -> node.set("image" + (place + 1), pictures.offered(place)));
                yield node;
            }
            case TOLD_FIRST_FRAME ->
                seen().map(output -> canvas.add("TextEncodeHunyuanVideo_ImageToVideo")
                                .set("clip_vision_output", output)
                                .set("prompt", text)
                                .set("image_interleave", INTERLEAVE))
                        .orElseGet(() -> canvas.add("CLIPTextEncode").set("text", text));
            case NOISE, REFERENCE, PAINTED, FOLLOWED, FIRST_FRAME, SEEN_FIRST_FRAME, OPTIONAL_FRAME ->
                canvas.add("CLIPTextEncode").set("text", text);
        };
    }

    /** What the first pass starts from, where no picture's node gives it. */
    Input.Link latent(Input.Link vae) {
        return settled.start()
                .map(start -> start.mask().map(part -> masked(part, vae)).orElseGet(() -> whole(vae)))
                .orElseGet(() -> empty(vae));
    }

    private Input.Link empty(Input.Link vae) {
        var node = new EmptyLatent(canvas, settled).draw(vae);
        if (settled.opening() == Opening.OPTIONAL_FRAME && pictures.hasSource()) {
            node.set("start_image", pictures.source());
        }
        return node.out(0);
    }

    private Input.Link whole(Input.Link vae) {
        return encoded(painting.picture(), vae);
    }

    private Input.Link masked(Settled.Mask part, Input.Link vae) {
        var painted = painting.mask(part);
        return switch (part.content()) {
            case ORIGINAL -> limited(whole(vae), painted);
            case FILL ->
                canvas.add("VAEEncodeForInpaint")
                        .set("pixels", painting.picture())
                        .set("vae", vae)
                        .set("mask", painted)
                        .set("grow_mask_by", 0)
                        .out(0);
            case NOTHING ->
                limited(
                        canvas.add("LatentCompositeMasked")
                                .set("destination", whole(vae))
                                .set(
                                        "source",
                                        new EmptyLatent(canvas, settled)
                                                .draw(vae)
                                                .out(0))
                                .set("x", 0)
                                .set("y", 0)
                                .set("resize_source", false)
                                .set("mask", painted)
                                .out(0),
                        painted);
        };
    }

    private Input.Link limited(Input.Link latent, Input.Link painted) {
        return canvas.add("SetLatentNoiseMask")
                .set("samples", latent)
                .set("mask", painted)
                .out(0);
    }

    /** The result, in which what was not painted is the source again, pixel by pixel. */
    Input.Link finished(Input.Link result) {
        return settled.start()
                .flatMap(Settled.Start::mask)
                .filter(part -> part.putsBack() && settled.hires().isEmpty())
                .map(part -> painting.putBack(result, part))
                .orElse(result);
    }
}
