package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Arrays;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.chunk;
import static dev.assay.core.metadata.sample.Chunks.deflated;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.png;
import static dev.assay.core.metadata.sample.Chunks.text;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static org.assertj.core.api.Assertions.assertThat;

class PngTest {

    private static final byte[] PIXELS = chunk("IDAT", new byte[100_000]);

    @Test
    void readsTextsBeforeAndBehindThePixels() throws IOException {
        var image = Bytes.image(png(text("parameters", "a"), PIXELS, text("prompt", "{}")));
        assertThat(image.entries())
                .containsExactly(
                        new TextEntry("PNG tEXt", "parameters", "a"), new TextEntry("PNG tEXt", "prompt", "{}"));
        assertThat(image.picture().orElseThrow()).isEqualTo(new Picture(640, 480, false));
        assertThat(image.findings()).isEmpty();
    }

    @Test
    void readsTextsBehindTheEnd() throws IOException {
        var image = Bytes.image(join(png(), text("workflow", "{}")));
        assertThat(image.entries()).containsExactly(new TextEntry("PNG tEXt", "workflow", "{}"));
    }

    @Test
    void stopsAtWhatIsNoChunk() throws IOException {
        var image = Bytes.image(join(png(text("a", "b")), latin("\0\0\0\1not a chunk")));
        assertThat(image.entries()).hasSize(1);
    }

    @Test
    void takesUtf8WhereTheTextIsValidUtf8() throws IOException {
        var raw = join(latin("parameters"), new byte[1], utf8("狐 fox"));
        assertThat(Bytes.image(png(chunk("tEXt", raw))).entries().getFirst().text())
                .isEqualTo("狐 fox");
        assertThat(Bytes.image(png(text("a", "café"))).entries().getFirst().text())
                .isEqualTo("café");
    }

    @Test
    void readsCompressedAndInternationalTexts() throws IOException {
        var packed = join(latin("a"), new byte[2], deflated(latin("packed")));
        var international = join(latin("b"), new byte[1], new byte[] {1, 0}, latin("en\0key\0"), deflated(utf8("狐")));
        var plain = join(latin("c"), new byte[1], new byte[] {0, 0}, latin("\0\0"), utf8("犬"));
        var image = Bytes.image(png(chunk("zTXt", packed), chunk("iTXt", international), chunk("iTXt", plain)));
        assertThat(image.entries()).extracting(TextEntry::text).containsExactly("packed", "狐", "犬");
    }

    @Test
    void refusesToUnpackABomb() throws IOException {
        var bomb = join(latin("a"), new byte[2], deflated(new byte[40 << 20]));
        var image = Bytes.image(png(chunk("zTXt", bomb), text("b", "c")));
        assertThat(image.entries()).extracting(TextEntry::key).containsExactly("b");
        assertThat(image.findings()).extracting(Finding::code).containsExactly("CARRIER_TOO_LARGE");
    }

    @Test
    void keepsATextWithAWrongChecksumAndSaysSo() throws IOException {
        var broken = text("parameters", "a");
        broken[broken.length - 1] ^= 1;
        var image = Bytes.image(png(broken));
        assertThat(image.entries()).hasSize(1);
        assertThat(image.findings()).extracting(Finding::code).containsExactly("CARRIER_DAMAGED");
    }

    @Test
    void saysWhenTheFileIsCutShort() throws IOException {
        var whole = png(text("parameters", "a long text"));
        var image = Bytes.image(Arrays.copyOf(whole, whole.length - 20));
        assertThat(image.findings()).extracting(Finding::code).contains("CARRIER_CUT_SHORT");
    }

    @Test
    void seesThatAPngIsAnimatedAndReadsItsGraph() throws IOException {
        var graph = chunk("comf", join(latin("prompt"), new byte[1], latin("{}")));
        var image = Bytes.image(png(chunk("acTL", new byte[8]), PIXELS, graph));
        assertThat(image.picture().orElseThrow().animated()).isTrue();
        assertThat(image.entries()).containsExactly(new TextEntry("PNG comf", "prompt", "{}"));
    }

    @Test
    void leavesPixelsUnread() throws IOException {
        var file = new Bytes(png(chunk("IDAT", new byte[5_000_000]), text("a", "b")));
        CarrierFile.read(file);
        assertThat(file.taken()).isLessThan(1000);
    }

    @Test
    void leavesAnEnormousTextUnread() throws IOException {
        var image = Bytes.image(png(text("a", "x".repeat((16 << 20) + 1))));
        assertThat(image.entries()).isEmpty();
        assertThat(image.findings()).extracting(Finding::code).containsExactly("CARRIER_TOO_LARGE");
    }

    @Test
    void stopsAfterTwoHundredTexts() throws IOException {
        var many = new byte[500][];
        Arrays.fill(many, text("a", "b"));
        assertThat(Bytes.image(png(many)).entries()).hasSize(200);
    }
}
