package dev.assay.bench.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;

import dev.assay.core.json.Json;

/** Sound safetensors files of the form of an SDXL LoRA. */
final class SampleModels {

    private static final int RANK = 8;
    private static final int WIDTH = 640;
    private static final long TENSOR = 2L * RANK * WIDTH;

    private SampleModels() {}

    /**
     * Writes models of noise, each with another content.
     *
     * @param blocks how many tensors: two for each
     */
    static void write(Path folder, int count, int blocks) throws IOException {
        Files.createDirectories(folder);
        var header = header(blocks);
        var random = new SplittableRandom(7);
        var body = new byte[(int) (2L * blocks * TENSOR)];
        for (int i = 0; i < count; i++) {
            random.nextBytes(body);
            try (var out = create(folder, i)) {
                out.write(header.duplicate());
                out.write(ByteBuffer.wrap(body));
            }
        }
    }

    /** Writes models whose tensors are holes, which take no room: for whoever reads headers only. */
    static void writeHollow(Path folder, int count, int blocks) throws IOException {
        Files.createDirectories(folder);
        var header = header(blocks);
        for (int i = 0; i < count; i++) {
            try (var out = create(folder, i)) {
                out.write(header.duplicate());
                out.position(header.limit() + 2L * blocks * TENSOR - Integer.BYTES);
                out.write(ByteBuffer.allocate(Integer.BYTES).putInt(i).flip());
            }
        }
    }

    private static FileChannel create(Path folder, int number) throws IOException {
        return FileChannel.open(
                folder.resolve("lora-%05d.safetensors".formatted(number)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
    }

    private static ByteBuffer header(int blocks) {
        var json = Json.object();
        json.put(
                "__metadata__",
                Json.object()
                        .put("ss_network_module", "networks.lora")
                        .put("ss_base_model_version", "sdxl_base_v1-0")
                        .put("ss_output_name", "evening_light")
                        .build());
        long start = 0;
        for (int i = 0; i < blocks; i++) {
            for (var end : List.of("lora_down", "lora_up")) {
                var name = "lora_unet_down_blocks_%d_attentions_%d_transformer_blocks_%d_attn1_to_q.%s.weight"
                        .formatted(1 + i % 2, i % 3, i, end);
                json.put(name, tensor(end.equals("lora_down") ? RANK : WIDTH, start));
                start += TENSOR;
            }
        }
        var text = json.build().write().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .flip();
    }

    private static Json tensor(int rows, long start) {
        return Json.object()
                .put("dtype", "F16")
                .put("shape", List.of(Json.of(rows), Json.of((long) RANK * WIDTH / rows)))
                .put("data_offsets", List.of(Json.of(start), Json.of(start + TENSOR)))
                .build();
    }
}
