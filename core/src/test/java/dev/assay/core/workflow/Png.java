package dev.assay.core.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tEXt chunks of a PNG, for tests. */
public final class Png {

    private Png() {}

    public static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
        while (bytes.remaining() >= 12) {
            var data = new byte[bytes.getInt() + 4];
            bytes.get(data).getInt();
            var chunk = new String(data, StandardCharsets.ISO_8859_1);
            var zero = chunk.indexOf('\0');
            if (chunk.startsWith("tEXt") && zero > 0) {
                texts.put(chunk.substring(4, zero), chunk.substring(zero + 1));
            }
        }
        return texts;
    }
}
