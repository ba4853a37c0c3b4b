package dev.assay.core.making;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;

/** Draws how the finished picture is made larger. */
record EnlargeNodes(Canvas canvas, Settled settled, Materials materials) {

    Input.Link draw(Input.Link image) {
        return settled.enlarged().map(to -> draw(image, to)).orElse(image);
    }

    private Input.Link draw(Input.Link image, Settled.Enlarged to) {
        return switch (to.how()) {
            case Settled.Upscaling.InLatent(var method) -> scaled(image, method, to);
            case Settled.Upscaling.ByPixels(var method) -> scaled(image, method, to);
            case Settled.Upscaling.ByModel(var name) -> {
                var model = materials.upscalers().stream()
                        .filter(upscaler -> upscaler.goesBy(name))
                        .findFirst();
                if (model.isEmpty()) {
                    canvas.find(missing(name));
                    yield image;
                }
                var loader = canvas.load("UpscaleModelLoader", "model_name", model.get());
                yield scaled(
                        canvas.add("ImageUpscaleWithModel")
                                .set("upscale_model", loader.out(0))
                                .set("image", image)
                                .out(0),
                        "lanczos",
                        to);
            }
        };
    }

    private Input.Link scaled(Input.Link image, String method, Settled.Enlarged to) {
        return canvas.add("ImageScale")
                .set("image", image)
                .set("upscale_method", method)
                .set("width", to.width())
                .set("height", to.height())
                .set("crop", "disabled")
                .out(0);
    }

    private static Finding missing(String name) {
        return Finding.warning(
                "EXT_POST",
                Effect.LEAVES_OUT,
                "The finished picture was made larger by \"" + name + "\", which is not identified; that is left out.");
    }
}
