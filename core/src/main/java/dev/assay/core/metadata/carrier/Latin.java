package dev.assay.core.metadata.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes that claim to be Latin-1 or ASCII, and may be UTF-8. */
final class Latin {

    private Latin() {}

    /** UTF-8 where the bytes are valid UTF-8, else Latin-1; for bytes below 128 the two agree. */
    static String orUtf8(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The text, where every byte of it is valid UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
