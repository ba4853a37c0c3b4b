package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real workflows, there and back again. */
class ConvertConformanceTest {

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void start() {
        program = Program.in(folder);
    }

    private static List<Path> workflows(boolean api) throws IOException {
        try (Stream<Path> files = Files.list(Shared.fixtures("workflows"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> file.toString().endsWith(".api.json") == api)
                    .sorted()
                    .toList();
        }
    }

    private Json convert(Path file, String to) {
        var ended = program.run("convert", file.toString(), "--to", to);
        assertThat(ended.code()).as(file + ": " + ended.printed()).isZero();
        return ended.json();
    }

    private Path saved(String name, Json workflow) throws IOException {
        return Files.writeString(folder.resolve(name), workflow.write());
    }

    @Test
    void aCanvasBecomesWhatItsFrontEndSent() throws IOException, MalformedJsonException {
        for (var api : workflows(true)) {
            var canvas = Path.of(api.toString().replaceAll("(\\.expected)?\\.api\\.json$", ".json"));
            var sent = Json.parse(Files.readString(api));
            assertThat(Meaning.of(convert(canvas, "api"))).as(canvas.toString()).isEqualTo(Meaning.of(sent));
        }
    }

    @Test
    void everyGraphSurvivesBothWays() throws IOException, MalformedJsonException {
        for (var api : workflows(true)) {
            var sent = Json.parse(Files.readString(api));
            var drawn = saved("drawn.json", convert(api, "ui"));
            assertThat(Meaning.of(convert(drawn, "api"))).as(api.toString()).isEqualTo(Meaning.of(sent));
        }
    }

    @Test
    void whatIsNotKnownIsNamedAndNotWritten() throws IOException {
        for (var canvas : workflows(false)) {
            var ended = program.run("convert", canvas.toString(), "--to", "api", "--json");
            var problems = ended.json().at("problems").items();
            assertThat(ended.json().at("result").isNull()).as(canvas.toString()).isEqualTo(!problems.isEmpty());
            assertThat(ended.code() == 0).isEqualTo(problems.isEmpty());
            assertThat(problems)
                    .allSatisfy(problem ->
                            assertThat(problem.at("subject").text().orElse("")).startsWith("node "));
        }
    }
}
