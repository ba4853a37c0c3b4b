package dev.assay.core.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a pickle's bytes, counted and bounded. */
final class Opcodes {

    /** The longest text that is kept; longer ones are no names. */
    private static final int LONGEST_TEXT = 64 << 10;

    private static final int LONGEST_LINE = 64 << 10;

    private final InputStream in;
    private long position;
    private long textLeft = 64L << 20;

    Opcodes(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read or skipped. */
    long position() {
        return position;
    }

    int one() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        position++;
        return next;
    }

    /** A number of so many bytes, the lowest first, without a sign. */
    long unsigned(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) one() << (8 * i);
        }
        return number;
    }

    void skip(long bytes) throws IOException, BrokenPickleException {
        if (bytes < 0) {
            throw new BrokenPickleException("a length that cannot be", false);
        }
        in.skipNBytes(bytes);
        position += bytes;
    }

    /** A text of so many bytes; empty where it is longer than any name. */
    String text(long bytes) throws IOException, BrokenPickleException {
        if (bytes < 0 || bytes > LONGEST_TEXT) {
            skip(bytes);
            return "";
        }
        spend(bytes);
        var text = in.readNBytes((int) bytes);
        position += text.length;
        if (text.length < bytes) {
            throw new EOFException();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    String line() throws IOException, BrokenPickleException {
        var line = new StringBuilder();
        for (int next = one(); next != '\n'; next = one()) {
            if (line.length() >= LONGEST_LINE) {
                throw new BrokenPickleException("a line without an end", false);
            }
            line.append((char) next);
        }
        spend(line.length());
        return line.toString();
    }

    private void spend(long bytes) throws BrokenPickleException {
        textLeft -= bytes;
        if (textLeft < 0) {
            throw new BrokenPickleException("more text than any model has", false);
        }
    }
}
