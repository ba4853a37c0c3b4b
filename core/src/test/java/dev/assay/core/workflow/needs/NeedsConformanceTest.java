package dev.assay.core.workflow.needs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Needs the real workflows and images, and what real servers say of themselves, from the shared folder. */
class NeedsConformanceTest {

    private static final NodeDefinitions OURS = NodeDefinitions.core().or(NodeDefinitions.packs());

    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        try (var stream = Objects.requireNonNull(NeedsConformanceTest.class.getResourceAsStream("expected.txt"))) {
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("  ")) {
                    current.add(line.strip());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    current = new ArrayList<>();
                    expected.put(line, current);
                }
            }
        }
        return expected;
    }

    private static EmbeddedGraph graph(String name) {
        if (name.endsWith(".json")) {
            var json = Shared.json("fixtures/" + name);
            return UiFormat.recognises(json)
                    ? new EmbeddedGraph(Optional.empty(), Optional.of(json))
                    : new EmbeddedGraph(Optional.of(json), Optional.empty());
        }
        try {
            var file = (CarrierFile.Read) CarrierFile.read(Shared.path("fixtures/" + name));
            return MetadataReader.read(new Document.FileTexts(file.entries()), new Source(Origin.FILE, "")).stream()
                    .map(Reading::graph)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> found(NeedsReader reader, String name) {
        var graph = graph(name);
        var needs = ((NeedsReader.Result.Read) reader.read(graph.prompt(), graph.workflow())).needs();
        return Stream.concat(
                        needs.models().stream()
                                .map(need -> (need.active() ? "" : "off ")
                                        + need.folder()
                                        + '/'
                                        + need.name()
                                        + (need.guessed() ? "?" : "")),
                        needs.packs().stream().map(NeedsConformanceTest::words))
                .toList();
    }

    private static String words(PackNeed pack) {
        var id = pack.id().orElse("? " + pack.classes());
        return (pack.active() ? "" : "off ") + "pack " + id
                + String.join("", pack.versions().stream().map(v -> ' ' + v).toList());
    }

    private static void findsAll(NodeDefinitions definitions) throws IOException {
        var reader = new NeedsReader(definitions.remembered());
        for (var entry : expected().entrySet()) {
            assertThat(found(reader, entry.getKey()))
                    .as(entry.getKey())
                    .containsExactlyInAnyOrderElementsOf(entry.getValue());
        }
    }

    @Test
    void findsWhatACarefulReaderFindsAndNothingElse() throws IOException {
        findsAll(OURS);
    }

    @Test
    void findsTheSameWithTheDefinitionsOfAnyRealServer() throws IOException {
        for (var version : List.of("0.8.0", "0.24.0")) {
            findsAll(NodeDefinitions.fromObjectInfo(Shared.json("comfyui/object_info-" + version + ".json"))
                    .or(OURS));
        }
    }

    @Test
    void keepsWhatTheAuthorNotedOfAModel() {
        var graph = graph("workflows/comfy-cli-sd15.json");
        var needs = ((NeedsReader.Result.Read) new NeedsReader(OURS).read(graph.prompt(), graph.workflow())).needs();
        assertThat(needs.models().getFirst().noted().orElseThrow())
                .satisfies(noted -> assertThat(noted.url()).startsWith("https://huggingface.co/"))
                .satisfies(noted -> assertThat(noted.directory()).isEqualTo("checkpoints"));
        assertThat(needs.frontend()).contains("1.42.15");
        assertThat(needs.coreVersions()).containsExactly("0.3.65");
    }
}
