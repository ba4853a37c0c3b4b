package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk whose n-th operation fails; once, or from then on. */
class FaultyDisk implements Disk {

    private final RealDisk disk = new RealDisk();
    private final int failAt;
    private final boolean forever;
    private final AtomicInteger operations = new AtomicInteger();

    FaultyDisk(int failAt, boolean forever) {
        this.failAt = failAt;
        this.forever = forever;
    }

    /** Whether anything has failed. */
    boolean hasFailed() {
        return operations.get() >= failAt;
    }

    private boolean failsNow() {
        var operation = operations.incrementAndGet();
        return forever ? operation >= failAt : operation == failAt;
    }

    private void count() throws IOException {
        if (failsNow()) {
            throw new IOException("injected at operation " + operations.get());
        }
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        count();
        disk.createDirectories(directory);
    }

    @Override
    public long usableSpace(Path directory) throws IOException {
        count();
        return disk.usableSpace(directory);
    }

    @Override
    public void reserve(Path file, long bytes) {
        disk.reserve(file, bytes);
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        count();
        return disk.open(file, options);
    }

    /** A failing write has written half of what it was given, as a full disk does. */
    @Override
    public void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        if (failsNow()) {
            disk.write(channel, bytes.slice(bytes.position(), bytes.remaining() / 2), at);
            throw new IOException("No space left on device");
        }
        disk.write(channel, bytes, at);
    }

    @Override
    public void read(FileChannel channel, ByteBuffer into, long at) throws IOException {
        count();
        disk.read(channel, into, at);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        count();
        disk.force(channel);
    }

    @Override
    public void publish(Path part, Path name) throws IOException {
        count();
        disk.publish(part, name);
    }

    @Override
    public void deleteIfExists(Path file) throws IOException {
        count();
        disk.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        count();
        disk.forceDirectory(directory);
    }
}
