package dev.assay.app.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether the other side has hung up. */
final class WatchedInput extends FilterInputStream {

    private volatile boolean ended;

    WatchedInput(InputStream in) {
        super(in);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        ended |= one < 0;
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        ended |= count < 0;
        return count;
    }
}
