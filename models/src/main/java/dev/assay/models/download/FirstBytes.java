package dev.assay.models.download;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What the beginning of an answer gives away: error pages come with status 200, and under a model's name. */
final class FirstBytes {

    /** How many bytes are looked at. */
    static final int COUNT = 64;

    /** No model is smaller; the smallest safetensors file with one tensor needs more. */
    static final int SMALLEST_MODEL = 16;

    private static final long LONGEST_SAFETENSORS_HEADER = 100_000_000;

    private FirstBytes() {}

    /** Why a stated content type is none of the format; empty where it may be one. */
    static Optional<String> complaintAbout(String contentType, ModelFormat format) {
        var type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            return Optional.of("a web page was sent instead; it may ask for a sign-in");
        }
        return (type.startsWith("application/json") && format != ModelFormat.WORKFLOW)
                        || type.startsWith("application/problem+json")
                ? Optional.of("JSON was sent instead, which is how errors are told")
                : Optional.empty();
    }

    /** Why the bytes cannot begin a file of the format; empty where they can. */
    static Optional<String> complaintAbout(byte[] head, ModelFormat format) {
        if (head.length < SMALLEST_MODEL) {
            return Optional.of("only " + head.length + " bytes were sent");
        }
        return switch (format) {
            // A safetensors length field may look like anything, so that it is asked first.
            case SAFETENSORS ->
                isSafetensors(head)
                        ? Optional.empty()
                        : Optional.of(complaintOfAny(head).orElse("it does not begin as a safetensors file does"));
            case GGUF ->
                startsWith(head, "GGUF")
                        ? Optional.empty()
                        : Optional.of(complaintOfAny(head).orElse("it does not begin as a GGUF file does"));
            case WORKFLOW -> complaintOfAny(head).filter(_ -> !isJson(head));
            case PICKLE, OTHER -> isSafetensors(head) ? Optional.empty() : complaintOfAny(head);
        };
    }

    private static Optional<String> complaintOfAny(byte[] head) {
        if ((head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return Optional.of("gzip was sent instead");
        }
        if (!isText(head)) {
            return Optional.empty();
        }
        var text =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        if (text.startsWith("<")) {
            return Optional.of("a web page was sent instead; it may ask for a sign-in");
        }
        return text.startsWith("{") || text.startsWith("[")
                ? Optional.of("JSON was sent instead, which is how errors are told")
                : Optional.empty();
    }

    private static boolean isJson(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip()
                .startsWith("{");
    }

    private static boolean isSafetensors(byte[] head) {
        var length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 2 && length <= LONGEST_SAFETENSORS_HEADER && head[8] == '{';
    }

    private static boolean startsWith(byte[] head, String magic) {
        return new String(head, 0, magic.length(), StandardCharsets.US_ASCII).equals(magic);
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
