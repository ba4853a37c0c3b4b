package dev.assay.models.download;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.RunningSha256;

/** Small model files for tests, the same for the same seed. */
final class Content {

    private final byte[] bytes;
    private final Sha256 sha256;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        var hash = new RunningSha256();
        hash.update(bytes, 0, bytes.length);
        this.sha256 = hash.soFar();
    }

    /** A sound safetensors file with one tensor of that many bytes. */
    static Content safetensors(long seed, int tensorBytes) {
        var header =
                "{\"t\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]}}".formatted(tensorBytes, tensorBytes);
        var head = header.getBytes(StandardCharsets.UTF_8);
        var tensor = new byte[tensorBytes];
        new Random(seed).nextBytes(tensor);
        var all = ByteBuffer.allocate(8 + head.length + tensorBytes).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(head.length).put(head).put(tensor);
        return new Content(all.array());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    Sha256 sha256() {
        return sha256;
    }
}
