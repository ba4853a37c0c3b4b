package dev.assay.core.safetensors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a header within the limits of the reference implementation (huggingface/safetensors, {@code tensor.rs}): eight
 * bytes of unsigned little-endian length, then that much JSON, then the tensors without a gap up to the file's end.
 */
final class HeaderReader {

    private static final int LENGTH_FIELD = 8;
    private static final long LONGEST_HEADER = 100_000_000;
    private static final int BUFFER = 1 << 16;

    private HeaderReader() {}

    static Safetensors read(SeekableByteChannel file) throws IOException {
        try {
            var size = file.size();
            var length = headerLength(file, size);
            var contents = HeaderParser.parse(header(file, length));
            Layout.check(contents.tensors(), size - LENGTH_FIELD - length);
            return new Safetensors.Header(length, contents.tensors(), contents.metadata());
        } catch (BrokenHeaderException e) {
            return new Safetensors.Broken(e.getMessage() == null ? "broken header" : e.getMessage());
        }
    }

    private static long headerLength(SeekableByteChannel file, long size) throws IOException, BrokenHeaderException {
        var head = ByteBuffer.allocate(LENGTH_FIELD + 1).order(ByteOrder.LITTLE_ENDIAN);
        file.position(0);
        while (head.hasRemaining()) {
            if (file.read(head) < 0) {
                throw new BrokenHeaderException(Safetensors.Broken.CUT_SHORT + "only " + size + " bytes");
            }
        }
        var length = head.getLong(0);
        // A length beyond the signed range reads as negative, and is as much too long.
        if (length < 0 || length > LONGEST_HEADER) {
            throw new BrokenHeaderException(
                    "a header of " + Long.toUnsignedString(length) + " bytes is longer than any");
        }
        if (length < 2) {
            throw new BrokenHeaderException("a header of " + length + " bytes");
        }
        if (head.get(LENGTH_FIELD) != '{') {
            throw new BrokenHeaderException("the header does not begin with a brace");
        }
        if (length > size - LENGTH_FIELD) {
            throw new BrokenHeaderException(
                    Safetensors.Broken.CUT_SHORT + "a header of " + length + " bytes in a file of " + size);
        }
        return length;
    }

    private static InputStream header(SeekableByteChannel file, long length) throws IOException {
        file.position(LENGTH_FIELD);
        return new BoundedStream(Channels.newInputStream(file), length, BUFFER);
    }
}
