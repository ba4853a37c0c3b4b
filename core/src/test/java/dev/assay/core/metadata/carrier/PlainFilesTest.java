package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static org.assertj.core.api.Assertions.assertThat;

/** Files that are text, or begin with it. */
class PlainFilesTest {

    @Test
    void readsTextAndJsonInAnyUsualEncoding() throws IOException {
        for (var bytes : new byte[][] {
            utf8("狐\nSteps: 1"),
            utf8("\ufeff狐\nSteps: 1\n"),
            "\ufeff狐\nSteps: 1".getBytes(StandardCharsets.UTF_16LE),
            "\ufeff狐\nSteps: 1".getBytes(StandardCharsets.UTF_16BE)
        }) {
            var file = Bytes.image(bytes);
            assertThat(file.format()).isEqualTo(FileFormat.TEXT);
            assertThat(file.entries()).containsExactly(new TextEntry("text file", "", "狐\nSteps: 1"));
        }
        assertThat(Bytes.image(utf8(" {\"a\":1}")).format()).isEqualTo(FileFormat.JSON);
    }

    @Test
    void takesATextThatBeginsWithATagForNoMarkup() throws IOException {
        for (var text :
                new String[] {"<lora:a:0.8> a fox\nSteps: 1", "<segment:face> a fox\nSteps: 1", "<3 a fox\nSteps: 1"}) {
            assertThat(Bytes.image(utf8(text)).entries()).containsExactly(new TextEntry("text file", "", text));
        }
    }

    @Test
    void readsTheMetadataOfAnSvg() throws IOException {
        var svg = Bytes.image(
                utf8("<?xml version=\"1.0\"?><svg width=\"640\" height=\"480\"><metadata><![CDATA[{\"prompt\":{}}]]>"
                        + "</metadata></svg>"));
        assertThat(svg.entries()).containsExactly(new TextEntry("SVG metadata", "", "{\"prompt\":{}}"));
        assertThat(svg.picture()).contains(new Picture(640, 480, false));
    }

    @Test
    void readsTheExtrasOfAScene() throws IOException {
        var json = utf8("{\"asset\":{\"version\":\"2.0\",\"extras\":{\"prompt\":\"{}\",\"workflow\":{\"nodes\":[]}}}}");
        var glb = join(latin("glTF"), little(2), little(20 + json.length), little(json.length), latin("JSON"), json);
        assertThat(Bytes.image(glb).entries())
                .containsExactly(
                        new TextEntry("GLB extras", "prompt", "{}"),
                        new TextEntry("GLB extras", "workflow", "{\"nodes\":[]}"));
    }

    @Test
    void readsTheMetadataOfASafetensorsFile() throws IOException {
        var header = utf8(
                "{\"__metadata__\":{\"prompt\":\"{}\"},\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
        var file = join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .array(),
                header,
                new byte[4]);
        assertThat(Bytes.image(file).entries()).containsExactly(new TextEntry("safetensors metadata", "prompt", "{}"));
    }

    @Test
    void isNothingWhereTheBytesSaySo() throws IOException {
        for (var bytes : new byte[][] {
            utf8("<html><body>No such image</body></html>"),
            latin("PK\3\4 a zip"),
            {0, 1, 2, 3},
            utf8("text with a zero\0 in it"),
            latin("caf\u00e9 in Latin-1")
        }) {
            assertThat(CarrierFile.read(new Bytes(bytes))).isInstanceOf(CarrierFile.Unknown.class);
        }
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
