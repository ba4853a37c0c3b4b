package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Form;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Shift;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.sampler.SamplerChoice.Mapped;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws what is put on top of a model: networks, and what it is told of its noise levels. */
final class ModelNodes {

    private final Canvas canvas;
    private final Optional<Integer> clipLayer;
    private final Prediction prediction;
    private final Optional<String> rescaled;
    private final Optional<Shift> shift;
    private final List<Form.Patch> patches;

    /**
     * @param clipLayer for {@code CLIPSetLastLayer}
     * @param prediction what the model must be told that it predicts
     * @param rescaled the same in ComfyUI's words, where its noise levels must be rescaled to zero terminal SNR
     * @param shift of a flow's noise levels
     * @param patches what else changes the model
     */
    ModelNodes(
            Canvas canvas,
            Optional<Integer> clipLayer,
            Prediction prediction,
            Optional<String> rescaled,
            Optional<Shift> shift,
            List<Form.Patch> patches) {
        this.canvas = canvas;
        this.clipLayer = clipLayer;
        this.prediction = prediction;
        this.rescaled = rescaled;
        this.shift = shift;
        this.patches = patches;
    }

    /** The checkpoint as a pass wants it. */
    Models dressed(Loading.Base base, List<Weighed> networks, Mapped sampler) {
        var model = base.model();
        var clip = base.clip();
        for (var network : networks) {
            if (network.placed().ingredient().role() == Role.HYPERNETWORK) {
                model = hypernetwork(network, model);
            } else {
                var loader = lora(network, model, clip);
                model = loader.out("MODEL");
                clip = loader.out("CLIP");
            }
        }
        return new Models(sampled(model, sampler), skipped(clip), base.vae(), networks, sampler.modelSampling());
    }

    private NodeBuilder lora(Weighed lora, Input.Link model, Input.Link clip) {
        return canvas.load("LoraLoader", "lora_name", lora.placed())
                .set("model", model)
                .set("clip", clip)
                .set("strength_model", lora.model())
                .set("strength_clip", lora.clip());
    }

    private Input.Link hypernetwork(Weighed hypernetwork, Input.Link model) {
        return canvas.load("HypernetworkLoader", "hypernetwork_name", hypernetwork.placed())
                .set("model", model)
                .set("strength", hypernetwork.model())
                .out("MODEL");
    }

    private Input.Link sampled(Input.Link model, Mapped sampler) {
        var patched = shift.map(by -> shifted(model, by)).orElseGet(() -> predicting(model, sampler));
        for (var patch : patches) {
            patched = patched(patched, patch);
        }
        return patched;
    }

    /** What is not said of it has the node's own default, as the page sends it; what only newer versions know stays unsaid. */
    private Input.Link patched(Input.Link model, Form.Patch patch) {
        var node = canvas.add(patch.nodeClass()).set("model", model);
        canvas.definitions().find(patch.nodeClass()).stream()
                .flatMap(definition -> definition.inputs().stream())
                .filter(input -> input.type().isWidget() && input.since().isEmpty())
                .forEach(input -> node.set(input.name(), input.initial()));
        patch.literals().forEach(node::set);
        return node.out(0);
    }

    private Input.Link shifted(Input.Link model, Shift by) {
        var node = canvas.add(by.nodeClass()).set("model", model);
        by.literals().forEach(node::set);
        return node.out(0);
    }

    private Input.Link predicting(Input.Link model, Mapped sampler) {
        return switch (prediction) {
            case EPSILON ->
                sampler.modelSampling()
                        .or(() -> rescaled)
                        .map(sampling -> discrete(model, sampling, rescaled.isPresent()))
                        .orElse(model);
            case V_PREDICTION -> {
                sampler.modelSampling().map(ModelNodes::givenUp).ifPresent(canvas::find);
                yield discrete(model, "v_prediction", true);
            }
        };
    }

    /** A model has one sampling; told a wrong prediction it makes noise. */
    private static Finding givenUp(String sampling) {
        return Finding.warning(
                "SAMPLER_VPRED",
                Effect.APPROXIMATES,
                "The sampler wants the noise levels of \"" + sampling
                        + "\", which a v-prediction model cannot be told; it keeps its own.");
    }

    private Input.Link discrete(Input.Link model, String sampling, boolean zeroTerminalSnr) {
        return canvas.add("ModelSamplingDiscrete")
                .set("model", model)
                .set("sampling", sampling)
                .set("zsnr", zeroTerminalSnr)
                .out(0);
    }

    private Input.Link skipped(Input.Link clip) {
        return clipLayer
                .map(layer -> canvas.add("CLIPSetLastLayer")
                        .set("clip", clip)
                        .set("stop_at_clip_layer", layer)
                        .out(0))
                .orElse(clip);
    }
}
