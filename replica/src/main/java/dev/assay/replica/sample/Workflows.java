package dev.assay.replica.sample;

import java.math.BigDecimal;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Workflows for a ComfyUI server to run. */
public final class Workflows {

    private Workflows() {}

    /** From a prompt to one picture of 96x64, in the API format. */
    public static Json textToImage(String checkpoint, long seed) {
        return ApiFormat.write(textToImageGraph(checkpoint, seed));
    }

    /** The same as a graph. */
    public static Graph textToImageGraph(String checkpoint, long seed) {
        var graph = new GraphBuilder(NodeDefinitions.core());
        var loader = graph.add("CheckpointLoaderSimple").set("ckpt_name", checkpoint);
        var positive = graph.add("CLIPTextEncode").set("text", "rolling hills").set("clip", loader.out("CLIP"));
        var negative =
                graph.add("CLIPTextEncode").set("text", "text, watermark").set("clip", loader.out("CLIP"));
        var latent =
                graph.add("EmptyLatentImage").set("width", 96).set("height", 64).set("batch_size", 1);
        var sampler = graph.add("KSampler")
                .set("model", loader.out("MODEL"))
                .set("seed", seed)
                .set("steps", 4)
                .set("cfg", new BigDecimal("3"))
                .set("sampler_name", "euler")
                .set("scheduler", "normal")
                .set("positive", positive.out(0))
                .set("negative", negative.out(0))
                .set("latent_image", latent.out(0))
                .set("denoise", BigDecimal.ONE);
        var image = graph.add("VAEDecode").set("samples", sampler.out(0)).set("vae", loader.out("VAE"));
        graph.add("SaveImage").set("images", image.out("IMAGE")).set("filename_prefix", "hills");
        return graph.build();
    }
}
