package dev.assay.models.hash;

import java.nio.ByteBuffer;

import dev.assay.core.hash.Sha256;

/** The SHA-256 of a stretch of a file, fed with the whole file in order. */
final class RangeDigest {

    private final RunningSha256 digest = new RunningSha256();
    private final long from;
    private final long to;

    /**
     * @param from the first byte that counts
     * @param to the first byte that no longer counts
     */
    RangeDigest(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /** Takes the bytes of the buffer that lie in the stretch; the buffer's position stays as it is. */
    void update(ByteBuffer bytes, long position) {
        var first = Math.max(from, position);
        var last = Math.min(to, position + bytes.remaining());
        if (first < last) {
            var start = bytes.position() + Math.toIntExact(first - position);
            digest.update(bytes.slice(start, Math.toIntExact(last - first)));
        }
    }

    Sha256 finish() {
        return digest.soFar();
    }
}
