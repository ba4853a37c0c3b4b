package dev.assay.models.hash;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileHasherTest {

    @TempDir
    Path folder;

    private static String sha256(byte[] bytes, int from, int to) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(bytes, from, to));
        return HexFormat.of().formatHex(digest);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    /** The vector of the site's own scanner: its CRC32 is in reverse byte order, a small file has no AutoV1. */
    @Test
    void agreesWithTheSitesScanner() throws IOException {
        var digests = FileHasher.digests(file("hello world".getBytes(StandardCharsets.UTF_8)), Progress.silent())
                .orElseThrow();
        assertThat(digests.sha256().hex()).startsWith("b94d27b9").endsWith("cde9");
        assertThat(digests.sha256().autoV2()).isEqualTo("b94d27b993");
        assertThat(digests.crc32().hex()).isEqualTo("85114a0d");
        assertThat(digests.autoV1()).isEmpty();
        assertThat(digests.autoV3()).isEmpty();
        assertThat(digests.size()).isEqualTo(11);
    }

    @Test
    void readsAllDigestsInOnePassAcrossBuffers() throws Exception {
        var bytes = new byte[(3 << 20) + 17];
        new Random(3).nextBytes(bytes);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1_500_000).put((byte) '{');
        var digests = FileHasher.digests(file(bytes), Progress.silent()).orElseThrow();
        assertThat(digests.sha256().hex()).isEqualTo(sha256(bytes, 0, bytes.length));
        assertThat(digests.autoV1().orElseThrow().hex())
                .isEqualTo(sha256(bytes, 0x100000, 0x110000).substring(0, 8));
        assertThat(digests.autoV3().orElseThrow().hex())
                .isEqualTo(sha256(bytes, 1_500_008, bytes.length).substring(0, 12));
        assertThat(FileHasher.sha256(file(bytes), Progress.silent())).contains(digests.sha256());
    }

    @Test
    void readsLargeFilesWithTwoThreadsToTheSameEnd() throws Exception {
        var bytes = new byte[(64 << 20) + 4321];
        new Random(4).nextBytes(bytes);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1000).put((byte) '{');
        var digests = FileHasher.digests(file(bytes), Progress.silent()).orElseThrow();
        assertThat(digests.sha256().hex()).isEqualTo(sha256(bytes, 0, bytes.length));
        assertThat(digests.tensors().orElseThrow().hex()).isEqualTo(sha256(bytes, 1008, bytes.length));
        assertThat(digests.size()).isEqualTo(bytes.length);
    }

    @Test
    void tellsHowFarItIsAndEndsWhenCancelled() throws IOException {
        var file = file(new byte[3 << 20]);
        var steps = new ArrayList<Step>();
        assertThat(FileHasher.sha256(file, steps::add)).isPresent();
        assertThat(steps).hasSize(3).last().isEqualTo(new Step.Hashing(file, 3 << 20, 3 << 20));
        var cancelled = new Progress() {
            @Override
            public void report(Step step) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(FileHasher.sha256(file, cancelled)).isEmpty();
        assertThat(FileHasher.digests(file, cancelled)).isEmpty();
    }

    @Test
    void takesASizeInKibibytesAsRoundedEitherWay() {
        var range = SizeRange.aboutKibibytes(new BigDecimal("2082642.474609375"));
        assertThat(range.contains(2132625894L)).isTrue();
        assertThat(range.max() - range.min()).isEqualTo(2048);
        assertThat(SizeRange.aboutKibibytes(BigDecimal.ZERO)).isEqualTo(SizeRange.unknown());
        assertThat(SizeRange.aboutKibibytes(new BigDecimal("1e300"))).isEqualTo(SizeRange.unknown());
    }
}
