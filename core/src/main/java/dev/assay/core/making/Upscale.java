package dev.assay.core.making;

import java.util.List;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.Input;

/** Draws what stands between the passes: the first picture, made larger. */
final class Upscale {

    private final GraphBuilder graph;
    private final Input.Link vae;
    private final List<Placed> upscalers;

    Upscale(GraphBuilder graph, Input.Link vae, List<Placed> upscalers) {
        this.graph = graph;
        this.vae = vae;
        this.upscalers = upscalers;
    }

    Input.Link draw(Settled.Hires hires, Input.Link latent) {
        return switch (hires.upscaling()) {
            case Settled.Upscaling.InLatent(var method) ->
                graph.add("LatentUpscale")
                        .set("samples", latent)
                        .set("upscale_method", method)
                        .set("width", hires.width())
                        .set("height", hires.height())
                        .set("crop", "disabled")
                        .out(0);
            case Settled.Upscaling.ByPixels(var method) -> encode(scale(decode(latent), method, hires));
            case Settled.Upscaling.ByModel _ -> encode(scale(byModel(decode(latent)), "lanczos", hires));
        };
    }

    private Input.Link decode(Input.Link latent) {
        return graph.add("VAEDecode").set("samples", latent).set("vae", vae).out(0);
    }

    private Input.Link encode(Input.Link image) {
        return graph.add("VAEEncode").set("pixels", image).set("vae", vae).out(0);
    }

    private Input.Link scale(Input.Link image, String method, Settled.Hires hires) {
        return graph.add("ImageScale")
                .set("image", image)
                .set("upscale_method", method)
                .set("width", hires.width())
                .set("height", hires.height())
                .set("crop", "disabled")
                .out(0);
    }

    private Input.Link byModel(Input.Link image) {
        var upscaler = upscalers.getFirst();
        var loader = graph.add("UpscaleModelLoader").set("model_name", upscaler.listingName());
        upscaler.link()
                .ifPresent(link -> loader.model(new EmbeddedModel(
                        upscaler.listingName(),
                        link,
                        upscaler.file().flatMap(ModelFile::sha256),
                        upscaler.directory())));
        return graph.add("ImageUpscaleWithModel")
                .set("upscale_model", loader.out(0))
                .set("image", image)
                .out(0);
    }
}
