package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.definition.NodeDefinition;

/** Draws the ControlNets: pictures that steer the sampling, made ready by a preprocessor where core has it. */
final class ControlNodes {

    private static final BigDecimal WHITE = BigDecimal.valueOf(255);
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("0.99");

    private final Canvas canvas;
    private final Settled settled;
    private final Materials materials;
    private final PictureNodes pictures;

    ControlNodes(Canvas canvas, Settled settled, Materials materials, PictureNodes pictures) {
        this.canvas = canvas;
        this.settled = settled;
        this.materials = materials;
        this.pictures = pictures;
    }

    /** What is told, steered by all of them. */
    Telling.Told steer(Telling.Told told, Input.Link vae) {
        var steered = told;
        for (int place = 0; place < settled.controls().size(); place++) {
            var control = settled.controls().get(place);
            steered = control.adapter() ? steered : steer(steered, control, place, vae);
        }
        return steered;
    }

    private Telling.Told steer(Telling.Told told, Settled.Control control, int place, Input.Link vae) {
        var model = materials.controlNet(control.model());
        if (model.isEmpty()) {
            canvas.find(unidentified(control));
            return told;
        }
        if (materials.unfit().contains(model.get())) {
            canvas.find(unfit(control, model.get()));
            return told;
        }
        var image = image(control, place);
        var node = canvas.add("ControlNetApplyAdvanced")
                .title("ControlNet " + control.number())
                .set("positive", told.positive())
                .set("negative", told.negative())
                .set(
                        "control_net",
                        canvas.load("ControlNetLoader", "control_net_name", model.get())
                                .out(0))
                .set("image", image)
                .set("strength", control.strength())
                .set("start_percent", control.from())
                .set("end_percent", control.to());
        if (settled.family().architecture().isFlow()) {
            node.set("vae", vae);
        }
        return new Telling.Told(node.out(0), node.out(1));
    }

    private static Finding unidentified(Settled.Control control) {
        var called = control.model().isEmpty() ? "is not named" : "\"" + control.model() + "\" is not identified";
        return Finding.error(
                        "CN_IMAGE",
                        Effect.LEAVES_OUT,
                        "ControlNet " + control.number() + " steered the image by a picture, and its model " + called
                                + "; it is left out.")
                .advise("If you know the model's version or hash, give it with --metadata FILE.");
    }

    private Finding unfit(Settled.Control control, Placed model) {
        return Finding.error(
                        "CN_BASE",
                        Effect.LEAVES_OUT,
                        "ControlNet " + control.number() + " cannot have been \"" + model.listingName()
                                + "\", which does not fit " + settled.family().displayName() + "; it is left out.")
                .advise("If you know which it was, give metadata that name its version or hash: --metadata FILE.");
    }

    private Input.Link image(Settled.Control control, int place) {
        var name = control.preprocessor().orElse("").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "" -> pictures.control(place, control, false);
            case "canny" -> canny(control, pictures.control(place, control, false));
            case "invert", "invert (from white bg & black line)" ->
                canvas.add("ImageInvert")
                        .set("image", pictures.control(place, control, false))
                        .out(0);
            default -> custom(name, control, place);
        };
    }

    /** Thresholds are brightnesses of 255 there, and shares here. */
    private Input.Link canny(Settled.Control control, Input.Link image) {
        canvas.find(Finding.info(
                "CN_PREPROCESSOR",
                Effect.APPROXIMATES,
                "ControlNet " + control.number()
                        + " used the preprocessor canny; ComfyUI's own Canny finds nearly the same" + " edges."));
        return canvas.add("Canny")
                .set("image", image)
                .set("low_threshold", share(control.low(), 100))
                .set("high_threshold", share(control.high(), 200))
                .out(0);
    }

    private static BigDecimal share(Optional<BigDecimal> stated, int usual) {
        return stated.orElse(BigDecimal.valueOf(usual))
                .divide(WHITE, 2, RoundingMode.HALF_UP)
                .max(LEAST)
                .min(MOST)
                .stripTrailingZeros();
    }

    private Input.Link custom(String name, Settled.Control control, int place) {
        var known = control.preprocessor().flatMap(Preprocessors::of);
        var installed = known.flatMap(canvas.definitions()::find);
        if (installed.isPresent()) {
            return preprocessed(installed.get(), control, pictures.control(place, control, false));
        }
        canvas.find(Finding.warning(
                        "CN_PREPROCESSOR",
                        Effect.APPROXIMATES,
                        "ControlNet " + control.number() + " used the preprocessor \""
                                + control.preprocessor().orElse(name)
                                + "\", for which ComfyUI has no node of its own"
                                + known.map(type -> " (" + type + " of comfyui_controlnet_aux is one)")
                                        .orElse("")
                                + ".")
                .advise("Give the picture that the preprocessor made, not the one that it was made of."));
        return pictures.control(place, control, true);
    }

    /** A node of a pack, with its own defaults. */
    private Input.Link preprocessed(NodeDefinition definition, Settled.Control control, Input.Link image) {
        canvas.find(Finding.info(
                "CN_PREPROCESSOR",
                Effect.APPROXIMATES,
                "ControlNet " + control.number() + " used the preprocessor \""
                        + control.preprocessor().orElse("") + "\"; " + definition.type()
                        + ", which this ComfyUI has, takes its place with its own defaults."));
        return canvas.addWithDefaults(definition.type()).set("image", image).out(0);
    }
}
