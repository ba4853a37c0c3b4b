package dev.assay.core.metadata.carrier;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The outcome of unpacking a compressed text that may be a bomb. */
sealed interface Inflation {

    int MAX_BYTES = 32 << 20;

    /** Text rarely packs better than 1:50; beyond the free allowance, 1:200 is a bomb. */
    int MAX_RATIO = 200;

    int FREE_BYTES = 1 << 20;

    record Whole(String text) implements Inflation {}

    /** The data are damaged or end too soon. */
    record Partial(String text) implements Inflation {}

    record TooLarge() implements Inflation {}

    static Inflation of(byte[] packed) {
        var allowed = Math.min(MAX_BYTES, Math.max(FREE_BYTES, (long) packed.length * MAX_RATIO));
        var out = new ByteArrayOutputStream();
        var piece = new byte[8192];
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                var count = inflater.inflate(piece);
                if (count == 0) {
                    return new Partial(Latin.orUtf8(out.toByteArray()));
                }
                out.write(piece, 0, count);
                if (out.size() > allowed) {
                    return new TooLarge();
                }
            }
            return new Whole(Latin.orUtf8(out.toByteArray()));
        } catch (DataFormatException _) {
            return new Partial(Latin.orUtf8(out.toByteArray()));
        }
    }
}
