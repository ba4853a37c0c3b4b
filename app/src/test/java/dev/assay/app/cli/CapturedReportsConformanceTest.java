package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.sample.Captured;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every answer about an image that was captured from the real site, served as it was captured, gives the report that it
 * should: what the site's own words say, no more and no less. Needs ../shared.
 */
class CapturedReportsConformanceTest {

    private static final Map<String, Json> REPORTS = Told.table("captured-reports.json");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> tellsWhatTheAnswersSay() throws IOException {
        return answers()
                .flatMap(answer -> Stream.of(true, false)
                        .map(withKey -> DynamicTest.dynamicTest(
                                name(answer) + (withKey ? " with a key" : " without a key"),
                                () -> tellsWhatItSays(answer, withKey))));
    }

    private void tellsWhatItSays(Path answer, boolean withKey) throws IOException {
        var entry = entry(answer);
        assertThat(Told.of(show(answer, withKey))).isEqualTo(Told.expected(entry, withKey));
    }

    @TestFactory
    Stream<DynamicTest> callsModelsAsTheSitesRowsDo() throws IOException {
        return answers()
                .filter(answer ->
                        !json(answer).at("trpc").at("resources").items().isEmpty())
                .map(answer -> DynamicTest.dynamicTest(name(answer), () -> callsModelsAsItsRowsDo(answer)));
    }

    private void callsModelsAsItsRowsDo(Path answer) throws IOException {
        var report = show(answer, true);
        var clues = report.at("ingredients").items().stream()
                .flatMap(one -> one.at("clues").items().stream())
                .map(clue -> clue.text().orElseThrow())
                .toList();
        assertThat(json(answer).at("trpc").at("resources").items())
                .allSatisfy(row -> assertThat(clues)
                        .contains(
                                "model version "
                                        + row.at("modelVersionId").scalar().orElseThrow(),
                                "title \"" + row.at("modelName").text().orElseThrow() + "\" \""
                                        + row.at("versionName").text().orElseThrow() + "\" ("
                                        + row.at("baseModel").text().orElseThrow() + ")"));
    }

    @Test
    void makesNothingOfThem() throws IOException {
        for (var answer : answers().toList()) {
            var entry = entry(answer);
            try (var replica = replica(answer)) {
                var program = Program.in(Files.createTempDirectory(folder, "make"))
                        .at(replica)
                        .key(IncidentWorld.KEY);
                var made = program.run("make", entry.at("image").scalar().orElseThrow(), "--yes");
                assertThat((long) made.code())
                        .isEqualTo(entry.at("exit").integer().orElseThrow());
                assertThat(program.workflows()).isEmpty();
                assertThat(program.models()).isEmpty();
            }
        }
    }

    private Json show(Path answer, boolean withKey) throws IOException {
        try (var replica = replica(answer)) {
            var program = Program.in(Files.createTempDirectory(folder, "show")).at(replica);
            if (withKey) {
                program.key(IncidentWorld.KEY);
            }
            var shown = program.run("show", entry(answer).at("image").scalar().orElseThrow(), "--json");
            assertThat((long) shown.code())
                    .isEqualTo(shown.json().at("exitCode").integer().orElseThrow());
            return shown.json();
        }
    }

    /** Serves this answer about an image, and no other. */
    private static Replica replica(Path answer) throws IOException {
        return Replica.start(
                Captured.world(Shared.fixtures("civitai"), answer::equals).build());
    }

    private static Json entry(Path answer) {
        return Optional.ofNullable(REPORTS.get(name(answer)))
                .orElseThrow(() -> new AssertionError("no report is written down for " + name(answer)));
    }

    private static String name(Path answer) {
        return String.valueOf(answer.getFileName());
    }

    private static Stream<Path> answers() throws IOException {
        try (var files = Files.list(Shared.fixtures("civitai"))) {
            return List.copyOf(files.filter(Captured::isOfImages).sorted().toList()).stream();
        }
    }

    private static Json json(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException | MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
