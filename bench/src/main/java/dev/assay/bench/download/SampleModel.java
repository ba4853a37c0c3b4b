package dev.assay.bench.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import dev.assay.civitai.ask.Digest;
import dev.assay.core.hash.Sha256;

/**
 * A valid safetensors file of any size: one tensor of noise.
 *
 * @param bytes its whole length
 */
record SampleModel(Sha256 sha256, long bytes) {

    private static final int MEBIBYTE = 1 << 20;

    static SampleModel write(Path file, int mebibytes) throws IOException {
        var length = (long) mebibytes * MEBIBYTE;
        try (var out = Files.newOutputStream(file)) {
            header(out, length);
            var random = new SplittableRandom(1);
            var noise = new byte[MEBIBYTE];
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(noise);
                out.write(noise);
            }
        }
        return new SampleModel(Digest.of(file), Files.size(file));
    }

    private static void header(OutputStream out, long length) throws IOException {
        var text = "{\"noise\":{\"dtype\":\"U8\",\"shape\":[" + length + "],\"data_offsets\":[0," + length + "]}}";
        var json = text.getBytes(StandardCharsets.US_ASCII);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array());
        out.write(json);
    }
}
