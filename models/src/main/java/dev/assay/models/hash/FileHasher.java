package dev.assay.models.hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** Reads files once, from start to end, to learn their digests. */
public final class FileHasher {

    /** One direct mebibyte: as fast as a memory map, which faults where a file is cut while it is read. */
    private static final int BUFFER = 1 << 20;

    /** From here on two digests of one file are worth two threads, where there are processors with nothing to do. */
    private static final long LARGE = 64 << 20;

    private FileHasher() {}

    /** A buffer for whoever hashes many files, one after the other. */
    public static ByteBuffer newBuffer() {
        return ByteBuffer.allocateDirect(BUFFER);
    }

    /** The SHA-256 of a whole file; empty where it was cancelled. */
    public static Optional<Sha256> sha256(Path file, Progress progress) throws IOException {
        return sha256(file, newBuffer(), progress);
    }

    /** The SHA-256 of a whole file, read through that buffer; empty where it was cancelled. */
    public static Optional<Sha256> sha256(Path file, ByteBuffer buffer, Progress progress) throws IOException {
        var whole = new RangeDigest(0, Long.MAX_VALUE);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return readWhole(file, channel, buffer, whole::update, progress)
                    ? Optional.of(whole.finish())
                    : Optional.empty();
        }
    }

    /** All digests of a file, in one pass; empty where it was cancelled. */
    public static Optional<Digests> digests(Path file, Progress progress) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return digests(file, channel, newBuffer(), progress);
        }
    }

    /** All digests of an open file, in one pass, read through that buffer; empty where it was cancelled. */
    public static Optional<Digests> digests(Path file, FileChannel channel, ByteBuffer buffer, Progress progress)
            throws IOException {
        var digests = new RunningDigests(TensorStart.of(channel));
        if (digests.hasTensors() && channel.size() >= LARGE) {
            try (var helper = new Helper()) {
                var finished = readWhole(
                        file,
                        channel,
                        buffer,
                        (bytes, position) -> helper.meanwhile(
                                () -> digests.updateTensors(bytes.duplicate(), position),
                                () -> digests.updateWhole(bytes, position)),
                        progress);
                return finished ? Optional.of(digests.finish()) : Optional.empty();
            }
        }
        return readWhole(file, channel, buffer, digests::update, progress)
                ? Optional.of(digests.finish())
                : Optional.empty();
    }

    private interface Sink {
        void take(ByteBuffer bytes, long position);
    }

    private static boolean readWhole(Path file, FileChannel channel, ByteBuffer buffer, Sink sink, Progress progress)
            throws IOException {
        channel.position(0);
        var total = channel.size();
        long done = 0;
        while (!progress.cancelled()) {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                return true;
            }
            buffer.flip();
            sink.take(buffer, done);
            done += buffer.remaining();
            progress.report(new Step.Hashing(file, done, total));
        }
        return false;
    }
}
