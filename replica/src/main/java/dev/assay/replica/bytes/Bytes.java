package dev.assay.replica.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Content that does not change. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Bytes empty() {
        return new Bytes(new byte[0]);
    }

    public int size() {
        return content.length;
    }

    public byte[] toArray() {
        return content.clone();
    }

    public String asUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** The same content with the bits of one byte turned over. */
    public Bytes flipped(int at) {
        var copy = content.clone();
        copy[at] = (byte) ~copy[at];
        return new Bytes(copy);
    }

    public void writeTo(OutputStream out, int from, int to) throws IOException {
        out.write(content, from, to - from);
    }
}
