package dev.assay.models.hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** Reads files once, from start to end, to learn their digests. */
public final class FileHasher {

    /** One direct mebibyte: as fast as a memory map, which faults where a file is cut while it is read. */
    private static final int BUFFER = 1 << 20;

    private static final long AUTO_V1_FROM = 0x100000;
    private static final long AUTO_V1_LENGTH = 0x10000;
    private static final long AUTO_V1_SMALLEST_FILE = 2L << 20;

    private FileHasher() {}

    /** The SHA-256 of a whole file; empty where it was cancelled. */
    public static Optional<Sha256> sha256(Path file, Progress progress) throws IOException {
        var whole = new RangeDigest(0, Long.MAX_VALUE);
        return readWhole(file, whole::update, progress) ? Optional.of(whole.finish()) : Optional.empty();
    }

    /** All digests of a file, in one pass; empty where it was cancelled. */
    public static Optional<Digests> digests(Path file, Progress progress) throws IOException {
        var whole = new RangeDigest(0, Long.MAX_VALUE);
        var autoV1 = new RangeDigest(AUTO_V1_FROM, AUTO_V1_FROM + AUTO_V1_LENGTH);
        var crc32 = new CRC32();
        var tensorsAt = TensorStart.of(file);
        var tensors = new RangeDigest(tensorsAt.orElse(Long.MAX_VALUE), Long.MAX_VALUE);
        var size = new long[1];
        var finished = readWhole(
                file,
                (bytes, position) -> {
                    whole.update(bytes, position);
                    autoV1.update(bytes, position);
                    tensors.update(bytes, position);
                    crc32.update(bytes.duplicate());
                    size[0] = position + bytes.remaining();
                },
                progress);
        if (!finished) {
            return Optional.empty();
        }
        return Optional.of(new Digests(
                size[0],
                whole.finish(),
                size[0] < AUTO_V1_SMALLEST_FILE ? Optional.empty() : Optional.of(head(autoV1.finish(), 8)),
                tensorsAt.isPresent() ? Optional.of(tensors.finish()) : Optional.empty(),
                new ShortHash(HexFormat.of().toHexDigits(Integer.reverseBytes((int) crc32.getValue())))));
    }

    private static ShortHash head(Sha256 hash, int digits) {
        return new ShortHash(hash.hex().substring(0, digits));
    }

    private interface Sink {
        void take(ByteBuffer bytes, long position);
    }

    private static boolean readWhole(Path file, Sink sink, Progress progress) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocateDirect(BUFFER);
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
}
