package dev.assay.core.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts safetensors files together, sound or not, without a disk. */
final class HeaderBytes {

    private HeaderBytes() {}

    /** A file with that header text and that many bytes of tensors. */
    static byte[] file(String header, int dataLength) {
        var head = header.getBytes(StandardCharsets.UTF_8);
        return file(head.length, head, dataLength);
    }

    static byte[] file(long statedLength, byte[] head, int dataLength) {
        return ByteBuffer.allocate(8 + head.length + dataLength)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(statedLength)
                .put(head)
                .array();
    }

    static Safetensors read(byte[] file) throws IOException {
        return Safetensors.read(new BytesChannel(file));
    }

    /** A header of tensors without data, each given as {@code name:2x3}. */
    static Safetensors.Header header(String... tensors) throws IOException {
        List<String> entries = new ArrayList<>();
        for (var tensor : tensors) {
            var at = tensor.lastIndexOf(':');
            var shape = at < 0 ? "0" : tensor.substring(at + 1).replace("x", ",");
            var name = at < 0 ? tensor : tensor.substring(0, at);
            // A type that no table knows, so that shapes need no bytes.
            entries.add("\"%s\":{\"dtype\":\"NEW\",\"shape\":[%s],\"data_offsets\":[0,0]}".formatted(name, shape));
        }
        return (Safetensors.Header) read(file("{" + String.join(",", entries) + "}", 0));
    }

    private static final class BytesChannel implements SeekableByteChannel {
        private final ByteBuffer bytes;

        BytesChannel(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            var count = Math.min(bytes.remaining(), target.remaining());
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) {
            bytes.position((int) position);
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
