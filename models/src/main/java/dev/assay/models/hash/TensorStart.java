package dev.assay.models.hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/** Where the tensors of a safetensors file begin. */
final class TensorStart {

    private static final int LENGTH_FIELD = 8;
    private static final long LONGEST_HEADER = 100_000_000;

    private TensorStart() {}

    /** The first byte behind the header; empty where the file does not begin as safetensors does. */
    static OptionalLong of(FileChannel channel) throws IOException {
        var head = ByteBuffer.allocate(LENGTH_FIELD + 1).order(ByteOrder.LITTLE_ENDIAN);
        while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
            // A read may give less than was asked for.
        }
        if (head.hasRemaining() || head.get(LENGTH_FIELD) != '{') {
            return OptionalLong.empty();
        }
        var length = head.getLong(0);
        var plausible = length >= 2 && length <= LONGEST_HEADER && length <= channel.size() - LENGTH_FIELD;
        return plausible ? OptionalLong.of(LENGTH_FIELD + length) : OptionalLong.empty();
    }
}
