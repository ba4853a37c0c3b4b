package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Compatibility;
import dev.assay.core.family.Course;
import dev.assay.core.family.Form;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Shift;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * The graph of a recipe, of whatever family: from text or a picture to a picture or film, with A1111's hires fix as a
 * second pass, or with a refiner or a second expert for the last steps. Where families differ, their form says how.
 */
public final class RecipeGraph {

    private static final Stages FIRST = new Stages("Refiner", "Sampling");
    private static final Stages SECOND = new Stages("Second pass", "Second pass");

    private final Settled settled;
    private final Materials materials;
    private final Canvas canvas;
    private final Form form;
    private final Loading loading;
    private final ModelNodes nodes;
    private final Telling telling;
    private final Networks networks;
    private final Prompts prompts;
    private final Embedded embedded;
    private final Sampling sampling;
    private final Beginning beginning;
    private final ControlNodes controls;
    private final AdapterNodes adapters;

    private RecipeGraph(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions, String prefix) {
        this.settled = settled;
        this.materials = materials;
        this.canvas = new Canvas(definitions);
        this.form = settled.family().form().of(materials.contents());
        this.loading = new Loading(canvas, form, materials);
        this.nodes = new ModelNodes(
                canvas,
                settled.clipLayer(),
                prediction,
                settled.rescaled(),
                form.shift().map(this::asStated),
                form.patches());
        this.telling = new Telling(canvas, form, settled);
        this.networks = new Networks(canvas, settled, materials);
        this.embedded = new Embedded(materials.embeddings());
        this.prompts = new Prompts(canvas, settled, embedded);
        this.sampling = new Sampling(canvas, settled.seed());
        var pictures = new PictureNodes(canvas, materials.pictures(), prefix);
        this.beginning = new Beginning(canvas, settled, materials, pictures);
        this.controls = new ControlNodes(canvas, settled, materials, pictures);
        this.adapters = new AdapterNodes(canvas, settled, pictures);
    }

    /**
     * Draws it. What {@link Needs#missing} names is left out of the graph, and said.
     *
     * @param prediction what the checkpoint must be told that it predicts: {@link ModelTraits#toldPrediction}
     * @param prefix of the files that the workflow saves
     */
    public static Drawn draw(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions, String prefix) {
        return new RecipeGraph(settled, materials, prediction, definitions, prefix).draw(prefix);
    }

    /** A pass that is drawn: what it was made of, the latent that came of it, and the VAE that decodes it. */
    private record Pass(Models models, Prompts.Pair plans, Sampling.Wires wires, Input.Link latent, Input.Link vae) {}

    private Drawn draw(String prefix) {
        canvas.stage("Models");
        var base = loading.base();
        var first = first(base);
        var last = settled.hires().flatMap(hires -> second(hires, base, first)).orElse(first);
        canvas.stage("Result");
        new Result(canvas, settled, prefix)
                .draw(
                        last.latent(),
                        last.vae(),
                        image -> new EnlargeNodes(canvas, settled, materials)
                                .draw(detailed(beginning.finished(image), last)));
        canvas.find(embedded.findings());
        return new Drawn(canvas.graph(), canvas.findings());
    }

    private Input.Link detailed(Input.Link image, Pass last) {
        var pass = settled.hires().map(Settled.Hires::pass).orElse(settled.first());
        var models = last.models();
        var conditioning = new Conditioning(
                canvas,
                models.clip(),
                pass,
                embedded.listed(),
                text -> canvas.add("CLIPTextEncode").set("text", text));
        return new DetailNodes(canvas, settled)
                .draw(image, new DetailNodes.Work(pass, models, last.wires(), conditioning));
    }

    private Shift asStated(Shift own) {
        return settled.shift().map(own::by).orElse(own);
    }

    private Pass first(Loading.Base base) {
        var pass = settled.first();
        var models = adapters.on(nodes.dressed(base, firstNetworks(), pass.sampler()));
        canvas.stage("Prompt");
        var plans = prompts.first();
        var size = new Size(settled.width(), settled.height());
        var wires = encode(models, plans, pass, Optional.empty(), size, "");
        return refined(settled.refinerStep(), FIRST, pass, base, models, plans, wires)
                .orElseGet(() -> {
                    canvas.stage(FIRST.sampling());
                    return new Pass(models, plans, wires, sampled(pass, base, plans, wires), models.vae());
                });
    }

    private List<Weighed> firstNetworks() {
        return form.course() == Course.TWO_EXPERTS ? networks.of(Half.EARLY) : networks.first();
    }

    /**
     * What a sampling works on.
     *
     * @param latent what it starts from; empty for the first, which starts with what the model begins with
     */
    private Sampling.Wires encode(
            Models models,
            Prompts.Pair plans,
            Settled.Pass pass,
            Optional<Input.Link> latent,
            Size size,
            String whose) {
        var vae = models.vae();
        var conditioning =
                new Conditioning(canvas, models.clip(), pass, embedded.listed(), text -> beginning.text(text, vae));
        var told = controls.steer(telling.draw(conditioning, plans, cfg(pass, plans), whose), vae);
        var led = beginning.lead(told, vae);
        return new Sampling.Wires(
                models.model(),
                led.told().positive(),
                led.told().negative(),
                latent.or(led::latent).orElseGet(() -> beginning.latent(vae)),
                size);
    }

    private Input.Link sampled(Settled.Pass pass, Loading.Base base, Prompts.Pair plans, Sampling.Wires wires) {
        var cfg = cfg(pass, plans);
        return switch (form.course()) {
            case PLAIN -> sampling.draw(pass, cfg, wires);
            case GUIDED -> sampling.guided(pass, cfg, wires);
            case TWO_EXPERTS ->
                loading.partner(base)
                        .map(other -> nodes.dressed(other, networks.of(Half.LATE), pass.sampler()))
                        .map(other -> inHalves(pass, cfg, wires, other))
                        .orElseGet(() -> sampling.draw(pass, cfg, wires));
        };
    }

    /** AND adds where ComfyUI's combining averages; the CFG makes up for it. */
    private static BigDecimal cfg(Settled.Pass pass, Prompts.Pair plans) {
        var factor = plans.positive().cfgFactor();
        return factor.compareTo(BigDecimal.ONE) == 0
                ? pass.cfg()
                : pass.cfg().multiply(factor).stripTrailingZeros();
    }

    /** In which frames a pass stands; what comes later must not stand in one that began earlier. */
    private record Stages(String refiner, String sampling) {}

    /** The whole pass, where a refiner takes part in it. */
    private Optional<Pass> refined(
            Optional<Integer> step,
            Stages stages,
            Settled.Pass pass,
            Loading.Base base,
            Models models,
            Prompts.Pair plans,
            Sampling.Wires wires) {
        var file = refiner();
        if (step.isEmpty() || file.isEmpty()) {
            step.ifPresent(_ -> canvas.find(noRefiner()));
            return Optional.empty();
        }
        canvas.stage(stages.refiner());
        var own = loading.successor(file.get(), base);
        var vae = own.vae();
        var refiner = nodes.dressed(own, models.networks(), pass.sampler());
        var refinerWires = encode(refiner, plans, pass, Optional.of(wires.latent()), wires.size(), " of the refiner");
        canvas.stage(stages.sampling());
        var cfg = cfg(pass, plans);
        var latent = step.get() == 0
                ? sampling.draw(pass, cfg, refinerWires)
                : sampling.inTwo(pass, step.get(), cfg, wires, refinerWires);
        return Optional.of(new Pass(models, plans, wires, latent, vae));
    }

    private Input.Link inHalves(Settled.Pass pass, BigDecimal cfg, Sampling.Wires wires, Models late) {
        var step = pass.steps() / 2;
        canvas.find(Finding.info(
                "EXPERTS_SWITCH",
                Effect.APPROXIMATES,
                "The metadata do not say after how many steps the second expert takes over; half of them, " + step
                        + ", is assumed, as in ComfyUI's example."));
        return sampling.inTwo(pass, step, cfg, wires, wires.with(late.model()));
    }

    /** The model that takes over, where it works in the same latents. */
    private Optional<Placed> refiner() {
        return materials.refiner().filter(this::fits);
    }

    private boolean fits(Placed refiner) {
        return refiner.file()
                .filter(file -> Compatibility.of(file.baseModel(), settled.family()) == Compatibility.NO)
                .isEmpty();
    }

    private Finding noRefiner() {
        var what = materials
                .refiner()
                .map(file -> "Another model took over, \"" + file.listingName() + "\", which is of another make than "
                        + settled.family().displayName() + ": its latents are others, and it is left out.")
                .orElse("A refiner took over for the last steps; it is not identified.");
        return Finding.warning("REFINER", Effect.LEAVES_OUT, what);
    }

    /** The VAE that encodes for the second pass: its own model's, where it has one. */
    private Input.Link encoding(Settled.Hires hires, Loading.Base base) {
        return hires.refinerStep()
                .filter(step -> step == 0)
                .flatMap(_ -> refiner())
                .map(file -> loading.successor(file, base).vae())
                .orElse(base.vae());
    }

    /** Empty where it cannot be had. */
    private Optional<Pass> second(Settled.Hires hires, Loading.Base base, Pass first) {
        canvas.stage(SECOND.sampling());
        var upscale = new Upscale(canvas, base.vae(), encoding(hires, base), hires);
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

    private Pass second(Settled.Hires hires, Loading.Base base, Pass first, Input.Link latent) {
        var pass = hires.pass();
        var own = networks.second();
        var sameModels = first.models().serve(own, pass.sampler());
        var models = sameModels ? first.models() : adapters.on(nodes.dressed(base, own, pass.sampler()));
        var plans = prompts.second(hires);
        var size = new Size(hires.width(), hires.height());
        var wires = sameModels && plans.servedBy(first.plans())
                ? first.wires().from(latent, size)
                : encode(models, plans, pass, Optional.of(latent), size, " of the second pass");
        return refined(hires.refinerStep(), SECOND, pass, base, models, plans, wires)
                .orElseGet(() -> new Pass(models, plans, wires, sampled(pass, base, plans, wires), models.vae()));
    }
}
