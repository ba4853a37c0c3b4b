package dev.assay.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.sample.Captured;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every real image gives the recipe that its bytes hold and, where its models can be named, its workflow; each value was
 * read from the bytes by hand. Needs ../shared.
 */
@Execution(ExecutionMode.CONCURRENT)
class ImageReportsConformanceTest {

    private static final Map<String, Json> REPORTS = Told.table("image-reports.json");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> givesTheRecipeAndTheWorkflow() throws IOException {
        return images().map(image -> DynamicTest.dynamicTest(name(image), () -> makes(image)));
    }

    private void makes(Path image) throws IOException {
        var entry = Optional.ofNullable(REPORTS.get(name(image)))
                .orElseThrow(() -> new AssertionError("no report is written down for " + name(image)));
        try (var replica = Replica.start(world())) {
            var program = Program.in(Files.createTempDirectory(folder, "run")).at(replica);
            var ended = program.run("make", image.toString(), "--no-download", "-o", "w.api.json", "--json");
            var expected = Told.expected(entry, false);
            assertThat(Told.of(ended.json()).shortenedAs(expected)).isEqualTo(expected);
            assertThat((long) ended.code()).isEqualTo(expected.exit());
            var written = program.folder().resolve("w.api.json");
            assertThat(Files.exists(written)).isEqualTo(ended.code() == 0);
            if (ended.code() == 0) {
                isWorkflow(json(Files.readString(written)), entry.at("made"), image);
            }
        }
    }

    private static void isWorkflow(Json workflow, Json made, Path image) throws IOException {
        if (made.has("own")) {
            assertThat(workflow).isEqualTo(embeddedPrompt(image));
            return;
        }
        made.members().forEach((type, expected) -> {
            var nodes = workflow.members().values().stream()
                    .filter(node -> node.at("class_type").text().equals(Optional.of(type)))
                    .map(node -> node.at("inputs"))
                    .toList();
            if (expected instanceof Json.Arr(var texts)) {
                assertThat(nodes).hasSameSizeAs(texts);
                assertThat(texts)
                        .allSatisfy(text -> assertThat(nodes)
                                .anySatisfy(node -> assertThat(Told.shortened(string(node.at("text")), string(text)))
                                        .isEqualTo(string(text))));
            } else {
                assertThat(nodes).as(type).hasSize(1);
                expected.members()
                        .forEach((input, value) -> assertThat(nodes.getFirst().at(input))
                                .as(type + "." + input)
                                .isEqualTo(value));
            }
        });
    }

    private static String string(Json value) {
        return value.text().orElseThrow();
    }

    /** What the engine ran, as it stands in the file: a {@code tEXt} chunk of a PNG, an EXIF text of a WebP. */
    private static Json embeddedPrompt(Path image) throws IOException {
        var bytes = Files.readAllBytes(image);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int chunk = text.indexOf("tEXtprompt\0");
        if (chunk >= 0) {
            int length = ByteBuffer.wrap(bytes).getInt(chunk - 4);
            return json(text.substring(chunk + 11, chunk + 4 + length));
        }
        int from = text.indexOf("prompt:{") + "prompt:".length();
        var exif = text.substring(from, text.indexOf('\0', from));
        return json(new String(exif.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** Where the site knows the models that the images name by version or hash. */
    private static World world() throws IOException {
        return Captured.world(Shared.fixtures("civitai"), _ -> false)
                .model(model(210873, "LORA", "SD 1.5", "peepy", "1234567890"))
                .model(model(691639, "Checkpoint", "Flux.1 D", "flux_dev", "ffffffffff"))
                .model(model(900001, "Checkpoint", "Pony", "waiANIPONYXL_v140", "4817ae4643"))
                .model(model(900002, "Checkpoint", "Illustrious", "waiIllustriousSDXL_v150", "befc694a29"))
                .model(model(900003, "Checkpoint", "SDXL Lightning", "juggernautXL_juggXILightningByRD", "609fde646e"))
                .model(model(900004, "Checkpoint", "Illustrious", "hassaku_v13", "79408e8b5a"))
                .build();
    }

    private static Model model(long version, String type, String base, String name, String autoV2) {
        return Model.of(version + 1_000_000, name, type)
                .version(Version.of(version, "v1", base)
                        .file(ModelFile.of(version + 2_000_000, name + ".safetensors", Bytes.utf8(name))
                                .withoutHashes()
                                .hash("AutoV2", autoV2)
                                .hash("SHA256", autoV2 + "0".repeat(54))
                                .primary()))
                .build();
    }

    private static Stream<Path> images() throws IOException {
        try (var files = Files.list(Shared.fixtures("images"))) {
            return List.copyOf(
                    files.filter(file -> !name(file).endsWith(".md")).sorted().toList())
                    .stream();
        }
    }

    private static String name(Path image) {
        return String.valueOf(image.getFileName());
    }

    private static Json json(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
