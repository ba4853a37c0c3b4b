package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.assay.core.metadata.sample.SampleCarrier;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.exif;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.jpeg;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HostileBytesTest {

    private static final List<byte[]> SEEDS = SampleCarrier.all().stream()
            .map(carrier -> carrier.writer()
                    .write(List.of("parameters", "prompt"), List.of("a\nSteps: 1, Seed: 2", "{\"1\":{}}")))
            .toList();

    /** 20,000 files, each a real one with a few bytes changed, cut or doubled. */
    @Test
    void survivesWhateverTheBytesSay() {
        var random = new Random(20_251_123);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                var seed = SEEDS.get(i % SEEDS.size());
                var file = new Bytes(mutated(seed, random));
                if (CarrierFile.read(file) instanceof CarrierFile.Read read) {
                    assertThat(CarrierFile.withHidden(file, read)).isNotNull();
                }
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
            // Lengths and tables stand in front; most of a file's trouble comes from there.
            bytes[random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 200))] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : -random.nextInt(2));
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> join(bytes, bytes);
            default -> bytes;
        };
    }
}
