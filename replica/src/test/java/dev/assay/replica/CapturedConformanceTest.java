package dev.assay.replica;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.replica.sample.Captured;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CapturedConformanceTest {

    @Test
    void passesCapturedAnswersOnAsTheyAre() throws Exception {
        var folder = fixtures();
        Assumptions.assumeTrue(folder.isPresent(), "needs ../shared");
        try (var replica = Replica.start(Captured.world(folder.get()).build());
                var caller = new Caller(replica)) {
            var item = caller.json("/api/v1/images?imageId=717937&withMeta=true")
                    .at("items")
                    .at(0);
            var captured = Json.parse(Files.readString(folder.get().resolve("captured-image-717937-a1111-2024.json")));
            assertThat(item).isEqualTo(captured.at("items").at(0));
            var nested = caller.json("/api/v1/images?imageId=123156450&withMeta=true")
                    .at("items")
                    .at(0);
            assertThat(nested.at("meta").at("meta").at("Model").text()).contains("anima-preview");
            var head = caller.json("/api/v1/images?imageId=9173928&browsingLevel=31&withMeta=true");
            assertThat(head.at("items").at(0).at("meta").at("seed").integer()).contains(1938345220L);
        }
    }

    @Test
    void answersForEveryCapturedKind() throws Exception {
        var folder = fixtures();
        Assumptions.assumeTrue(folder.isPresent(), "needs ../shared");
        try (var replica = Replica.start(Captured.world(folder.get()).build());
                var caller = new Caller(replica)) {
            var rows = caller.payload("image.getGenerationData", 118712167)
                    .at("resources")
                    .items();
            assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.at("imageId").integer()).contains(118712167L));
            assertThat(caller.payload("image.get", 26962948).at("name").text()).contains("00014-3150861441.png");
            assertThat(caller.json("/api/v1/images?imageId=58219389&withMeta=true&flatMeta=true")
                            .at("items")
                            .at(0)
                            .at("meta")
                            .at("originalSampler")
                            .text())
                    .contains("euler_ancestral");
            assertThat(caller.json("/api/v1/model-versions/by-hash/21437EC266")
                            .at("id")
                            .integer())
                    .contains(1050496L);
            assertThat(caller.json("/api/v1/models/1102")
                            .at("allowCommercialUse")
                            .text())
                    .contains("Sell");
            assertThat(caller.json("/api/v1/model-versions/2514310")
                            .at("files")
                            .at(0)
                            .at("id")
                            .integer())
                    .contains(2402203L);
        }
    }

    private static Optional<Path> fixtures() {
        return Stream.iterate(
                        Optional.of(Path.of(System.getProperty("user.dir"))),
                        Optional::isPresent,
                        here -> here.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(here -> here.resolve("shared/fixtures/civitai"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
