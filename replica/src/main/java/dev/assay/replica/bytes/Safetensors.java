package dev.assay.replica.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/**
 * Small safetensors files, valid and always the same for the same seed. Tensors bear the names of the real thing, in
 * half precision, with few rows but the true width, since that is what tells model families apart.
 */
public final class Safetensors {

    private static final int BYTES_IN_F16 = 2;

    private Safetensors() {}

    /** A checkpoint of the SDXL kind: UNet, both text encoders and VAE. */
    public static Bytes sdxlCheckpoint(long seed) {
        Map<String, List<Integer>> tensors = new TreeMap<>();
        tensors.put("model.diffusion_model.input_blocks.0.0.weight", List.of(32, 4, 3, 3));
        tensors.put("model.diffusion_model.label_emb.0.0.weight", List.of(8, 2816));
        for (var block : List.of("input_blocks.4.1", "input_blocks.7.1", "middle_block.1", "output_blocks.0.1")) {
            var prefix = "model.diffusion_model." + block + ".transformer_blocks.0.attn2.";
            tensors.put(prefix + "to_k.weight", List.of(8, 2048));
            tensors.put(prefix + "to_v.weight", List.of(8, 2048));
        }
        tensors.put(
                "conditioner.embedders.0.transformer.text_model.embeddings.token_embedding.weight", List.of(16, 768));
        tensors.put("conditioner.embedders.1.model.token_embedding.weight", List.of(16, 1280));
        tensors.put("conditioner.embedders.1.model.text_projection", List.of(8, 1280));
        tensors.put("first_stage_model.decoder.conv_in.weight", List.of(16, 4, 3, 3));
        tensors.put("first_stage_model.encoder.conv_in.weight", List.of(16, 3, 3, 3));
        tensors.put("first_stage_model.post_quant_conv.weight", List.of(4, 4, 1, 1));
        return file(Map.of("modelspec.architecture", "stable-diffusion-xl-v1-base"), tensors, seed);
    }

    /** A LoRA of the SDXL kind as kohya's scripts write it: it reaches the second text encoder. */
    public static Bytes sdxlLora(String name, long seed) {
        Map<String, List<Integer>> tensors = new TreeMap<>();
        var modules = Stream.of(
                "lora_te1_text_model_encoder_layers_0_self_attn_q_proj",
                "lora_te2_text_model_encoder_layers_0_self_attn_q_proj",
                "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k",
                "lora_unet_middle_block_1_transformer_blocks_0_attn2_to_k");
        modules.forEach(module -> {
            int width = module.startsWith("lora_te1") ? 768 : module.startsWith("lora_te2") ? 1280 : 2048;
            tensors.put(module + ".alpha", List.of());
            tensors.put(module + ".lora_down.weight", List.of(4, width));
            tensors.put(module + ".lora_up.weight", List.of(640, 4));
        });
        var metadata = new TreeMap<String, String>();
        metadata.put("ss_base_model_version", "sdxl_base_v1-0");
        metadata.put("ss_network_module", "networks.lora");
        metadata.put("ss_network_dim", "4");
        metadata.put("ss_output_name", name);
        return file(metadata, tensors, seed);
    }

    /** A textual inversion of the SDXL kind: one part for each text encoder. */
    public static Bytes sdxlEmbedding(long seed) {
        return file(Map.of(), new TreeMap<>(Map.of("clip_g", List.of(8, 1280), "clip_l", List.of(8, 768))), seed);
    }

    /** A VAE of the SDXL kind. */
    public static Bytes sdxlVae(long seed) {
        Map<String, List<Integer>> tensors = new TreeMap<>();
        tensors.put("decoder.conv_in.weight", List.of(512, 4, 3, 3));
        tensors.put("encoder.conv_in.weight", List.of(128, 3, 3, 3));
        tensors.put("post_quant_conv.weight", List.of(4, 4, 1, 1));
        tensors.put("quant_conv.weight", List.of(8, 8, 1, 1));
        return file(Map.of(), tensors, seed);
    }

    /** Any file: names with shapes, all half precision, filled with small numbers. */
    public static Bytes file(Map<String, String> metadata, Map<String, List<Integer>> shapes, long seed) {
        var header = Json.object();
        if (!metadata.isEmpty()) {
            var members = Json.object();
            new TreeMap<>(metadata).forEach(members::put);
            header.put("__metadata__", members.build());
        }
        long offset = 0;
        for (var tensor : new TreeMap<>(shapes).entrySet()) {
            long end = offset
                    + BYTES_IN_F16
                            * tensor.getValue().stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
            header.put(tensor.getKey(), entry(tensor.getValue(), offset, end));
            offset = end;
        }
        return assemble(header.build(), offset, seed);
    }

    private static Json entry(List<Integer> shape, long from, long to) {
        var sizes = new ArrayList<Json>();
        shape.forEach(size -> sizes.add(Json.of(size)));
        return Json.object()
                .put("dtype", "F16")
                .put("shape", sizes)
                .put("data_offsets", List.of(Json.of(from), Json.of(to)))
                .build();
    }

    private static Bytes assemble(Json header, long dataLength, long seed) {
        var text = header.write().getBytes(StandardCharsets.UTF_8);
        // The format wants the tensors aligned to eight bytes; spaces may fill the header up.
        int padded = (text.length + 7) / 8 * 8;
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .array());
        out.writeBytes(text);
        out.writeBytes(" ".repeat(padded - text.length).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(numbers((int) dataLength, seed));
        return Bytes.of(out.toByteArray());
    }

    /** Half-precision numbers around zero, none of them infinite or no number. */
    private static byte[] numbers(int length, long seed) {
        var random = new SplittableRandom(seed);
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= BYTES_IN_F16) {
            buffer.putShort(Float.floatToFloat16((float) (random.nextDouble() - 0.5) / 10));
        }
        return buffer.array();
    }
}
