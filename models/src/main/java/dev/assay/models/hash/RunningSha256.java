package dev.assay.models.hash;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.assay.core.hash.Sha256;

/** A SHA-256 that grows as bytes pass, and can be asked at any time. */
public final class RunningSha256 {

    private final MessageDigest digest;

    public RunningSha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
    }

    /** Takes what remains in the buffer. */
    public void update(ByteBuffer bytes) {
        digest.update(bytes);
    }

    /** The hash of all bytes so far; more may follow. */
    public Sha256 soFar() {
        try {
            return new Sha256(HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        }
    }
}
