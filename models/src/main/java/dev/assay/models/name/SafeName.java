package dev.assay.models.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;

/**
 * A file name that every file system takes for what it is: one name, in the folder it is put in, that shows as it is
 * written.
 *
 * @param text at most {@value #MAX_BYTES} bytes of UTF-8, never empty
 */
public record SafeName(String text) {

    /** Below the 255 bytes of most file systems, so that a part file's name fits as well. */
    public static final int MAX_BYTES = 200;

    private static final int MAX_EXTENSION_BYTES = 20;
    private static final String NAMELESS = "model";

    /** Names that Windows keeps for devices, whatever extension follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

    public SafeName {
        if (!text.equals(made(text))) {
            throw new IllegalArgumentException("not a safe file name");
        }
    }

    /** Makes a safe name of what a site says; the same input always gives the same name. */
    public static SafeName of(String siteName) {
        return new SafeName(made(siteName));
    }

    /** The same name told apart by content: {@code name-<first digits of the SHA-256>.ext}. */
    public SafeName withHash(Sha256 content, int digits) {
        var mark = "-" + content.hex().substring(0, digits);
        var dot = extensionAt(text);
        var extension = text.substring(dot);
        var room = MAX_BYTES - mark.length() - bytes(extension);
        return of(cut(text.substring(0, dot), room) + mark + extension);
    }

    /** The extension in lower case, with its dot; empty where there is none. */
    public String extension() {
        return text.substring(extensionAt(text)).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String made(String siteName) {
        var name = trimmed(Normalizer.normalize(Characters.harmless(siteName), Normalizer.Form.NFC));
        if (name.isEmpty()) {
            return NAMELESS;
        }
        var dot = extensionAt(name);
        var extension = name.substring(dot);
        var prefix = DEVICE.matcher(name).matches() ? "_" : "";
        var stem = cut(prefix + name.substring(0, dot), MAX_BYTES - bytes(extension));
        return trimmed(stem + extension);
    }

    /** No leading dot (hidden), dash (an option to a command) or space; no trailing dot or space (lost on Windows). */
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && ".- ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && ". ".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    private static int extensionAt(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 && bytes(name.substring(dot)) <= MAX_EXTENSION_BYTES ? dot : name.length();
    }

    private static String cut(String text, int maxBytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > maxBytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
