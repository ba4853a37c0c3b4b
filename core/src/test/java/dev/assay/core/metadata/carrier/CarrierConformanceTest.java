package dev.assay.core.metadata.carrier;

import java.io.IOException;

import dev.assay.core.metadata.SharedFixtures;
import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files of real tools. */
class CarrierConformanceTest {

    @Test
    void readsEveryFileWithoutAComplaint() throws IOException {
        for (var file : SharedFixtures.files("images")) {
            assertThat(CarrierFile.read(file))
                    .as(file.toString())
                    .isInstanceOfSatisfying(
                            CarrierFile.Read.class,
                            image -> assertThat(image.findings()).isEmpty());
        }
    }

    @Test
    void tellsAPngByItsBytesNotItsName() throws IOException {
        var image = read("a1111-png-misnamed-as.jpg");
        assertThat(image.picture().orElseThrow()).isEqualTo(new Picture(512, 512, false));
        assertThat(image.entries()).singleElement().extracting(TextEntry::key).isEqualTo("parameters");
    }

    @Test
    void readsUserCommentsInBothByteOrders() throws IOException {
        assertThat(comment("a1111-jpeg-usercomment-unicode-utf16be.jpg")).startsWith("Peepy");
        assertThat(comment("civitai-jpeg-usercomment-unicode-utf16le.jpg"))
                .startsWith("a poster ad of a broken robot")
                .endsWith("{\"remixOfId\":25236895}");
    }

    @Test
    void findsNoTextInAnEmptyComment() throws IOException {
        assertThat(read("loramanager-jpeg-empty-usercomment.jpg").entries()).isEmpty();
    }

    @Test
    void findsBothGraphsInAnAnimatedWebp() throws IOException {
        var image = read("comfyui-examples-text_to_video_wan.webp");
        assertThat(image.picture().orElseThrow()).isEqualTo(new Picture(832, 480, true));
        assertThat(image.entries()).extracting(TextEntry::key).containsExactly("workflow", "prompt");
    }

    @Test
    void readsTheExifChunkOfAPng() throws IOException {
        assertThat(read("negative-png-exif-ascii-screenshot.png").entries())
                .extracting(TextEntry::carrier)
                .containsExactly("EXIF UserComment", "XMP", "XMP");
    }

    private static String comment(String name) throws IOException {
        return read(name).entries().stream()
                .filter(entry -> entry.key().equals("UserComment"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static CarrierFile.Read read(String name) throws IOException {
        return (CarrierFile.Read)
                CarrierFile.read(SharedFixtures.folder("images").resolve(name));
    }
}
