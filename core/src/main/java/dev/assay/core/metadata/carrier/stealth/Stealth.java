package dev.assay.core.metadata.carrier.stealth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * What is hidden in an image: 15 letters that say so, the length in bits, and a text in UTF-8, plain or packed (Forge's
 * {@code stealth_infotext.py}).
 */
public sealed interface Stealth {

    int HEAD = 8 * Mark.LENGTH + 32;
    int MAX_BYTES = 8 << 20;

    /**
     * A text.
     *
     * @param where it was hidden, such as "alpha channel"
     */
    record Found(String where, String text) implements Stealth {}

    record Nothing() implements Stealth {}

    /**
     * Something was hidden, and cannot be read any more.
     *
     * @param reason a sentence
     */
    record Broken(String reason) implements Stealth {}

    /** Looks in both places. Where there is no mark, only the first rows are read. */
    static Stealth find(Pixels pixels) {
        for (var hideout : Mark.Hideout.values()) {
            if (hideout.first() < pixels.channels()) {
                var found = find(pixels, hideout);
                if (!(found instanceof Nothing)) {
                    return found;
                }
            }
        }
        return new Nothing();
    }

    private static Stealth find(Pixels pixels, Mark.Hideout hideout) {
        var room = (long) pixels.width() * pixels.height() * hideout.count();
        if (room < HEAD) {
            return new Nothing();
        }
        try {
            var head = HiddenBits.first(HEAD, pixels, hideout);
            var letters = new String(head.bytes(0, Mark.LENGTH), StandardCharsets.ISO_8859_1);
            var mark = Mark.of(letters, hideout);
            if (mark.isEmpty()) {
                return new Nothing();
            }
            var length = ByteBuffer.wrap(head.bytes(8 * Mark.LENGTH, 4)).getInt() & 0xffff_ffffL;
            return length > room - HEAD || length > 8L * MAX_BYTES
                    ? new Broken("A text hidden in the " + hideout.words() + " states a length beyond the image.")
                    : text(pixels, hideout, mark.get(), (int) length / 8);
        } catch (IOException _) {
            // Pixels that cannot be unpacked hide nothing that anyone could find.
            return new Nothing();
        }
    }

    private static Stealth text(Pixels pixels, Mark.Hideout hideout, Mark mark, int length) {
        try {
            var bytes = HiddenBits.first(HEAD + 8L * length, pixels, hideout).bytes(HEAD, length);
            var plain = mark.packed() ? unpacked(bytes) : bytes;
            return plain.length > MAX_BYTES
                    ? new Broken("A text hidden in the " + hideout.words() + " unpacks to more than can be sensible.")
                    : new Found(hideout.words(), new String(plain, StandardCharsets.UTF_8));
        } catch (IOException _) {
            return new Broken("A text is hidden in the " + hideout.words() + ", but it is damaged.");
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }
}
