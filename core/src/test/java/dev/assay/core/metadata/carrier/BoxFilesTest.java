package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.sample.IsoFiles.Item;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.Chunks.exif;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static dev.assay.core.metadata.sample.IsoFiles.appleTag;
import static dev.assay.core.metadata.sample.IsoFiles.box;
import static dev.assay.core.metadata.sample.IsoFiles.brotliStored;
import static dev.assay.core.metadata.sample.IsoFiles.four;
import static dev.assay.core.metadata.sample.IsoFiles.heif;
import static dev.assay.core.metadata.sample.IsoFiles.jxl;
import static dev.assay.core.metadata.sample.IsoFiles.jxlCodestream;
import static dev.assay.core.metadata.sample.IsoFiles.keyedTags;
import static dev.assay.core.metadata.sample.IsoFiles.largeBox;
import static dev.assay.core.metadata.sample.IsoFiles.movie;
import static org.assertj.core.api.Assertions.assertThat;

/** Files made of boxes: AVIF, HEIF, JPEG XL, MP4 and MOV. */
class BoxFilesTest {

    private static final byte[] EXIF = exif(true, 0x0131, "job 7", utf8("ASCII\0\0\0Steps: 1"));
    private static final Picture PICTURE = new Picture(640, 480, false);

    @Test
    void readsExifAndXmpOfAvifAndHeif() throws IOException {
        for (var brand : List.of("avif", "heic")) {
            var image = Bytes.image(heif(brand, Item.exif(EXIF), Item.xmp("<x/>")));
            assertThat(image.format()).isEqualTo(brand.equals("avif") ? FileFormat.AVIF : FileFormat.HEIF);
            assertThat(image.entries()).extracting(TextEntry::text).containsExactly("job 7", "Steps: 1", "<x/>");
            assertThat(image.picture()).as("not the thumbnail").contains(PICTURE);
            assertThat(image.findings()).isEmpty();
        }
    }

    @Test
    void readsBoxesOfJpegXlPackedAndNot() throws IOException {
        var offset = join(four(0), EXIF);
        var comf = join(latin("prompt\0"), latin("{}"));
        for (var boxes : List.of(
                List.of(box("Exif", offset), box("comf", comf)),
                List.of(
                        box("brob", latin("Exif"), brotliStored(offset)),
                        box("brob", latin("comf"), brotliStored(comf))))) {
            var image = Bytes.image(jxl(boxes.getFirst(), boxes.getLast()));
            assertThat(image.entries())
                    .containsExactly(
                            new TextEntry("EXIF Software", "Software", "job 7"),
                            new TextEntry("EXIF UserComment", "UserComment", "Steps: 1"),
                            new TextEntry("JPEG XL comf", "prompt", "{}"));
            assertThat(image.picture()).contains(PICTURE);
        }
    }

    @Test
    void readsWhatTheUsualToolPacked() throws IOException {
        // Made by cjxl 0.7 of a JPEG in which exiftool had written the comment.
        var packed = Base64.getDecoder()
                .decode(
                        "GzMBAMSvX9P9AbJx/GSgcIBbAHJ1B2Ec31qUKJSLLc+4S7oLgML3Lki6YDbZ3URmc5nB9IatHeyAhwB539xQqdYYhUWKwoLIuhTp4EdRoKDZFUhivDYotOfP1E4hEX4jitIekhRVeRdUIhCkjxd8Ib7/96YsSf/ig69WJ+ng6eji4hcH1d4c2+3e0GGXpQ1rN3FbqTnjxrSC/rDX6Y8ZruMnnsaV/oihSGt4cjr9dmXIOJm0K0M4azg6PcPIc9oVhrmGp0rFZ2jKGp4aywpDl5U5n9dw0/MrbdSdUZ0hyYqq6YZp2bNkdAA=");
        var image = Bytes.image(jxl(box("brob", latin("Exif"), packed)));
        assertThat(image.entries()).extracting(TextEntry::key).contains("UserComment");
        assertThat(image.entries().getLast().text()).startsWith("a fox").endsWith("Model: m");
    }

    @Test
    void readsTheBareCodestreamOfAJpegXlAsSilent() throws IOException {
        var image = Bytes.image(jxlCodestream());
        assertThat(image.entries()).isEmpty();
        assertThat(image.picture()).contains(PICTURE);
    }

    @Test
    void refusesToUnpackABombOfBrotli() throws IOException {
        // Four bytes of it stand for a megabyte of zeros; here are many.
        var broken = box("brob", latin("xml "), new byte[] {(byte) 0xff, (byte) 0xff, 1, 2, 3});
        var image = Bytes.image(jxl(broken, box("comf", latin("prompt\0{}"))));
        assertThat(image.entries()).hasSize(1);
        assertThat(image.findings()).extracting(Finding::code).containsExactly("CARRIER_DAMAGED");
    }

    @Test
    void readsTagsOfFilmsOfEveryKind() throws IOException {
        var tags = keyedTags(List.of("prompt", "workflow"), List.of("{\"1\":{}}", "{}"));
        for (var film : List.of(movie("isom", box("udta", tags)), movie("qt  ", tags), join(movie("isom"), tags))) {
            var read = Bytes.image(film);
            assertThat(read.format()).isEqualTo(FileFormat.MP4);
            assertThat(read.entries())
                    .containsExactly(
                            new TextEntry("MP4 tag", "prompt", "{\"1\":{}}"),
                            new TextEntry("MP4 tag", "workflow", "{}"));
            assertThat(read.picture()).contains(new Picture(640, 480, true));
        }
    }

    @Test
    void readsCommentsAndBoxesOfTheirOwnInFilms() throws IOException {
        var film = movie(
                "isom",
                appleTag("\u00a9cmt", "Steps: 1"),
                box("udta", box("wflo", latin("{}")), box("\u00a9des", new byte[] {0, 3, 0, 0}, latin("abc"))));
        assertThat(Bytes.image(film).entries())
                .containsExactly(
                        new TextEntry("MP4 tag", "\u00a9cmt", "Steps: 1"),
                        new TextEntry("MP4 wflo", "workflow", "{}"),
                        new TextEntry("MP4 tag", "\u00a9des", "abc"));
    }

    @Test
    void leavesTheFilmItselfUnread() throws IOException {
        var film = new Bytes(join(
                box("ftyp", latin("isom"), four(0)),
                largeBox("mdat", new byte[3_000_000]),
                box("moov", keyedTags(List.of("prompt"), List.of("{}")))));
        assertThat(((CarrierFile.Read) CarrierFile.read(film)).entries()).hasSize(1);
        assertThat(film.taken()).isLessThan(20_000);
    }

    @Test
    void saysThatAFilmLostItsIndex() throws IOException {
        var cut = Bytes.image(join(box("ftyp", latin("isom"), four(0)), box("mdat", new byte[100])));
        assertThat(cut.findings()).extracting(Finding::code).containsExactly("CARRIER_CUT_SHORT");
        assertThat(cut.picture()).isEmpty();
    }
}
