package dev.assay.replica.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The hashes of a file, under the names and in the forms the site gives them (upper-case hex). BLAKE3 is left out. */
public final class SiteHashes {

    private static final int AUTO_V1_OFFSET = 0x100000;
    private static final int AUTO_V1_LENGTH = 0x10000;
    private static final int AUTO_V1_LEAST_SIZE = 2 << 20;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SiteHashes() {}

    public static Map<String, String> of(Bytes file) {
        var content = file.toArray();
        var sha256 = sha256(content, 0, content.length);
        Map<String, String> hashes = new LinkedHashMap<>();
        if (content.length >= AUTO_V1_LEAST_SIZE) {
            hashes.put("AutoV1", sha256(content, AUTO_V1_OFFSET, AUTO_V1_LENGTH).substring(0, 8));
        }
        hashes.put("AutoV2", sha256.substring(0, 10));
        hashes.put("SHA256", sha256);
        hashes.put("CRC32", crc32(content));
        autoV3(content).ifPresent(hash -> hashes.put("AutoV3", hash));
        return hashes;
    }

    /** First 12 digits of the SHA-256 of the tensors alone; none where the file is no safetensors. */
    private static Optional<String> autoV3(byte[] content) {
        if (content.length < 10) {
            return Optional.empty();
        }
        long header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        if (header < 2 || header > content.length - 8 || content[8] != '{') {
            return Optional.empty();
        }
        int tensors = 8 + (int) header;
        return Optional.of(sha256(content, tensors, content.length - tensors).substring(0, 12));
    }

    /** The site's scanner prints the CRC in little-endian byte order (quirk 62). */
    private static String crc32(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var reversed = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue());
        return HEX.formatHex(reversed.array());
    }

    private static String sha256(byte[] content, int offset, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(content, offset, length);
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
