package dev.assay.wire;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Where a body ends: after a stated length, after the last of its chunks, or with the connection. */
abstract class Framing {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** How {@link java.nio.channels.ReadableByteChannel} reads. */
    abstract int read(Inlet inlet, ByteBuffer into) throws IOException;

    /** Whether all of it has been read, so that the connection is free for another. */
    abstract boolean isOver();

    static Framing of(int status, HttpHeaders headers) throws IOException {
        var lengths = headers.allValues("Content-Length").stream().distinct().toList();
        var encodings = String.join(",", headers.allValues("Transfer-Encoding")).strip();
        if (status == 204 || status == 304) {
            return new Fixed(0);
        }
        // Who states it twice may be understood by others along the way in another sense (RFC 9112, 6.3).
        if (lengths.size() + (encodings.isEmpty() ? 0 : 1) > 1) {
            throw new WireException("the answer contradicts itself about its length");
        }
        if (encodings.equalsIgnoreCase("chunked")) {
            return new Chunked();
        }
        if (!encodings.isEmpty()) {
            throw new WireException("the answer comes in a form that was not asked for");
        }
        var length = length(headers);
        return length.isPresent() ? new Fixed(length.getAsLong()) : new OpenEnded();
    }

    private static OptionalLong length(HttpHeaders headers) throws IOException {
        var stated = headers.firstValue("Content-Length");
        if (stated.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!LENGTH.matcher(stated.get()).matches()) {
            throw new WireException("the answer's length makes no sense");
        }
        return OptionalLong.of(Long.parseLong(stated.get()));
    }

    private static final class Fixed extends Framing {
        private long left;
        private volatile boolean over;

        Fixed(long length) {
            this.left = length;
            this.over = length == 0;
        }

        @Override
        int read(Inlet inlet, ByteBuffer into) throws IOException {
            if (left == 0) {
                return -1;
            }
            var count = readAtMost(left, inlet, into);
            if (count < 0) {
                throw new WireException("the connection broke off with " + left + " bytes still to come");
            }
            left -= count;
            over = left == 0;
            return count;
        }

        @Override
        boolean isOver() {
            return over;
        }
    }

    private static final class OpenEnded extends Framing {

        @Override
        int read(Inlet inlet, ByteBuffer into) throws IOException {
            return inlet.read(into);
        }

        @Override
        boolean isOver() {
            return false;
        }
    }

    static int readAtMost(long most, Inlet inlet, ByteBuffer into) throws IOException {
        if (into.remaining() <= most) {
            return inlet.read(into);
        }
        var limit = into.limit();
        into.limit(into.position() + (int) most);
        try {
            return inlet.read(into);
        } finally {
            into.limit(limit);
        }
    }
}
