package dev.assay.bench.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** A graph of any size as people have them: two passes of sampling, a chain of LoRAs, prompts put together from pieces. */
final class SampleGraph {

    /** Everything that is there once. */
    private static final int FIXED = 10;

    private SampleGraph() {}

    /** The graph in API form. */
    static String api(int nodes, long seed) {
        var graph = Json.object();
        var pieces = Math.max(1, (nodes - FIXED) * 2 / 3);
        var loras = Math.max(1, nodes - FIXED - pieces);
        put(
                graph,
                "1",
                "CheckpointLoaderSimple",
                Json.object().put("ckpt_name", "ponyDiffusionV6XL.safetensors").build());
        for (int i = 0; i < loras; i++) {
            put(
                    graph,
                    "l" + i,
                    "LoraLoader",
                    Json.object()
                            .put("lora_name", "styles/lora-" + i + ".safetensors")
                            .put("strength_model", Json.of(1))
                            .put("strength_clip", Json.of(1))
                            .put("model", link(i == 0 ? "1" : "l" + (i - 1), 0))
                            .put("clip", link(i == 0 ? "1" : "l" + (i - 1), 1))
                            .build());
        }
        for (int i = 0; i < pieces; i++) {
            put(
                    graph,
                    "p" + i,
                    "StringConcatenate",
                    Json.object()
                            .put("string_a", "a fox in a field, morning light")
                            .put("string_b", i == 0 ? Json.of("wide shot") : link("p" + (i - 1), 0))
                            .put("delimiter", ", ")
                            .build());
        }
        fixed(graph, "l" + (loras - 1), "p" + (pieces - 1), seed);
        return graph.build().write();
    }

    private static void fixed(JsonObjectBuilder graph, String model, String prompt, long seed) {
        put(graph, "2", "CLIPTextEncode", encode(link(prompt, 0), model));
        put(graph, "3", "CLIPTextEncode", encode(Json.of("blurry, embedding:easynegative"), model));
        put(
                graph,
                "4",
                "EmptyLatentImage",
                Json.object()
                        .put("width", 1024)
                        .put("height", 1024)
                        .put("batch_size", 1)
                        .build());
        put(graph, "5", "KSampler", sampler(model, link("4", 0), seed, 1));
        put(
                graph,
                "6",
                "LatentUpscaleBy",
                Json.object()
                        .put("samples", link("5", 0))
                        .put("upscale_method", "nearest-exact")
                        .put("scale_by", new BigDecimal("1.5"))
                        .build());
        put(graph, "7", "KSampler", sampler(model, link("6", 0), seed, 2));
        put(
                graph,
                "8",
                "VAEDecode",
                Json.object()
                        .put("samples", link("7", 0))
                        .put("vae", link("1", 2))
                        .build());
        put(
                graph,
                "9",
                "SaveImage",
                Json.object()
                        .put("images", link("8", 0))
                        .put("filename_prefix", "fox")
                        .build());
    }

    private static Json encode(Json text, String clip) {
        return Json.object().put("text", text).put("clip", link(clip, 1)).build();
    }

    private static Json sampler(String model, Json latent, long seed, int pass) {
        return Json.object()
                .put("seed", seed)
                .put("steps", 30 / pass)
                .put("cfg", 7)
                .put("sampler_name", "dpmpp_2m")
                .put("scheduler", "karras")
                .put("denoise", pass == 1 ? BigDecimal.ONE : new BigDecimal("0.5"))
                .put("model", link(model, 0))
                .put("positive", link("2", 0))
                .put("negative", link("3", 0))
                .put("latent_image", latent)
                .build();
    }

    private static void put(JsonObjectBuilder graph, String id, String type, Json inputs) {
        graph.put(
                id, Json.object().put("class_type", type).put("inputs", inputs).build());
    }

    private static Json link(String node, int slot) {
        return Json.of(List.of(Json.of(node), Json.of(slot)));
    }

    /** As much as the canvas of such a graph takes beside it. */
    static String ui(int nodes, long seed) {
        List<Json> drawn = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            drawn.add(Json.object()
                    .put("id", i)
                    .put("type", "LoraLoader")
                    .put("pos", List.of(Json.of(100L * i), Json.of(200)))
                    .put("size", List.of(Json.of(315), Json.of(126)))
                    .put("flags", Json.object().build())
                    .put("order", i)
                    .put("mode", 0)
                    .put("inputs", List.of())
                    .put("outputs", List.of())
                    .put(
                            "properties",
                            Json.object().put("Node name for S&R", "LoraLoader").build())
                    .put(
                            "widgets_values",
                            List.of(Json.of("styles/lora-" + i + ".safetensors"), Json.of(1), Json.of(1)))
                    .build());
        }
        return Json.object()
                .put("last_node_id", nodes)
                .put("last_link_id", seed)
                .put("nodes", drawn)
                .put("links", List.of())
                .put("version", new BigDecimal("0.4"))
                .build()
                .write();
    }
}
