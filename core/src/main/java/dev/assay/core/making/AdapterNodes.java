package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;

/**
 * Draws IP-Adapters by the nodes of ComfyUI_IPAdapter_plus, where the user's ComfyUI has them and the adapter's file; no core
 * node takes over the looks of a picture.
 */
final class AdapterNodes {

    private static final String LOADER = "IPAdapterModelLoader";
    private static final String APPLIER = "IPAdapterAdvanced";

    /** The image encoders, as the pack's own documentation has them called. */
    private static final String VIT_H = "CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors";

    private static final String VIT_G = "CLIP-ViT-bigG-14-laion2B-39B-b160k.safetensors";

    /** What the node takes. */
    private static final BigDecimal MOST = BigDecimal.valueOf(5);

    private final Canvas canvas;
    private final Settled settled;
    private final PictureNodes pictures;

    AdapterNodes(Canvas canvas, Settled settled, PictureNodes pictures) {
        this.canvas = canvas;
        this.settled = settled;
        this.pictures = pictures;
    }

    /** The same models, led by all adapters. */
    Models on(Models models) {
        var model = models.model();
        for (int place = 0; place < settled.controls().size(); place++) {
            var control = settled.controls().get(place);
            if (control.adapter()) {
                var file = listed(control);
                model = file.isPresent() ? led(model, control, place, file.get()) : leftOut(model, control);
            }
        }
        return new Models(model, models.clip(), models.vae(), models.networks(), models.sampling());
    }

    /** The adapter as the server lists it; packs for other families than Stable Diffusion work otherwise. */
    private Optional<String> listed(Settled.Control control) {
        return settled.family().architecture().isFlow()
                ? Optional.empty()
                : canvas.definitions().find(APPLIER).flatMap(_ -> canvas.listed(LOADER, control.model()));
    }

    private Input.Link led(Input.Link model, Settled.Control control, int place, String file) {
        var encoder = looksByLargeEncoder(control) ? VIT_G : VIT_H;
        canvas.find(Finding.info(
                "IP_ADAPTER",
                Effect.APPROXIMATES,
                "ControlNet unit " + control.number() + " was the IP-Adapter \"" + control.model()
                        + "\". ComfyUI_IPAdapter_plus, which this ComfyUI has, does it with \"" + file
                        + "\", told by its name alone, and with the image encoder \"" + encoder
                        + "\", which must be in models/clip_vision under that name."));
        return canvas.addWithDefaults(APPLIER)
                .title("IP-Adapter " + control.number())
                .set("model", model)
                .set("ipadapter", canvas.add(LOADER).set("ipadapter_file", file).out(0))
                .set(
                        "clip_vision",
                        canvas.add("CLIPVisionLoader").set("clip_name", encoder).out(0))
                .set("image", pictures.control(place, control, false))
                .set("weight", weight(control))
                .set("start_at", control.from())
                .set("end_at", control.to())
                .out(0);
    }

    private BigDecimal weight(Settled.Control control) {
        if (control.strength().compareTo(MOST) > 0) {
            canvas.find(Finding.warning(
                    "CN_WEIGHT",
                    Effect.APPROXIMATES,
                    "The IP-Adapter of unit " + control.number() + " weighed "
                            + control.strength().toPlainString() + "; its node takes at most 5."));
        }
        return control.strength().min(MOST);
    }

    /** The extension's names say it ({@code clip_h}, {@code clip_g}); SDXL's first adapter needs the large one without a word. */
    private static boolean looksByLargeEncoder(Settled.Control control) {
        var module = control.preprocessor().orElse("").toLowerCase(Locale.ROOT);
        if (module.endsWith("clip_g") || module.endsWith("clip_sdxl")) {
            return true;
        }
        if (module.contains("clip_")) {
            return false;
        }
        var model = control.model().toLowerCase(Locale.ROOT);
        return model.contains("vit-g") || model.endsWith("ip-adapter_sdxl") || model.endsWith("ip-adapter_xl");
    }

    private Input.Link leftOut(Input.Link model, Settled.Control control) {
        canvas.find(Finding.error(
                        "IP_ADAPTER",
                        Effect.LEAVES_OUT,
                        "ControlNet unit " + control.number() + " was the IP-Adapter \"" + control.model()
                                + "\", that took over the looks of a picture. It needs " + APPLIER + " of"
                                + " ComfyUI_IPAdapter_plus and that file; the ComfyUI that was asked has them not, or none"
                                + " answered. It is left out.")
                .advise(
                        "Install ComfyUI_IPAdapter_plus, put the adapter into models/ipadapter, start ComfyUI, and make the"
                                + " workflow anew."));
        return model;
    }
}
