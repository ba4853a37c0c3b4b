package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A key, a zero byte, and a text: as PNG has it, and ComfyUI's own boxes. */
final class KeyedText {

    private KeyedText() {}

    static void read(String carrier, byte[] content, Harvest harvest) {
        var end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        if (end == content.length) {
            harvest.damaged("A " + carrier + " box has no key.");
            return;
        }
        var key = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        harvest.add(carrier, key, Latin.orUtf8(Arrays.copyOfRange(content, end + 1, content.length)));
    }
}
