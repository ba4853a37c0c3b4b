package dev.assay.civitai.ask;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.assay.core.hash.Sha256;

/** SHA-256 as lower-case hex. */
public final class Digest {

    private Digest() {}

    /** Of the text in UTF-8. */
    public static String of(String text) {
        return HexFormat.of().formatHex(algorithm().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a file's bytes. */
    public static Sha256 of(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), algorithm())) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Sha256(HexFormat.of().formatHex(in.getMessageDigest().digest()));
        }
    }

    static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
