package dev.assay.civitai.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Trpc;
import dev.assay.core.evidence.Evidence;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CapturedAnswersConformanceTest {

    private static final Answer.Received RECEIVED =
            new Answer.Received(URI.create("https://civitai.com/x"), "", Instant.EPOCH, false);

    private Path fixtures = Path.of("");

    @BeforeEach
    void find() {
        var found = Stream.iterate(
                        Optional.of(Path.of(System.getProperty("user.dir"))),
                        Optional::isPresent,
                        here -> here.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(here -> here.resolve("shared/fixtures/civitai"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "needs ../shared");
        fixtures = found.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "captured-image-123156450-nested-meta-2026.json,123156450,2",
        "captured-image-12526835-model-is-object-2024.json,12526835,1"
    })
    void provesCapturedItems(String file, long id, int observations) throws Exception {
        var subject = new Subject.SiteImage(id, Optional.empty());
        var said = new Item(read(file), RECEIVED).observations(new Asked(subject));
        assertThat(said).hasSize(observations);
        assertThat(said.getLast().documents()).hasSize(1);
        assertThat(Evidence.weigh(subject, said)).isInstanceOf(Verdict.ProvenImage.class);
    }

    @Test
    void setsTheIncidentsItemAside() throws Exception {
        var subject = new Subject.SiteImage(96712457, Optional.empty());
        var said = new Item(read("incident-2025-10-wrong-image-9173928-excerpt.json"), RECEIVED)
                .observations(new Asked(subject));
        assertThat(Evidence.weigh(subject, said))
                .isInstanceOfSatisfying(
                        Verdict.Unproven.class,
                        unproven -> assertThat(unproven.foreign()).hasSize(1));
    }

    @Test
    void readsACapturedRowAndACapturedError() throws Exception {
        var row = read("captured-trpc-image+generationdata-26962948-gallery-dl.json")
                .at("image.get");
        assertThat(Row.identity(row).media()).contains("69bf3279-df2c-4ec8-b795-479e9cd3db1b");
        assertThat(Row.facts(row).username()).contains("bolero537");
        var error = new Answer.Told(500, read("captured-trpc-error-500-image.get-2024.json"), RECEIVED);
        assertThat(Trpc.read(error)).isInstanceOf(Trpc.Reply.Failed.class);
    }

    private Json read(String file) throws IOException, MalformedJsonException {
        return Json.parse(Files.readString(fixtures.resolve(file)));
    }
}
