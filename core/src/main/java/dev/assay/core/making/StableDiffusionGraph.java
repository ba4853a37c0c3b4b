package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.prompt.ExtraNetworks;
import dev.assay.core.prompt.PromptContext;
import dev.assay.core.prompt.PromptPlan;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** The graph of the Stable Diffusion 1 and XL families: text to image, with A1111's hires fix as a second pass. */
public final class StableDiffusionGraph {

    private final Settled settled;
    private final Materials materials;
    private final Prediction prediction;
    private final NodeDefinitions definitions;
    private final GraphBuilder graph;
    private final Embedded embedded;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private StableDiffusionGraph(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions) {
        this.settled = settled;
        this.materials = materials;
        this.prediction = prediction;
        this.definitions = definitions;
        this.graph = new GraphBuilder(definitions);
        this.embedded = new Embedded(materials.embeddings());
    }

    /**
     * Draws it.
     *
     * @param prefix of the files that the workflow saves
     */
    public static Drawn draw(
            Settled settled, Materials materials, Prediction prediction, NodeDefinitions definitions, String prefix) {
        return new StableDiffusionGraph(settled, materials, prediction, definitions).draw(prefix);
    }

    /** What the samplers and encoders work with. */
    private record Models(Input.Link model, Input.Link clip, Input.Link vae) {}

    private Drawn draw(String prefix) {
        var models = models();
        graph.stage("Prompt");
        var positive = plan(settled.prompt(), PromptContext.Side.POSITIVE, settled.first());
        var negative = plan(settled.negative(), PromptContext.Side.NEGATIVE, settled.first());
        var wires = encode(models, positive, negative, settled.first(), emptyLatent());
        var sampling = new Sampling(graph, definitions, settled.seed());
        graph.stage("Sampling");
        var latent = sampling.draw(settled.first(), cfg(settled.first(), positive), wires);
        if (settled.hires().isPresent()) {
            latent = hires(settled.hires().get(), models, wires, positive, latent, sampling);
        }
        graph.stage("Result");
        var image = decode(latent, models.vae());
        graph.add("SaveImage").set("images", image).set("filename_prefix", prefix);
        embedded.missing().forEach(findings::add);
        return new Drawn(graph.build(), List.copyOf(findings));
    }

    private Models models() {
        graph.stage("Models");
        var checkpoint = load("CheckpointLoaderSimple", "ckpt_name", materials.checkpoint());
        var model = checkpoint.out("MODEL");
        var clip = checkpoint.out("CLIP");
        var vae = materials
                .vae()
                .map(file -> load("VAELoader", "vae_name", file).out("VAE"))
                .orElseGet(() -> checkpoint.out("VAE"));
        for (var lora : materials.loras()) {
            var loader = lora(lora, model, clip);
            model = loader.out("MODEL");
            clip = loader.out("CLIP");
        }
        for (var hypernetwork : materials.hypernetworks()) {
            model = load("HypernetworkLoader", "hypernetwork_name", hypernetwork)
                    .set("model", model)
                    .set("strength", strength(hypernetwork.ingredient()))
                    .out("MODEL");
        }
        return new Models(sampled(model), skipped(clip), vae);
    }

    private NodeBuilder load(String type, String input, Placed file) {
        var node = graph.add(type).set(input, file.listingName());
        file.link()
                .ifPresent(link -> node.model(new EmbeddedModel(
                        file.listingName(), link, file.file().flatMap(ModelFile::sha256), file.directory())));
        return node;
    }

    private NodeBuilder lora(Placed lora, Input.Link model, Input.Link clip) {
        var strength = strength(lora.ingredient());
        return load("LoraLoader", "lora_name", lora)
                .set("model", model)
                .set("clip", clip)
                .set("strength_model", strength)
                .set("strength_clip", lora.ingredient().clipStrength().orElse(strength));
    }

    /** A weight that nobody states is not 1 by itself (quirk 33): it is assumed, and said. */
    private BigDecimal strength(Ingredient ingredient) {
        if (ingredient.strength().isEmpty()) {
            findings.add(Assumptions.assumed(
                    "LORA_STRENGTH",
                    "No weight is stated for " + ingredient.role().words() + " \"" + ingredient.name()
                            + "\"; 1 is assumed."));
        }
        return ingredient.strength().orElse(BigDecimal.ONE);
    }

    private Input.Link sampled(Input.Link model) {
        var result = switch (prediction) {
            case EPSILON -> model;
            case V_PREDICTION -> discrete(model, "v_prediction", true);
        };
        return settled.first()
                .sampler()
                .modelSampling()
                .map(sampling -> discrete(result, sampling, false))
                .orElse(result);
    }

    private Input.Link discrete(Input.Link model, String sampling, boolean zeroTerminalSnr) {
        return graph.add("ModelSamplingDiscrete")
                .set("model", model)
                .set("sampling", sampling)
                .set("zsnr", zeroTerminalSnr)
                .out(0);
    }

    private Input.Link skipped(Input.Link clip) {
        return settled.clipLayer()
                .map(layer -> graph.add("CLIPSetLastLayer")
                        .set("clip", clip)
                        .set("stop_at_clip_layer", layer)
                        .out(0))
                .orElse(clip);
    }

    private PromptPlan plan(String prompt, PromptContext.Side side, Settled.Pass pass) {
        var networks = switch (side) {
            case POSITIVE -> ExtraNetworks.inPrompt(prompt);
            case NEGATIVE -> ExtraNetworks.inNegative(prompt);
        };
        findings.addAll(networks.findings());
        if (settled.comfySyntax()) {
            embedded.mentionedIn(networks.text());
            return PromptPlan.verbatim(networks.text(), pass.steps());
        }
        var start = switch (side) {
            case POSITIVE -> PromptContext.positive(pass.steps());
            case NEGATIVE -> PromptContext.negative(pass.steps());
        };
        var context = start.withCallsPerStep(pass.sampler().callsPerStep())
                .withEmphasis(settled.emphasis())
                .withEmbeddings(embedded.mentions());
        var plan = PromptPlan.ofA1111(networks.text().strip(), context);
        findings.addAll(plan.findings());
        embedded.mentioned(plan.embeddings());
        return plan;
    }

    private Sampling.Wires encode(
            Models models, PromptPlan positive, PromptPlan negative, Settled.Pass pass, Input.Link latent) {
        var conditioning = new Conditioning(graph, models.clip(), pass, embedded.listed());
        return new Sampling.Wires(
                models.model(),
                conditioning.draw(positive, "Prompt"),
                conditioning.draw(negative, "Negative prompt"),
                latent);
    }

    private Input.Link emptyLatent() {
        return graph.add("EmptyLatentImage")
                .set("width", settled.width())
                .set("height", settled.height())
                .set("batch_size", 1)
                .out(0);
    }

    /** AND adds where ComfyUI's combining averages; the CFG makes up for it. */
    private static BigDecimal cfg(Settled.Pass pass, PromptPlan positive) {
        return positive.cfgFactor().compareTo(BigDecimal.ONE) == 0
                ? pass.cfg()
                : pass.cfg().multiply(positive.cfgFactor()).stripTrailingZeros();
    }

    private Input.Link hires(
            Settled.Hires hires,
            Models models,
            Sampling.Wires first,
            PromptPlan firstPlan,
            Input.Link latent,
            Sampling sampling) {
        graph.stage("Second pass");
        var upscaled = new Upscale(graph, models.vae(), materials.upscalers()).draw(hires, latent);
        var positive = hires.prompt()
                .map(text -> plan(text, PromptContext.Side.POSITIVE, hires.pass()))
                .orElse(firstPlan);
        var conditioning = new Conditioning(graph, models.clip(), hires.pass(), embedded.listed());
        var wires = new Sampling.Wires(
                first.model(),
                hires.prompt().isPresent()
                        ? conditioning.draw(positive, "Prompt of the second pass")
                        : first.positive(),
                hires.negative()
                        .map(text -> plan(text, PromptContext.Side.NEGATIVE, hires.pass()))
                        .map(plan -> conditioning.draw(plan, "Negative prompt of the second pass"))
                        .orElse(first.negative()),
                upscaled);
        return sampling.draw(hires.pass(), cfg(hires.pass(), positive), wires);
    }

    private Input.Link decode(Input.Link latent, Input.Link vae) {
        return graph.add("VAEDecode").set("samples", latent).set("vae", vae).out(0);
    }
}
