package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Arrays;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.exif;
import static dev.assay.core.metadata.sample.Chunks.extendedHeader;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.jpeg;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.riff;
import static dev.assay.core.metadata.sample.Chunks.segment;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static dev.assay.core.metadata.sample.Chunks.webp;
import static org.assertj.core.api.Assertions.assertThat;

class JpegAndWebpTest {

    private static final byte[] EXIF = exif(false, 0x0131, "job 7", utf8("ASCII\0\0\0Steps: 1"));

    @Test
    void readsExifCommentAndXmpOfAJpeg() throws IOException {
        var image = Bytes.image(jpeg(
                segment(0xe0, latin("JFIF")),
                segment(0xe1, join(latin("Exif\0\0"), EXIF)),
                segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0<x/>")),
                segment(0xfe, latin("a comment\0"))));
        assertThat(image.entries())
                .containsExactly(
                        new TextEntry("EXIF Software", "Software", "job 7"),
                        new TextEntry("EXIF UserComment", "UserComment", "Steps: 1"),
                        new TextEntry("XMP", "XML:com.adobe.xmp", "<x/>"),
                        new TextEntry("JPEG comment", "", "a comment"));
        assertThat(image.picture().orElseThrow()).isEqualTo(new Picture(640, 480, false));
    }

    @Test
    void skipsFillBytesBetweenSegments() throws IOException {
        var fill = new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertThat(Bytes.image(jpeg(fill, segment(0xfe, latin("a")))).entries()).hasSize(1);
    }

    @Test
    void readsAWebpThroughOddPaddingWithAndWithoutPrefix() throws IOException {
        for (var prefix : new byte[][] {latin("Exif\0\0"), new byte[0]}) {
            var image = Bytes.image(
                    webp(extendedHeader(true), riff("ICCP", new byte[3]), riff("EXIF", join(prefix, EXIF))));
            assertThat(image.entries()).extracting(TextEntry::text).containsExactly("job 7", "Steps: 1");
            assertThat(image.picture().orElseThrow()).isEqualTo(new Picture(832, 480, true));
        }
    }

    @Test
    void knowsTheSizeOfPlainWebps() throws IOException {
        var lossy = new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) 0x80, 2, (byte) 0xe0, 1};
        var lossless = new byte[] {0x2f, 0x7f, (byte) 0xc2, 0x77, 0};
        for (var chunk : new byte[][] {riff("VP8 ", lossy), riff("VP8L", lossless)}) {
            assertThat(Bytes.image(webp(chunk)).picture().orElseThrow()).isEqualTo(new Picture(640, 480, false));
        }
    }

    @Test
    void takesAnyAsciiTagAsKeyAndJson() throws IOException {
        for (var little : new boolean[] {true, false}) {
            var block = exif(little, 0x8298, "workflow:{\"nodes\":[]}", new byte[0]);
            var image = Bytes.image(webp(extendedHeader(false), riff("EXIF", block)));
            assertThat(image.entries()).containsExactly(new TextEntry("EXIF Copyright", "workflow", "{\"nodes\":[]}"));
        }
    }

    @Test
    void leavesAColonInProseAlone() throws IOException {
        var block = exif(true, 0x010e, "a fox: red", new byte[0]);
        assertThat(Bytes.image(webp(extendedHeader(false), riff("EXIF", block))).entries())
                .containsExactly(new TextEntry("EXIF ImageDescription", "ImageDescription", "a fox: red"));
    }

    @Test
    void saysWhenAnExifTextIsCutOff() throws IOException {
        var block = exif(false, 0x0131, "x", latin("ASCII\0\0\0a long text"));
        var cut = Arrays.copyOf(block, block.length - 15);
        var image = Bytes.image(jpeg(segment(0xe1, join(latin("Exif\0\0"), cut))));
        assertThat(image.findings()).extracting(Finding::code).containsExactly("CARRIER_CUT_SHORT");
        assertThat(image.entries().getLast().text()).startsWith("a ");
    }

    @Test
    void isNoImageWithoutTheBytesOfOne() throws IOException {
        for (var bytes :
                new byte[][] {latin("GIF89a"), new byte[0], latin("<html>"), {(byte) 0xff, (byte) 0xd8, (byte) 0xff}}) {
            assertThat(CarrierFile.read(new Bytes(bytes))).isInstanceOf(CarrierFile.Unknown.class);
        }
    }
}
