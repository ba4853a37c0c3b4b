package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.sample.StreamFiles.flac;
import static dev.assay.core.metadata.sample.StreamFiles.mp3;
import static dev.assay.core.metadata.sample.StreamFiles.opus;
import static dev.assay.core.metadata.sample.StreamFiles.webm;
import static org.assertj.core.api.Assertions.assertThat;

/** Films of Matroska, and sound. */
class StreamFilesTest {

    private static final List<String> KEYS = List.of("prompt", "workflow");
    private static final List<String> VALUES = List.of("{\"1\":{}}", "狐");

    @Test
    void readsTagsOfMatroskaBehindAndBeforeTheFilm() throws IOException {
        for (var streamed : new boolean[] {true, false}) {
            var film = Bytes.image(webm(streamed, KEYS, VALUES));
            assertThat(film.format()).isEqualTo(FileFormat.MATROSKA);
            assertThat(film.entries()).isEqualTo(entries("Matroska tag"));
            assertThat(film.picture()).contains(new Picture(640, 480, true));
            assertThat(film.findings()).isEmpty();
        }
    }

    @Test
    void saysWhenAFilmIsCutShort() throws IOException {
        var whole = webm(false, KEYS, VALUES);
        var cut = Bytes.image(Arrays.copyOf(whole, 40));
        assertThat(cut.findings()).extracting(Finding::code).containsExactly("CARRIER_CUT_SHORT");
    }

    @Test
    void readsCommentsOfSound() throws IOException {
        assertThat(Bytes.image(flac(KEYS, VALUES)).entries()).isEqualTo(entries("FLAC comment"));
        assertThat(Bytes.image(opus(KEYS, VALUES)).entries()).isEqualTo(entries("Ogg comment"));
        assertThat(Bytes.image(mp3(KEYS, VALUES)).entries()).isEqualTo(entries("ID3"));
    }

    @Test
    void readsCommentsThatGoOverManyPages() throws IOException {
        var enormous = "x".repeat(200_000);
        assertThat(Bytes.image(opus(List.of("workflow"), List.of(enormous))).entries())
                .containsExactly(new TextEntry("Ogg comment", "workflow", enormous));
    }

    private static List<TextEntry> entries(String carrier) {
        return List.of(
                new TextEntry(carrier, KEYS.getFirst(), VALUES.getFirst()),
                new TextEntry(carrier, KEYS.getLast(), VALUES.getLast()));
    }
}
