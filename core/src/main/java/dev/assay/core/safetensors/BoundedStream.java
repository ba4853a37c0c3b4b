package dev.assay.core.safetensors;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of another stream, which it neither reads beyond nor closes. */
final class BoundedStream extends InputStream {

    private final InputStream in;
    private final int largestRead;
    private long left;

    BoundedStream(InputStream in, long length, int largestRead) {
        this.in = in;
        this.left = length;
        this.largestRead = largestRead;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        var count = in.read(bytes, offset, (int) Math.min(Math.min(length, largestRead), left));
        left -= Math.max(count, 0);
        return count;
    }
}
