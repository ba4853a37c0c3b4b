package dev.assay.core.metadata.carrier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import org.brotli.dec.BrotliInputStream;

/** Unpacks Brotli data that may be a bomb. */
final class Unbrotli {

    /** Far beyond any metadata; LoRA Manager stops at 2 MiB. */
    private static final int MAX_BYTES = 8 << 20;

    private Unbrotli() {}

    /**
     * What was packed; empty where it is damaged or too large, which is then said.
     *
     * @param what it is, for people
     */
    static Optional<byte[]> of(byte[] packed, String what, Harvest harvest) {
        var out = new ByteArrayOutputStream();
        var piece = new byte[8192];
        try (var in = new BrotliInputStream(new ByteArrayInputStream(packed))) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                out.write(piece, 0, count);
                if (out.size() > MAX_BYTES) {
                    harvest.tooLarge(what + " unpacks to more than can be sensible.");
                    return Optional.empty();
                }
            }
            return Optional.of(out.toByteArray());
        } catch (IOException _) {
            harvest.damaged(what + " is damaged.");
            return Optional.empty();
        }
    }
}
