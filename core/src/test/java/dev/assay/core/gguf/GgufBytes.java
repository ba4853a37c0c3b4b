package dev.assay.core.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts GGUF files together, sound or not. */
final class GgufBytes {

    static final int F32 = 0;
    static final int Q4_K = 12;

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
    private final ByteOrder order;
    private int valueCount;
    private int tensorCount;

    GgufBytes() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    GgufBytes(ByteOrder order) {
        this.order = order;
    }

    GgufBytes value(String key, String text) {
        valueCount++;
        text(values, key);
        int32(values, 8);
        text(values, text);
        return this;
    }

    GgufBytes value(String key, int unsigned) {
        valueCount++;
        text(values, key);
        int32(values, 4);
        int32(values, unsigned);
        return this;
    }

    GgufBytes list(String key, int... items) {
        valueCount++;
        text(values, key);
        int32(values, 9);
        int32(values, 5);
        int64(values, items.length);
        for (var item : items) {
            int32(values, item);
        }
        return this;
    }

    GgufBytes list(String key, String... items) {
        valueCount++;
        text(values, key);
        int32(values, 9);
        int32(values, 8);
        int64(values, items.length);
        for (var item : items) {
            text(values, item);
        }
        return this;
    }

    /** A tensor; lengths in the order of the file, the innermost first. */
    GgufBytes tensor(String name, int type, long offset, long... lengths) {
        tensorCount++;
        text(tensors, name);
        int32(tensors, lengths.length);
        for (var length : lengths) {
            int64(tensors, length);
        }
        int32(tensors, type);
        int64(tensors, offset);
        return this;
    }

    byte[] file(int dataLength) {
        return file(3, dataLength);
    }

    byte[] file(int version, int dataLength) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(out, version);
        int64(out, tensorCount);
        int64(out, valueCount);
        out.writeBytes(values.toByteArray());
        out.writeBytes(tensors.toByteArray());
        out.writeBytes(new byte[(32 - out.size() % 32) % 32 + dataLength]);
        return out.toByteArray();
    }

    private void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int64(out, bytes.length);
        out.writeBytes(bytes);
    }

    private void int32(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(4).order(order).putInt(number).array());
    }

    private void int64(ByteArrayOutputStream out, long number) {
        out.writeBytes(ByteBuffer.allocate(8).order(order).putLong(number).array());
    }

    static Gguf read(Path folder, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(Files.write(folder.resolve("model.gguf"), bytes))) {
            return Gguf.read(channel);
        }
    }
}
