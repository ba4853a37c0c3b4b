package dev.assay.app.serve.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when more comes than is allowed, whatever its length was said to be. */
final class BoundedInput extends FilterInputStream {

    private static final long MOST_DROPPED = 64 << 20;

    private final long most;
    private long read;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > most) {
            passOver();
            throw new TooLongException(most);
        }
    }

    /** Whoever is still sending when the line is closed does not hear why; a bounded rest is heard and dropped. */
    private void passOver() throws IOException {
        var dropped = new byte[1 << 16];
        for (long over = 0; over < MOST_DROPPED; ) {
            var count = in.read(dropped);
            if (count < 0) {
                return;
            }
            over += count;
        }
    }
}
