package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.sample.HiddenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.core.metadata.sample.Chunks.chunk;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static org.assertj.core.api.Assertions.assertThat;

/** Texts in the lowest bits of pixels. */
class HiddenTextTest {

    private static final String TEXT = "a 狐\nSteps: 20, Seed: 7";

    @ParameterizedTest
    @CsvSource({
        "stealth_pnginfo, PNG alpha channel",
        "stealth_pngcomp, PNG alpha channel",
        "stealth_rgbinfo, PNG colour channels",
        "stealth_rgbcomp, PNG colour channels"
    })
    void findsTextsOfAllFourKinds(String mark, String place) throws IOException {
        for (var filter = 0; filter < 5; filter++) {
            assertThat(hidden(HiddenText.png(mark, TEXT, 64, 48, filter)).entries())
                    .containsExactly(new TextEntry(place, "", TEXT));
        }
    }

    /** Columns of one to a hundred pixels, so that the mark goes over many of them, or over a part of one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000})
    void findsTextsInImagesOfAnyHeight(int height) throws IOException {
        var png = HiddenText.png("stealth_pngcomp", TEXT, 4000 / height + 1, height, 4);
        assertThat(hidden(png).entries()).hasSize(1);
    }

    @Test
    void findsNothingInOrdinaryPixels() throws IOException {
        for (var inAlpha : new boolean[] {true, false}) {
            var file = hidden(HiddenText.png(new byte[0], inAlpha, 64, 48, 4));
            assertThat(file.entries()).isEmpty();
            assertThat(file.findings()).isEmpty();
        }
    }

    @Test
    void readsOnlyAsManyRowsAsTheMarkNeeds() throws IOException {
        var file = new Bytes(HiddenText.png(new byte[0], true, 1000, 600, 1));
        CarrierFile.withHidden(file, (CarrierFile.Read) CarrierFile.read(file));
        assertThat(file.taken()).as("a quarter of it").isLessThan(file.size() / 2);
    }

    @Test
    void refusesLengthsBeyondTheImageAndTextsThatAreDamaged() throws IOException {
        var tooLong = join(
                latin("stealth_pnginfo"),
                ByteBuffer.allocate(4).putInt(8_000_000).array());
        var unpackable =
                join(latin("stealth_pngcomp"), ByteBuffer.allocate(4).putInt(64).array(), utf8("no gzip!"));
        for (var bytes : new byte[][] {tooLong, unpackable}) {
            var file = hidden(HiddenText.png(bytes, true, 64, 48, 0));
            assertThat(file.entries()).isEmpty();
            assertThat(file.findings()).extracting(Finding::code).containsExactly("CARRIER_DAMAGED");
        }
    }

    @Test
    void findsNothingWherePixelsAreCutOffOrNoneAtAll() throws IOException {
        var whole = HiddenText.png("stealth_pnginfo", TEXT, 64, 48, 2);
        for (int length = 40; length < whole.length; length += whole.length / 20) {
            assertThat(hidden(Arrays.copyOf(whole, length))).isNotNull();
        }
        var header = ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 6, 0, 0, 0});
        var claimed = join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[10]));
        assertThat(hidden(claimed).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hidden-lossless-alpha.webp, WebP alpha channel",
        "hidden-lossless-colours.webp, WebP colour channels",
        "hidden-lossy-alpha.webp, WebP alpha channel"
    })
    void findsTextsInWhatAWebpKeepsExactly(String name, String place) throws IOException {
        assertThat(hidden(resource(name)).entries()).containsExactly(new TextEntry(place, "", TEXT));
    }

    @Test
    void leavesAWebpAloneThatKeepsNothingExactly() throws IOException {
        var file = new Bytes(resource("lossy.webp"));
        CarrierFile.withHidden(file, (CarrierFile.Read) CarrierFile.read(file));
        assertThat(file.taken()).as("it was not unpacked").isLessThan(2 * file.size());
        assertThat(hidden(resource("lossy.webp")).entries()).isEmpty();
    }

    @Test
    void findsNothingInADamagedWebp() throws IOException {
        var whole = resource("hidden-lossless-alpha.webp");
        for (int at = 30; at < whole.length; at += 7) {
            var damaged = whole.clone();
            damaged[at] ^= (byte) 0x55;
            assertThat(hidden(damaged)).isNotNull();
            assertThat(hidden(Arrays.copyOf(whole, at))).isNotNull();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = HiddenTextTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    private static CarrierFile.Read hidden(byte[] png) throws IOException {
        var channel = new Bytes(png);
        return CarrierFile.withHidden(channel, (CarrierFile.Read) CarrierFile.read(channel));
    }
}
