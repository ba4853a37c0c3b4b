package dev.assay.core.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Reads a file forward, number by number, within bounds. Whatever the file says, it ends. */
final class Source {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 1 << 16;

    /** All names and texts of one header together. */
    private static final int MOST_TEXT = 64 << 20;

    /** Single values that one header may have; the longest word lists of text encoders have some 300,000 words. */
    private static final int MOST_VALUES = 8_000_000;

    private final SeekableByteChannel file;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private int values;
    private int textLeft = MOST_TEXT;

    /** Where the buffer's first byte lies in the file. */
    private long bufferAt;

    Source(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        file.position(0);
    }

    void order(ByteOrder order) {
        buffer.order(order);
    }

    long size() {
        return size;
    }

    long position() {
        return bufferAt + buffer.position();
    }

    byte int8() throws IOException, BrokenGgufException {
        return fill(Byte.BYTES).get();
    }

    short int16() throws IOException, BrokenGgufException {
        return fill(Short.BYTES).getShort();
    }

    int int32() throws IOException, BrokenGgufException {
        return fill(Integer.BYTES).getInt();
    }

    long int64() throws IOException, BrokenGgufException {
        return fill(Long.BYTES).getLong();
    }

    /** A count or length; one beyond the bound is refused, whatever its sign. */
    long count(long most, String of) throws IOException, BrokenGgufException {
        var count = int64();
        if (count < 0 || count > most) {
            throw BrokenGgufException.because(Long.toUnsignedString(count) + " " + of);
        }
        return count;
    }

    /** A name, with its length before it. */
    String name(String of) throws IOException, BrokenGgufException {
        return text((int) count(LONGEST_NAME, "bytes in the name of " + of));
    }

    /** A text of so many bytes. */
    String text(int length) throws IOException, BrokenGgufException {
        if (length > textLeft) {
            throw BrokenGgufException.because("more than " + MOST_TEXT + " bytes of text in the header");
        }
        textLeft -= length;
        var bytes = new byte[length];
        var at = 0;
        while (at < bytes.length) {
            var part = Math.min(bytes.length - at, BUFFER);
            fill(part).get(bytes, at, part);
            at += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Passes over so many bytes. */
    void skip(long count) throws IOException, BrokenGgufException {
        if (count > size - position()) {
            throw BrokenGgufException.cutShort("the header goes beyond the file's " + size + " bytes");
        }
        if (count <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) count);
        } else {
            var to = position() + count;
            buffer.position(0).limit(0);
            bufferAt = to;
            file.position(to);
        }
    }

    private ByteBuffer fill(int needed) throws IOException, BrokenGgufException {
        if (++values > MOST_VALUES) {
            throw BrokenGgufException.because("more than " + MOST_VALUES + " values in the header");
        }
        if (buffer.remaining() < needed) {
            bufferAt += buffer.position();
            buffer.compact();
            while (buffer.position() < needed) {
                if (file.read(buffer) < 0) {
                    throw BrokenGgufException.cutShort("the header goes beyond the file's " + size + " bytes");
                }
            }
            buffer.flip();
        }
        return buffer;
    }
}
