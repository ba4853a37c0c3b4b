package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

import dev.assay.core.family.Medium;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws what sampling ends in: the picture or film, decoded and saved. */
final class Result {

    private final Canvas canvas;
    private final Settled settled;
    private final String prefix;

    Result(Canvas canvas, Settled settled, String prefix) {
        this.canvas = canvas;
        this.settled = settled;
        this.prefix = prefix;
    }

    /**
     * Draws it.
     *
     * @param finish what is done to the decoded picture before it is saved
     */
    void draw(Input.Link latent, Input.Link vae, UnaryOperator<Input.Link> finish) {
        var decoder = canvas.add(decodesInTiles() ? "VAEDecodeTiled" : "VAEDecode")
                .set("samples", latent)
                .set("vae", vae);
        if (decodesInTiles()) {
            // As in ComfyUI's Hunyuan Video example; in frames for what is temporal.
            decoder.set("tile_size", 256)
                    .set("overlap", 64)
                    .set("temporal_size", 64)
                    .set("temporal_overlap", 8);
        }
        save(finish.apply(decoder.out(0)));
    }

    private boolean decodesInTiles() {
        return isFilm() && settled.family().form().medium() instanceof Medium.Film film && film.inTiles();
    }

    /** A film of one frame is a picture. */
    private boolean isFilm() {
        return settled.film().filter(film -> film.frames() > 1).isPresent();
    }

    private void save(Input.Link images) {
        if (isFilm() && settled.family().form().medium() instanceof Medium.Film film) {
            save(film, images, settled.film().orElseThrow().rate());
        } else {
            named(canvas.add("SaveImage").set("images", images));
        }
    }

    private void save(Medium.Film film, Input.Link images, BigDecimal rate) {
        switch (film.saving()) {
            case WEBP ->
                named(canvas.add("SaveAnimatedWEBP").set("images", images))
                        .set("fps", rate)
                        .set("lossless", false)
                        .set("quality", 90)
                        .set("method", "default");
            case VIDEO -> {
                var video = canvas.add("CreateVideo").set("images", images).set("fps", rate);
                named(canvas.add("SaveVideo").set("video", video.out(0)))
                        .set("format", "mp4")
                        .set("codec", "h264");
            }
        }
    }

    private NodeBuilder named(NodeBuilder node) {
        return node.set("filename_prefix", prefix);
    }
}
