package dev.assay.core.making;

import java.math.BigInteger;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.prompt.PromptContext;
import dev.assay.core.prompt.PromptPlan;
import dev.assay.core.sampler.Scheduling;
import dev.assay.core.workflow.Input;

/**
 * Draws ADetailer's work by the Impact Pack's nodes, where the user's ComfyUI has them and the detector; no core node finds
 * a face.
 */
final class DetailNodes {

    private static final String DETAILER = "FaceDetailer";
    private static final String DETECTOR = "UltralyticsDetectorProvider";

    private final Canvas canvas;
    private final Settled settled;

    DetailNodes(Canvas canvas, Settled settled) {
        this.canvas = canvas;
        this.settled = settled;
    }

    /** What its nodes work with: the last pass's. */
    record Work(Settled.Pass pass, Models models, Sampling.Wires wires, Conditioning conditioning) {}

    /** The result, with its details. */
    Input.Link draw(Input.Link image, Work work) {
        var detailed = image;
        for (var detail : settled.details()) {
            detailed = listed(detail.detector()).isPresent() ? draw(detailed, detail, work) : leftOut(detailed, detail);
        }
        return detailed;
    }

    /** The detector as the server lists it, in the folder that tells what it finds: boxes or outlines. */
    private Optional<String> listed(String detector) {
        return canvas.definitions().find(DETAILER).flatMap(_ -> canvas.listed(DETECTOR, detector));
    }

    private Input.Link leftOut(Input.Link image, Settled.Detail detail) {
        canvas.find(Finding.warning(
                        "ADETAILER",
                        Effect.LEAVES_OUT,
                        "Faces or hands were painted over again by ADetailer (\"" + detail.detector()
                                + "\"), which needs the Impact Pack's " + DETAILER + ", " + DETECTOR
                                + " and that model; the ComfyUI that was asked has them not, or none answered. It is left"
                                + " out.")
                .advise(
                        "Install ComfyUI-Impact-Pack and its Subpack, put the detector into models/ultralytics/bbox, start"
                                + " ComfyUI, and make the workflow anew."));
        return image;
    }

    private Input.Link draw(Input.Link image, Settled.Detail detail, Work work) {
        canvas.find(Finding.info(
                "ADETAILER",
                Effect.APPROXIMATES,
                "What \"" + detail.detector() + "\" finds is painted again by the Impact Pack's " + DETAILER
                        + ", which this ComfyUI has; it cuts and blends otherwise than ADetailer."));
        var detector = canvas.add(DETECTOR)
                .set("model_name", listed(detail.detector()).orElseThrow())
                .out(0);
        var node = canvas.addWithDefaults(DETAILER)
                .set("image", image)
                .set("model", work.wires().model())
                .set("clip", work.models().clip())
                .set("vae", work.models().vae())
                .set("positive", told(detail.prompt(), work, work.wires().positive(), "Prompt of the details"))
                .set(
                        "negative",
                        told(detail.negative(), work, work.wires().negative(), "Negative prompt of the details"))
                .set("bbox_detector", detector)
                .set(
                        "seed",
                        new Json.Num(settled.seed().min(BigInteger.TWO.pow(64)).toString()))
                .set("steps", work.pass().steps())
                .set("cfg", work.pass().cfg())
                .set("sampler_name", work.pass().sampler().samplerName())
                .set("denoise", detail.denoise())
                .set("feather", detail.blur())
                .set("bbox_threshold", detail.confidence())
                .set("bbox_dilation", detail.grown());
        if (work.pass().sampler().scheduling() instanceof Scheduling.Named(var scheduler)) {
            node.set("scheduler", scheduler);
        }
        return node.out(0);
    }

    private Input.Link told(Optional<String> own, Work work, Input.Link image, String title) {
        return own.map(text -> work.conditioning().draw(plan(text, work.pass().steps()), title))
                .orElse(image);
    }

    private PromptPlan plan(String text, int steps) {
        var plan = settled.comfySyntax()
                ? PromptPlan.verbatim(text, steps)
                : PromptPlan.ofA1111(text, PromptContext.positive(steps));
        canvas.find(plan.findings());
        return plan;
    }
}
