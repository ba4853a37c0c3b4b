package dev.assay.civitai.journal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Digest;
import dev.assay.civitai.ask.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final URI ASKED = URI.create("https://civitai.com/api/v1/images?imageId=1");
    private static final URI OTHER = URI.create("https://civitai.com/api/v1/images?imageId=2");

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(folder, new Bounds(1000, 10));
    }

    @Test
    void givesBackOnlyWhatWasProven() throws IOException {
        record(ASKED, "{\"id\":1}", 0);
        assertThat(journal.find(ASKED)).isEmpty();
        validate(ASKED, "{\"id\":1}");
        assertThat(journal.find(ASKED).orElseThrow().body()).isEqualTo("{\"id\":1}");
        assertThat(journal.list()).singleElement().satisfies(entry -> {
            assertThat(entry.asked()).isEqualTo(ASKED.toString());
            assertThat(entry.validated()).isTrue();
            assertThat(entry.at()).isEqualTo(AT);
        });
    }

    @Test
    void provesNoOtherQuestionByTheSameAnswer() {
        record(ASKED, "{\"items\":[]}", 0);
        record(OTHER, "{\"items\":[]}", 1);
        validate(OTHER, "{\"items\":[]}");
        assertThat(journal.find(ASKED)).isEmpty();
        assertThat(journal.find(OTHER)).isPresent();
    }

    @Test
    void prefersTheNewestProvenAnswer() {
        record(ASKED, "\"old\"", 0);
        validate(ASKED, "\"old\"");
        record(ASKED, "\"new\"", 1);
        validate(ASKED, "\"new\"");
        record(ASKED, "\"foreign\"", 2);
        assertThat(journal.find(ASKED).orElseThrow().body()).isEqualTo("\"new\"");
    }

    @Test
    void letsTheOldestGoWhereThereAreTooMany() throws IOException {
        for (int i = 0; i < 15; i++) {
            record(ASKED, "\"" + i + "\"", i);
        }
        assertThat(journal.list()).hasSize(10);
        assertThat(journal.list().getLast().at()).isEqualTo(AT.plusSeconds(5));
        assertThat(files("bodies")).hasSize(10);
    }

    @Test
    void letsTheOldestGoWhereTheyAreTooLarge() throws IOException {
        for (int i = 0; i < 5; i++) {
            record(ASKED, "\"" + i + "x".repeat(395) + "\"", i);
        }
        assertThat(journal.list()).hasSize(2);
        assertThat(files("bodies")).hasSize(2);
    }

    @Test
    void keepsABodyAsLongAsAnyAnswerHasIt() throws IOException {
        for (int i = 0; i < 30; i++) {
            record(ASKED, "\"same\"", i);
        }
        assertThat(files("bodies")).hasSize(1);
        assertThat(journal.show(Digest.of("\"same\"").substring(0, 8))).isPresent();
    }

    @Test
    void skipsWhatIsDamaged() throws IOException {
        record(ASKED, "\"one\"", 0);
        validate(ASKED, "\"one\"");
        record(ASKED, "\"two\"", 1);
        validate(ASKED, "\"two\"");
        Files.writeString(folder.resolve("bodies").resolve(Digest.of("\"two\"")), "\"evil\"");
        assertThat(journal.find(ASKED).orElseThrow().body()).isEqualTo("\"one\"");
        for (var entry : files("entries")) {
            Files.writeString(entry, "{\"asked\":");
        }
        assertThat(journal.find(ASKED)).isEmpty();
        assertThat(journal.list()).isEmpty();
        Files.writeString(folder.resolve("entries").resolve("notes.txt"), "mine");
        assertThat(journal.list()).isEmpty();
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void clearsUpAfterAKilledProcessButNotALivingOne() throws IOException {
        record(ASKED, "\"one\"", 0);
        var orphan = Files.writeString(folder.resolve("bodies").resolve("0".repeat(64)), "x");
        var unfinished = Files.writeString(folder.resolve("entries").resolve(".1.tmp"), "x");
        var fresh = Files.writeString(folder.resolve("bodies").resolve("1".repeat(64)), "x");
        var twoHoursAgo = FileTime.from(AT.minusSeconds(7200));
        Files.setLastModifiedTime(orphan, twoHoursAgo);
        Files.setLastModifiedTime(unfinished, twoHoursAgo);
        Files.setLastModifiedTime(fresh, FileTime.from(AT));
        journal = new Journal(folder, Bounds.DEFAULT);
        record(OTHER, "\"two\"", 1);
        assertThat(orphan).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void standsManyWritersAtOnce() throws IOException {
        var writers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> write(new Journal(folder, new Bounds(1000, 10)), n)))
                .toList();
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();
        assertThat(journal.list()).hasSizeBetween(1, 10);
        assertThat(files("entries")).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private static void write(Journal journal, int writer) {
        for (int i = 0; i < 30; i++) {
            var body = "\"" + (i % 7) + "\"";
            journal.record(new Ledger.Exchange(
                    ASKED, 200, AT.plusSeconds(writer * 100L + i), "application/json", body, Digest.of(body)));
        }
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void tellsTroubleWithTheDiskOnceAndFailsNobody() throws IOException {
        var blocked = Files.writeString(folder.resolve("a file"), "in the way");
        journal = new Journal(blocked, Bounds.DEFAULT);
        record(ASKED, "\"one\"", 0);
        record(ASKED, "\"two\"", 1);
        assertThat(journal.trouble())
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo("JOURNAL_TROUBLE"));
    }

    @Test
    void clearsEverything() throws IOException {
        record(ASKED, "\"one\"", 0);
        assertThat(journal.clear()).isEqualTo(1);
        assertThat(journal.list()).isEmpty();
        assertThat(files("bodies")).isEmpty();
        assertThat(new Journal(folder.resolve("nowhere"), Bounds.DEFAULT).list())
                .isEmpty();
    }

    private void record(URI asked, String body, int second) {
        journal.record(
                new Ledger.Exchange(asked, 200, AT.plusSeconds(second), "application/json", body, Digest.of(body)));
    }

    private void validate(URI asked, String body) {
        journal.validate(new Answer.Received(asked, Digest.of(body), AT, false));
    }

    private List<Path> files(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
