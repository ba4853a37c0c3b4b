package dev.assay.replica.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import dev.assay.replica.world.WorldBuilder;

/** One image of each family of models, made by a model whose file has the family's tensors. A new family is a row. */
public final class FamiliesWorld {

    private static final long FIRST_IMAGE = 8100;
    private static final long VERSIONS = 800_000;

    private static final List<Integer> ANY = List.of(8, 8);

    /** Tensors by which each kind of diffusion model is told. */
    private static final Map<String, Map<String, List<Integer>>> TENSORS = Map.ofEntries(
            Map.entry("sd2", Map.of("input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight", List.of(8, 1024))),
            Map.entry("sd3", Map.of("joint_blocks.0.context_block.attn.qkv.weight", ANY)),
            Map.entry("flux1", Map.of("double_blocks.0.img_attn.qkv.weight", ANY, "img_in.weight", List.of(8, 64))),
            Map.entry(
                    "flux1-fill", Map.of("double_blocks.0.img_attn.qkv.weight", ANY, "img_in.weight", List.of(8, 384))),
            Map.entry(
                    "flux2", Map.of("double_stream_modulation_img.lin.weight", ANY, "img_in.weight", List.of(8, 128))),
            Map.entry("chroma", Map.of("distilled_guidance_layer.in_proj.weight", ANY)),
            Map.entry("hidream", Map.of("caption_projection.0.linear.weight", ANY)),
            Map.entry("qwen", Map.of("transformer_blocks.0.img_mod.1.weight", ANY)),
            Map.entry("zimage", Map.of("cap_embedder.1.weight", List.of(3840, 2))),
            Map.entry("lumina2", Map.of("cap_embedder.1.weight", List.of(2304, 2))),
            Map.entry("auraflow", Map.of("double_layers.0.attn.w1q.weight", ANY)),
            Map.entry("anima", Map.of("llm_adapter.blocks.0.norm.weight", ANY, "blocks.0.mlp.layer1.weight", ANY)),
            Map.entry("wan", Map.of("head.modulation", List.of(1, 2, 8))),
            Map.entry("hunyuan", Map.of("txt_in.individual_token_refiner.blocks.0.norm1.weight", ANY)),
            Map.entry("ltxv", Map.of("adaln_single.emb.timestep_embedder.linear_1.weight", ANY)));

    /** What whole checkpoints bring besides, and those without encoders. */
    private static final Map<String, List<Integer>> VAE = Map.of("first_stage_model.decoder.conv_in.weight", ANY);

    private static final Map<String, List<Integer>> ENCODERS =
            Map.of("text_encoders.clip_l.transformer.text_model.embeddings.token_embedding.weight", ANY);

    private static final List<Row> ROWS = List.of(
            new Row("SD 2.1", "sd2", Brings.ALL, "image"),
            new Row("SD 3.5 Large", "sd3", Brings.VAE, "image"),
            new Row("SD 3.5 Medium", "sd3", Brings.VAE, "image"),
            new Row("Flux.1 D", "flux1", Brings.NOTHING, "image"),
            new Row("Flux.1 S", "flux1", Brings.NOTHING, "image"),
            new Row("Flux.1 Krea", "flux1", Brings.NOTHING, "image"),
            new Row("Flux.1 Kontext", "flux1", Brings.NOTHING, "image"),
            new Row("Flux.1 Fill dev", "Flux.1 D", "flux1-fill", Brings.NOTHING, "image"),
            new Row("Flux.2 D", "flux2", Brings.NOTHING, "image"),
            new Row("Flux.2 Klein 4B", "flux2", Brings.NOTHING, "image"),
            new Row("Flux.2 Klein 9B-base", "flux2", Brings.NOTHING, "image"),
            new Row("Chroma", "chroma", Brings.NOTHING, "image"),
            new Row("HiDream", "hidream", Brings.NOTHING, "image"),
            new Row("HiDream I1 Dev", "HiDream", "hidream", Brings.NOTHING, "image"),
            new Row("Qwen", "qwen", Brings.NOTHING, "image"),
            new Row("Qwen-Image-Edit", "Qwen", "qwen", Brings.NOTHING, "image"),
            new Row("Qwen-Image-Edit-2511", "Qwen", "qwen", Brings.NOTHING, "image"),
            new Row("ZImageTurbo", "zimage", Brings.NOTHING, "image"),
            new Row("ZImageBase", "zimage", Brings.NOTHING, "image"),
            new Row("Lumina", "lumina2", Brings.ALL, "image"),
            new Row("AuraFlow", "auraflow", Brings.ALL, "image"),
            new Row("Pony V7", "auraflow", Brings.ALL, "image"),
            new Row("Anima", "anima", Brings.NOTHING, "image"),
            new Row("Wan Video 1.3B t2v", "wan", Brings.NOTHING, "video"),
            new Row("Wan Video 14B t2v", "wan", Brings.NOTHING, "video"),
            new Row("Wan Video 2.2 T2V-A14B", "wan", Brings.NOTHING, "video"),
            new Row("Wan Video 14B i2v 480p", "wan", Brings.NOTHING, "video"),
            new Row("Wan Video 2.2 I2V-A14B", "wan", Brings.NOTHING, "video"),
            new Row("Wan Video 2.2 TI2V-5B", "wan", Brings.NOTHING, "video"),
            new Row("Hunyuan Video", "hunyuan", Brings.NOTHING, "video"),
            new Row("LTXV", "ltxv", Brings.VAE, "video"));

    /** What a model's file holds besides the model. */
    public enum Brings {
        NOTHING,
        VAE,
        ALL
    }

    private FamiliesWorld() {}

    /**
     * One family's model and image.
     *
     * @param label what it goes by here; mostly the site's base model
     * @param base as the site writes its base model
     * @param kind whose tensors it has
     * @param type of the image: {@code image} or {@code video}
     */
    private record Row(String label, String base, String kind, Brings brings, String type) {

        Row(String label, String kind, Brings brings, String type) {
            this(label, label, kind, brings, type);
        }
    }

    /** The labels, in the order of their images. */
    public static List<String> labels() {
        return ROWS.stream().map(Row::label).toList();
    }

    /** The image that was made with a model of that label. */
    public static long image(String label) {
        return FIRST_IMAGE + place(label);
    }

    /** The version of the model of that label. */
    public static long version(String label) {
        return VERSIONS + place(label);
    }

    /** The name of its file; of two experts it is the second. */
    public static String fileName(String label) {
        var expert = label.endsWith("2V-A14B") ? "_low_noise" : "";
        return label.replaceAll("[^A-Za-z0-9]+", "_") + expert + "_model.safetensors";
    }

    /** A file of that label's family that brings everything; its tensors are the same, under a checkpoint's names. */
    public static Bytes wholeFile(String label) {
        return file(ROWS.get(place(label)), Brings.ALL, place(label));
    }

    /** A file of that label's family that brings nothing beside the model. */
    public static Bytes bareFile(String label) {
        return file(ROWS.get(place(label)), Brings.NOTHING, place(label));
    }

    /** The file of that label's model, as the site has it. */
    public static Bytes file(String label) {
        var row = ROWS.get(place(label));
        return file(row, row.brings, place(label));
    }

    public static World world() {
        return world(Map.of());
    }

    /** The same, where files of these labels hold something else than usual. */
    public static World world(Map<String, Brings> unusual) {
        return builder(unusual).build();
    }

    /** The world, to be added to. */
    public static WorldBuilder builder() {
        return builder(Map.of());
    }

    private static WorldBuilder builder(Map<String, Brings> unusual) {
        var world = IncidentWorld.builder();
        HubFiles.all().forEach(world::onHub);
        for (var row : ROWS) {
            var label = row.label;
            var model = model(row, unusual.getOrDefault(label, row.brings));
            world.model(model).image(image(label, model));
        }
        return world;
    }

    private static int place(String label) {
        var place = labels().indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("no family here is labelled " + label);
        }
        return place;
    }

    private static Model model(Row row, Brings brings) {
        var label = row.label;
        return Model.of(VERSIONS * 2 + place(label), "A model of " + label, "Checkpoint")
                .version(Version.of(version(label), "v1", row.base)
                        .file(ModelFile.of(
                                        VERSIONS * 3 + place(label), fileName(label), file(row, brings, place(label)))
                                .primary()))
                .build();
    }

    private static Bytes file(Row row, Brings brings, long seed) {
        var tensors = new TreeMap<String, List<Integer>>();
        var prefix = brings == Brings.NOTHING ? "" : "model.diffusion_model.";
        TENSORS.getOrDefault(row.kind, Map.of()).forEach((name, shape) -> tensors.put(prefix + name, shape));
        if (brings != Brings.NOTHING) {
            tensors.putAll(VAE);
        }
        if (brings == Brings.ALL) {
            tensors.putAll(ENCODERS);
        }
        return Safetensors.file(Map.of(), tensors, seed);
    }

    private static Image image(String label, Model model) {
        var row = ROWS.get(place(label));
        var meta = Json.object()
                .put("prompt", "a fox between birches, morning light")
                .put("negativePrompt", "blurry")
                .put("seed", 4242 + place(label))
                .put("steps", 20)
                .put("sampler", "Euler")
                .put("cfgScale", row.type.equals("video") ? 3 : 4)
                .put("Size", row.type.equals("video") ? "832x480" : "1024x1024");
        var resources = new ArrayList<Json>();
        resources.add(Json.object()
                .put("type", "checkpoint")
                .put("modelVersionId", version(label))
                .build());
        return Image.of(image(label))
                .type(row.type)
                .baseModel(row.base)
                .meta(meta.put("civitaiResources", resources).build())
                .resource(model, version(label), Optional.empty())
                .build();
    }
}
