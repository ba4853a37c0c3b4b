package dev.assay.models.hash;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;

/** All digests of one file, fed with it in order (facts on hashes: civitai/model-scanner, {@code HashTask.cs}). */
final class RunningDigests {

    private static final long AUTO_V1_FROM = 0x100000;
    private static final long AUTO_V1_LENGTH = 0x10000;
    private static final long AUTO_V1_SMALLEST_FILE = 2L << 20;

    private final RangeDigest whole = new RangeDigest(0, Long.MAX_VALUE);
    private final RangeDigest autoV1 = new RangeDigest(AUTO_V1_FROM, AUTO_V1_FROM + AUTO_V1_LENGTH);
    private final CRC32 crc32 = new CRC32();
    private final Optional<RangeDigest> tensors;
    private long size;

    /** @param tensorsAt where the tensors of a safetensors file begin; empty for any other file */
    RunningDigests(OptionalLong tensorsAt) {
        this.tensors = tensorsAt.isPresent()
                ? Optional.of(new RangeDigest(tensorsAt.getAsLong(), Long.MAX_VALUE))
                : Optional.empty();
    }

    void update(ByteBuffer bytes, long position) {
        updateWhole(bytes, position);
        updateTensors(bytes, position);
    }

    /** All but the tensors' digest, which takes as long as all others together. */
    void updateWhole(ByteBuffer bytes, long position) {
        whole.update(bytes, position);
        autoV1.update(bytes, position);
        crc32.update(bytes.duplicate());
        size = position + bytes.remaining();
    }

    void updateTensors(ByteBuffer bytes, long position) {
        tensors.ifPresent(digest -> digest.update(bytes, position));
    }

    boolean hasTensors() {
        return tensors.isPresent();
    }

    Digests finish() {
        return new Digests(
                size,
                whole.finish(),
                size < AUTO_V1_SMALLEST_FILE ? Optional.empty() : Optional.of(head(autoV1.finish(), 8)),
                tensors.map(RangeDigest::finish),
                new ShortHash(HexFormat.of().toHexDigits(Integer.reverseBytes((int) crc32.getValue()))));
    }

    private static ShortHash head(Sha256 hash, int digits) {
        return new ShortHash(hash.hex().substring(0, digits));
    }
}
