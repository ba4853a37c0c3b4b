package dev.assay.replica.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Small GGUF files, valid and always the same for the same seed; all tensors are of 32-bit numbers. */
public final class Gguf {

    private static final int ALIGNMENT = 32;
    private static final int TEXT = 8;

    private Gguf() {}

    /**
     * A diffusion model.
     *
     * @param architecture what the file calls itself, such as {@code flux}
     * @param shapes of the tensors, as PyTorch has them
     */
    public static Bytes model(String architecture, Map<String, List<Integer>> shapes, long seed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(out, 3);
        int64(out, shapes.size());
        int64(out, 1);
        text(out, "general.architecture");
        int32(out, TEXT);
        text(out, architecture);
        long offset = 0;
        for (var tensor : new TreeMap<>(shapes).entrySet()) {
            offset = entry(out, tensor.getKey(), tensor.getValue(), offset);
        }
        out.writeBytes(new byte[(ALIGNMENT - out.size() % ALIGNMENT) % ALIGNMENT]);
        out.writeBytes(numbers((int) offset, seed));
        return Bytes.of(out.toByteArray());
    }

    private static long entry(ByteArrayOutputStream out, String name, List<Integer> shape, long offset) {
        text(out, name);
        int32(out, shape.size());
        var innermostFirst = new ArrayList<>(shape);
        Collections.reverse(innermostFirst);
        innermostFirst.forEach(length -> int64(out, length));
        int32(out, 0);
        int64(out, offset);
        var bytes = shape.stream().mapToLong(n -> n).reduce(Float.BYTES, (a, b) -> a * b);
        return Math.ceilDiv(offset + bytes, ALIGNMENT) * ALIGNMENT;
    }

    private static byte[] numbers(int length, long seed) {
        var random = new SplittableRandom(seed);
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= Float.BYTES) {
            buffer.putFloat((float) (random.nextDouble() - 0.5) / 10);
        }
        return buffer.array();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int64(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void int32(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
    }

    private static void int64(ByteArrayOutputStream out, long number) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
    }
}
