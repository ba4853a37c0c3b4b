package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;

/** Marks of a few letters, by which formats name their parts. */
final class Ascii {

    private Ascii() {}

    /** Whether these letters stand there. */
    static boolean at(byte[] bytes, int place, String letters) {
        if (place < 0 || bytes.length < place + letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if ((bytes[place + i] & 0xff) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The four letters that stand there. */
    static String four(byte[] bytes, int place) {
        return new String(bytes, place, 4, StandardCharsets.ISO_8859_1);
    }
}
