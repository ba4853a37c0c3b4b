package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.chunk;
import static dev.assay.core.metadata.sample.Chunks.deflated;
import static dev.assay.core.metadata.sample.Chunks.exif;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.jpeg;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.png;
import static dev.assay.core.metadata.sample.Chunks.segment;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static org.assertj.core.api.Assertions.assertThat;

/** Texts within texts: XMP, raw profiles, content credentials, EXIF in pieces; and GIF. */
class PackedTextsTest {

    private static final String XMP = """
            <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
            <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'
              xmp:CreatorTool='Draw Things'>
            <exif:UserComment><rdf:Alt><rdf:li xml:lang='x-default'>{"c":"a &amp; b"}</rdf:li></rdf:Alt></exif:UserComment>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end='w'?>""";

    @Test
    void readsTellingPropertiesOfXmp() throws IOException {
        var image = Bytes.image(png(chunk("iTXt", join(latin("XML:com.adobe.xmp\0\0\0\0\0"), utf8(XMP)))));
        assertThat(image.entries())
                .hasSize(3)
                .contains(
                        new TextEntry("XMP", "xmp:CreatorTool", "Draw Things"),
                        new TextEntry("XMP", "exif:UserComment", "{\"c\":\"a & b\"}"));
    }

    @Test
    void fetchesNothingThatXmpNames() throws IOException {
        var evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + XMP.replace("a &amp; b", "&e;");
        var image = Bytes.image(jpeg(segment(0xe1, join(latin("http://ns.adobe.com/xap/1.0/\0"), utf8(evil)))));
        assertThat(image.entries()).extracting(TextEntry::text).noneMatch(text -> text.contains("root:"));
    }

    @Test
    void putsExifTogetherThatGoesOverSegments() throws IOException {
        var graph = "prompt:{\"x\":\"" + "y".repeat(150_000) + "\"}";
        var block = exif(true, 0x010f, graph, new byte[0]);
        var pieces = new byte[3][];
        for (int i = 0; i < 3; i++) {
            var piece = Arrays.copyOfRange(block, i * 60_000, Math.min((i + 1) * 60_000, block.length));
            pieces[i] = segment(0xe1, join(latin("Exif\0\0"), piece));
        }
        var image = Bytes.image(jpeg(pieces));
        assertThat(image.entries())
                .containsExactly(new TextEntry("EXIF Make", "prompt", graph.substring("prompt:".length())));
        assertThat(image.findings()).isEmpty();
    }

    @Test
    void readsTheRawProfilesOfImageMagick() throws IOException {
        var block = join(latin("Exif\0\0"), exif(false, 0x0131, "x", utf8("ASCII\0\0\0Steps: 1")));
        var hex = HexFormat.of().formatHex(block).replaceAll("(.{72})", "$1\n");
        var text = "\nexif\n    " + block.length + "\n" + hex + "\n";
        var image = Bytes.image(png(chunk("zTXt", join(latin("Raw profile type exif\0\0"), deflated(latin(text))))));
        assertThat(image.entries()).contains(new TextEntry("EXIF UserComment", "UserComment", "Steps: 1"));
    }

    @Test
    void readsWhoMadeItFromContentCredentials() throws IOException {
        var claim = join(
                latin("jumb....oclaim_generator"),
                new byte[] {0x6b},
                latin("OpenAI-API "),
                latin("qdigitalSourceType"),
                new byte[] {0x78, 30},
                latin("http://a/trainedAlgorithmicMed"));
        for (var image : new byte[][] {png(chunk("caBX", claim)), jpeg(segment(0xeb, claim))}) {
            assertThat(Bytes.image(image).entries())
                    .containsExactly(
                            new TextEntry("C2PA", "claim_generator", "OpenAI-API "),
                            new TextEntry("C2PA", "digitalSourceType", "http://a/trainedAlgorithmicMed"));
        }
    }

    @Test
    void readsCommentsOfAGif() throws IOException {
        var screen = new byte[] {(byte) 0x80, 2, (byte) 0xe0, 1, (byte) 0x80, 0, 0, 1, 2, 3, 4, 5, 6};
        var comment = "Steps: 1, ".repeat(40);
        var pieces = join(
                new byte[] {(byte) 255},
                latin(comment.substring(0, 255)),
                new byte[] {(byte) 145},
                latin(comment.substring(255)),
                new byte[1]);
        var frame = join(latin(","), new byte[9], new byte[] {2, 3, 1, 1, 1, 0});
        var gif = join(latin("GIF89a"), screen, frame, latin("!\u00fe"), pieces, frame, latin(";"));
        var image = Bytes.image(gif);
        assertThat(image.entries()).containsExactly(new TextEntry("GIF comment", "", comment));
        assertThat(image.picture()).contains(new Picture(640, 480, true));
        assertThat(Bytes.image(Arrays.copyOf(gif, gif.length - 9)).findings())
                .extracting(Finding::code)
                .containsExactly("CARRIER_CUT_SHORT");
    }
}
