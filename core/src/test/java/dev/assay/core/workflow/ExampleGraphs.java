package dev.assay.core.workflow;

import java.math.BigDecimal;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Graphs of our own that several tests need. */
public final class ExampleGraphs {

    public static final String PROMPT = "a {red|blue} bird, artist//name, (wings:1.2)";

    private ExampleGraphs() {}

    /** A checkpoint, one LoRA, two prompts, one sampler. */
    public static Graph textToImage() {
        var graph = new GraphBuilder(NodeDefinitions.core());
        graph.stage("Load");
        var checkpoint = graph.add("CheckpointLoaderSimple")
                .set("ckpt_name", "base.safetensors")
                .model(new EmbeddedModel(
                        "base.safetensors",
                        "https://civitai.com/api/download/models/1",
                        Optional.of(new Sha256("a".repeat(64))),
                        "checkpoints"));
        var lora = graph.add("LoraLoader")
                .set("model", checkpoint.out("MODEL"))
                .set("clip", checkpoint.out("CLIP"))
                .set("lora_name", "style.safetensors")
                .set("strength_model", new BigDecimal("0.8"))
                .set("strength_clip", new BigDecimal("0.8"));
        graph.stage("Prompt");
        var positive = graph.add("CLIPTextEncode")
                .set("text", PROMPT)
                .set("clip", lora.out(1))
                .title("Positive");
        var negative = graph.add("CLIPTextEncode")
                .set("text", "blurry")
                .set("clip", lora.out(1))
                .title("Negative");
        graph.stage("Sample");
        var latent = graph.add("EmptyLatentImage")
                .set("width", 832)
                .set("height", 1216)
                .set("batch_size", 1);
        var sampler = graph.add("KSampler")
                .set("model", lora.out("MODEL"))
                .set("seed", new Json.Num("18446744073709551615"))
                .set("steps", 30)
                .set("cfg", new BigDecimal("3"))
                .set("sampler_name", "euler_ancestral")
                .set("scheduler", "normal")
                .set("positive", positive.out(0))
                .set("negative", negative.out(0))
                .set("latent_image", latent.out(0))
                .set("denoise", BigDecimal.ONE);
        var image = graph.add("VAEDecode").set("samples", sampler.out(0)).set("vae", checkpoint.out("VAE"));
        graph.add("SaveImage").set("images", image.out("IMAGE")).set("filename_prefix", "assay");
        return graph.build();
    }
}
