package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory, which also counts what is read of it. */
final class Bytes implements SeekableByteChannel {

    private final byte[] bytes;
    private long position;
    private long taken;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static CarrierFile.Read image(byte[] bytes) throws IOException {
        return (CarrierFile.Read) CarrierFile.read(new Bytes(bytes));
    }

    long taken() {
        return taken;
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= bytes.length) {
            return -1;
        }
        // In small pieces, as a file on a network may come.
        var count = (int) Math.min(Math.min(target.remaining(), 1000), bytes.length - position);
        target.put(bytes, (int) position, count);
        position += count;
        taken += count;
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
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
    public void close() {
        // Nothing to let go of.
    }
}
