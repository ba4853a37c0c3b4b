package dev.assay.core.making;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws what stands between the passes: the first picture, made larger. */
final class Upscale {

    private final Canvas canvas;
    private final Input.Link decoding;
    private final Input.Link encoding;
    private final Settled.Hires hires;

    /**
     * For one second pass.
     *
     * @param decoding the VAE of the first pass
     * @param encoding the VAE of the second
     */
    Upscale(Canvas canvas, Input.Link decoding, Input.Link encoding, Settled.Hires hires) {
        this.canvas = canvas;
        this.decoding = decoding;
        this.encoding = encoding;
        this.hires = hires;
    }

    Input.Link inLatent(String method, Input.Link latent) {
        return sized(canvas.add("LatentUpscale").set("samples", latent), method);
    }

    Input.Link byPixels(String method, Input.Link latent) {
        return encode(scale(decode(latent), method));
    }

    Input.Link byModel(Placed upscaler, Input.Link latent) {
        var loader = canvas.load("UpscaleModelLoader", "model_name", upscaler);
        var enlarged = canvas.add("ImageUpscaleWithModel")
                .set("upscale_model", loader.out(0))
                .set("image", decode(latent))
                .out(0);
        return encode(scale(enlarged, "lanczos"));
    }

    private Input.Link decode(Input.Link latent) {
        return canvas.add("VAEDecode")
                .set("samples", latent)
                .set("vae", decoding)
                .out(0);
    }

    private Input.Link encode(Input.Link image) {
        return canvas.add("VAEEncode").set("pixels", image).set("vae", encoding).out(0);
    }

    private Input.Link scale(Input.Link image, String method) {
        return sized(canvas.add("ImageScale").set("image", image), method);
    }

    /** Where the picture's shape changes, A1111 cuts the edges off and does not distort. */
    private Input.Link sized(NodeBuilder node, String method) {
        return node.set("upscale_method", method)
                .set("width", hires.width())
                .set("height", hires.height())
                .set("crop", hires.cropped() ? "center" : "disabled")
                .out(0);
    }
}
