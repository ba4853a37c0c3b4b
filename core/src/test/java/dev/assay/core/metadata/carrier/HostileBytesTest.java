package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.carrier.Chunks.chunk;
import static dev.assay.core.metadata.carrier.Chunks.deflated;
import static dev.assay.core.metadata.carrier.Chunks.exif;
import static dev.assay.core.metadata.carrier.Chunks.extendedHeader;
import static dev.assay.core.metadata.carrier.Chunks.join;
import static dev.assay.core.metadata.carrier.Chunks.jpeg;
import static dev.assay.core.metadata.carrier.Chunks.latin;
import static dev.assay.core.metadata.carrier.Chunks.png;
import static dev.assay.core.metadata.carrier.Chunks.riff;
import static dev.assay.core.metadata.carrier.Chunks.segment;
import static dev.assay.core.metadata.carrier.Chunks.text;
import static dev.assay.core.metadata.carrier.Chunks.webp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HostileBytesTest {

    private static final byte[] EXIF =
            exif(true, 0x0110, "prompt:{\"1\":{}}", latin("UNICODE\0S\0t\0e\0p\0s\0:\0 \0001\0"));

    private static final List<byte[]> SEEDS = List.of(
            png(
                    text("parameters", "a\nSteps: 1, Seed: 2"),
                    chunk("zTXt", join(latin("a\0\0"), deflated(latin("x".repeat(500))))),
                    chunk("iTXt", join(latin("b\0\1\0\0\0"), deflated(latin("y".repeat(500))))),
                    chunk("eXIf", EXIF)),
            jpeg(segment(0xe1, join(latin("Exif\0\0"), EXIF)), segment(0xfe, latin("comment"))),
            webp(extendedHeader(true), riff("EXIF", EXIF), riff("XMP ", latin("<x/>"))));

    /** 20,000 files, each a real one with a few bytes changed, cut or doubled. */
    @Test
    void survivesWhateverTheBytesSay() {
        var random = new Random(20_251_123);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                var seed = SEEDS.get(i % SEEDS.size());
                assertThat(CarrierFile.read(new Bytes(mutated(seed, random)))).isNotNull();
            }
        });
    }

    @Test
    void doesNotFollowDirectoriesInCircles() throws IOException {
        var circle = exif(false, 0x0131, "x", new byte[0]).clone();
        // The directory of the user comment is said to be the first one again.
        circle[33] = 8;
        assertThat(CarrierFile.read(new Bytes(jpeg(segment(0xe1, join(latin("Exif\0\0"), circle))))))
                .isNotNull();
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var bytes = seed.clone();
        var changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : -random.nextInt(2));
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> join(bytes, bytes);
            default -> bytes;
        };
    }
}
