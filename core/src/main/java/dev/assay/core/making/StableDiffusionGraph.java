package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.Optional;

import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * The graph of the Stable Diffusion 1 and XL families: text to image, with A1111's hires fix as a second pass, or with a
 * refiner for the last steps.
 */
public final class StableDiffusionGraph {

    private final Settled settled;
    private final Materials materials;
    private final Canvas canvas;
    private final ModelNodes loading;
    private final Networks networks;
    private final Prompts prompts;
    private final Embedded embedded;
    private final Sampling sampling;

    private StableDiffusionGraph(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions) {
        this.settled = settled;
        this.materials = materials;
        this.canvas = new Canvas(definitions);
        this.loading = new ModelNodes(canvas, settled.clipLayer(), prediction, settled.rescaled());
        this.networks = new Networks(canvas, settled, materials);
        this.embedded = new Embedded(materials.embeddings());
        this.prompts = new Prompts(canvas, settled, embedded);
        this.sampling = new Sampling(canvas, settled.seed());
    }

    /**
     * Draws it. What {@link Needs#missing} names is left out of the graph, and said.
     *
     * @param prediction what the checkpoint must be told that it predicts: {@link ModelTraits#toldPrediction}
     * @param prefix of the files that the workflow saves
     */
    public static Drawn draw(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions, String prefix) {
        return new StableDiffusionGraph(settled, materials, prediction, definitions).draw(prefix);
    }

    /** A pass that is drawn: what it was made of, and the latent that came of it. */
    private record Pass(Models models, Prompts.Pair plans, Sampling.Wires wires, Input.Link latent) {}

    private Drawn draw(String prefix) {
        canvas.stage("Models");
        var base = loading.load(materials.checkpoint(), materials.vae());
        var first = first(base);
        var last = settled.hires().flatMap(hires -> second(hires, base, first)).orElse(first);
        canvas.stage("Result");
        var image = canvas.add("VAEDecode")
                .set("samples", last.latent())
                .set("vae", last.models().vae())
                .out(0);
        canvas.add("SaveImage").set("images", image).set("filename_prefix", prefix);
        canvas.find(embedded.findings());
        return new Drawn(canvas.graph(), canvas.findings());
    }

    private Pass first(ModelNodes.Base base) {
        var pass = settled.first();
        var models = loading.dressed(base, networks.first(), pass.sampler());
        canvas.stage("Prompt");
        var plans = prompts.first();
        var wires = encode(models, plans, pass, emptyLatent(), "");
        return refined(base, models, plans, wires).orElseGet(() -> {
            canvas.stage("Sampling");
            return new Pass(models, plans, wires, sampling.draw(pass, cfg(pass, plans), wires));
        });
    }

    private Sampling.Wires encode(
            Models models, Prompts.Pair plans, Settled.Pass pass, Input.Link latent, String whose) {
        var conditioning = new Conditioning(canvas, models.clip(), pass, embedded.listed());
        return new Sampling.Wires(
                models.model(),
                conditioning.draw(plans.positive(), "Prompt" + whose),
                negative(conditioning, plans, "Negative prompt" + whose),
                latent);
    }

    private Input.Link negative(Conditioning conditioning, Prompts.Pair plans, String title) {
        var drawn = conditioning.draw(plans.negative(), title);
        return plans.zeroes()
                ? canvas.add("ConditioningZeroOut").set("conditioning", drawn).out(0)
                : drawn;
    }

    private Input.Link emptyLatent() {
        return canvas.add("EmptyLatentImage")
                .set("width", settled.width())
                .set("height", settled.height())
                .set("batch_size", 1)
                .out(0);
    }

    /** AND adds where ComfyUI's combining averages; the CFG makes up for it. */
    private static BigDecimal cfg(Settled.Pass pass, Prompts.Pair plans) {
        var factor = plans.positive().cfgFactor();
        return factor.compareTo(BigDecimal.ONE) == 0
                ? pass.cfg()
                : pass.cfg().multiply(factor).stripTrailingZeros();
    }

    /** The whole pass, where a refiner takes part in it. */
    private Optional<Pass> refined(ModelNodes.Base base, Models models, Prompts.Pair plans, Sampling.Wires wires) {
        if (settled.refinerStep().isEmpty() || materials.refiner().isEmpty()) {
            settled.refinerStep().ifPresent(_ -> canvas.find(noRefiner()));
            return Optional.empty();
        }
        var pass = settled.first();
        canvas.stage("Refiner");
        var own = loading.load(materials.refiner().get(), Optional.empty());
        // A VAE that is named serves both; else each decodes with its own.
        var vae = materials.vae().isPresent() ? base.vae() : own.vae();
        var refiner = loading.dressed(new ModelNodes.Base(own.checkpoint(), vae), models.networks(), pass.sampler());
        var refinerWires = encode(refiner, plans, pass, wires.latent(), " of the refiner");
        canvas.stage("Sampling");
        var latent = sampling.inTwo(pass, settled.refinerStep().get(), cfg(pass, plans), wires, refinerWires);
        return Optional.of(new Pass(refiner, plans, refinerWires, latent));
    }

    private static Finding noRefiner() {
        return Finding.warning(
                "REFINER", Effect.LEAVES_OUT, "A refiner took over for the last steps; it is not identified.");
    }

    /** Empty where it cannot be had. */
    private Optional<Pass> second(Settled.Hires hires, ModelNodes.Base base, Pass first) {
        canvas.stage("Second pass");
        var upscale = new Upscale(canvas, base.vae(), hires);
        var upscaled = switch (hires.upscaling()) {
            case Settled.Upscaling.InLatent(var method) -> Optional.of(upscale.inLatent(method, first.latent()));
            case Settled.Upscaling.ByPixels(var method) -> Optional.of(upscale.byPixels(method, first.latent()));
            case Settled.Upscaling.ByModel(var name) ->
                upscaler(name).map(file -> upscale.byModel(file, first.latent()));
        };
        return upscaled.map(latent -> second(hires, base, first, latent));
    }

    private Optional<Placed> upscaler(String name) {
        var upscaler = materials.upscaler(name);
        if (upscaler.isEmpty()) {
            canvas.find(Finding.error(
                    "UPSCALER_MISSING",
                    Effect.LEAVES_OUT,
                    "The second pass enlarges with \"" + name
                            + "\", which is not identified; the second pass is left out."));
        }
        upscaler.filter(file -> !file.goesBy(name))
                .ifPresent(file -> canvas.find(Finding.info(
                        "UPSCALER_NAME",
                        Effect.DOUBT,
                        "The upscaler \"" + name + "\" is taken for \"" + file.listingName()
                                + "\", the only one that the metadata name.")));
        return upscaler;
    }

    private Pass second(Settled.Hires hires, ModelNodes.Base base, Pass first, Input.Link latent) {
        var pass = hires.pass();
        var own = networks.second();
        var sameModels = first.models().serve(own, pass.sampler());
        var models = sameModels ? first.models() : loading.dressed(base, own, pass.sampler());
        var plans = prompts.second(hires);
        var wires = sameModels && plans.servedBy(first.plans())
                ? first.wires().from(latent)
                : encode(models, plans, pass, latent, " of the second pass");
        return new Pass(models, plans, wires, sampling.draw(pass, cfg(pass, plans), wires));
    }
}
