package dev.assay.core.metadata.carrier;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes EXIF's user comment: eight bytes that name the character set, then the text. Writers get the byte order wrong,
 * leave the eight bytes out, or write UTF-8 under any name, so that all that is possible is tried and the most readable
 * kept. Counting zero bytes, as others do, fails for Chinese prompts.
 */
final class UserComment {

    private static final int PREFIX = 8;

    private UserComment() {}

    static String decode(byte[] value) {
        return clean(text(value));
    }

    private static String text(byte[] value) {
        var body = Arrays.copyOfRange(value, Math.min(PREFIX, value.length), value.length);
        return switch (new String(value, 0, Math.min(PREFIX, value.length), StandardCharsets.ISO_8859_1)) {
            case "UNICODE\0" -> unicode(body);
            case "ASCII\0\0\0" -> Latin.orUtf8(body);
            case "JIS\0\0\0\0\0" -> japanese(body);
            case "\0\0\0\0\0\0\0\0" -> undefined(body);
            default -> undefined(value);
        };
    }

    private static String unicode(byte[] body) {
        if (startsWith(body, 0xfe, 0xff)) {
            return new String(body, StandardCharsets.UTF_16BE);
        }
        if (startsWith(body, 0xff, 0xfe)) {
            return new String(body, StandardCharsets.UTF_16LE);
        }
        List<String> candidates = new ArrayList<>();
        if (!hasNul(body)) {
            Latin.utf8(body).ifPresent(candidates::add);
        }
        wide(body, candidates);
        return Readability.best(candidates);
    }

    private static String undefined(byte[] body) {
        List<String> candidates = new ArrayList<>();
        candidates.add(Latin.orUtf8(body));
        // Seen in a real file: each UTF-16 unit, its bytes swapped, written as UTF-8.
        Latin.utf8(body).map(UserComment::swapped).ifPresent(candidates::add);
        wide(body, candidates);
        return Readability.best(candidates);
    }

    private static void wide(byte[] body, List<String> candidates) {
        var even = Arrays.copyOf(body, body.length & ~1);
        candidates.add(new String(even, StandardCharsets.UTF_16BE));
        candidates.add(new String(even, StandardCharsets.UTF_16LE));
    }

    private static String swapped(String text) {
        var units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = Character.reverseBytes(units[i]);
        }
        return new String(units);
    }

    private static String japanese(byte[] body) {
        return Charset.isSupported("ISO-2022-JP")
                ? new String(body, Charset.forName("ISO-2022-JP"))
                : Latin.orUtf8(body);
    }

    private static boolean startsWith(byte[] body, int first, int second) {
        return body.length >= 2 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
    }

    private static boolean hasNul(byte[] body) {
        for (byte b : body) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static String clean(String text) {
        var plain = text.replace("\0", "").strip();
        return plain.startsWith("\ufeff") ? plain.substring(1).strip() : plain;
    }
}
