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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every answer about an image that was captured from the real site, served as it was captured, gives the report that it
 * should: what the site's own words say, no more and no less. Needs ../shared.
 */
@Execution(ExecutionMode.CONCURRENT)
class CapturedReportsConformanceTest {

    private static final Map<String, Json> REPORTS = Told.table("captured-reports.json");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> tellsWhatTheAnswersSay() throws IOException {
        return answers()
                .map(answer -> DynamicTest.dynamicTest(name(answer), () -> {
                    try (var replica = replica(answer)) {
                        var shown = program(replica).run("show", image(answer), "--json");
                        holds(shown, Told.expected(entry(answer), false));
                    }
                }));
    }

    /** With a key more witnesses are heard; none of these images can be made, and so nothing is. */
    @TestFactory
    Stream<DynamicTest> makesNothingOfThemAndTellsWhy() throws IOException {
        return answers()
                .map(answer -> DynamicTest.dynamicTest(name(answer), () -> {
                    try (var replica = replica(answer)) {
                        var program = program(replica).key(IncidentWorld.KEY);
                        var made = program.run("make", image(answer), "--yes", "--json");
                        holds(made, Told.expected(entry(answer), true));
                        callsModelsAsTheSitesRowsDo(made.json(), json(answer));
                        assertThat(program.workflows()).isEmpty();
                        assertThat(program.models()).isEmpty();
                    }
                }));
    }

    private static void holds(Program.Ended ended, Told expected) {
        assertThat(Told.of(ended.json())).isEqualTo(expected);
        assertThat((long) ended.code()).isEqualTo(expected.exit());
    }

    private static void callsModelsAsTheSitesRowsDo(Json report, Json answer) {
        var clues = report.at("ingredients").items().stream()
                .flatMap(one -> one.at("clues").items().stream())
                .map(clue -> clue.text().orElseThrow())
                .toList();
        assertThat(answer.at("trpc").at("resources").items())
                .allSatisfy(row -> assertThat(clues)
                        .contains(
                                "model version "
                                        + row.at("modelVersionId").scalar().orElseThrow(),
                                "title \"" + row.at("modelName").text().orElseThrow() + "\" \""
                                        + row.at("versionName").text().orElseThrow() + "\" ("
                                        + row.at("baseModel").text().orElseThrow() + ")"));
    }

    private Program program(Replica replica) throws IOException {
        return Program.in(Files.createTempDirectory(folder, "run")).at(replica);
    }

    /** Serves this answer about an image, and no other. */
    private static Replica replica(Path answer) throws IOException {
        return Replica.start(
                Captured.world(Shared.fixtures("civitai"), answer::equals).build());
    }

    private static String image(Path answer) {
        return entry(answer).at("image").scalar().orElseThrow();
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
