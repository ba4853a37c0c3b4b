package dev.assay.civitai.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Against answers that the real site gave. */
class CapturedVersionsConformanceTest extends ResolverTest {

    private static final Path FOLDER = Path.of("shared", "fixtures", "civitai");

    private static Json captured(String name) throws IOException, MalformedJsonException {
        var folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "needs ../shared");
        return Json.parse(Files.readString(folder.orElseThrow().resolve(name)));
    }

    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolveSibling(FOLDER))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void theCheckpointOfTheDocumentation() throws IOException, MalformedJsonException {
        site.version(2514310, captured("docs-model-version-2514310-checkpoint.json"));

        var resolved = resolve(Role.UNKNOWN, air("urn:air:sdxl:checkpoint:civitai:827184@2514310"), key("A5F58EB1C3"));

        isFile(resolved, 2402203);
        assertThat(resolved.ingredient().role()).isEqualTo(Role.CHECKPOINT);
        assertThat(resolved.findings()).isEmpty();
        assertThat(file(resolved).scan()).isEqualTo(ModelFile.Scan.CLEAN);
    }

    @Test
    void aCheckpointOf2023() throws IOException, MalformedJsonException {
        site.version(1318, captured("captured-model-version-1318-ckpt-2023.json"));

        var resolved = resolve(Role.CHECKPOINT, version(1318), named("froggyStyle_toad.ckpt"));

        isFile(resolved, 289);
        assertThat(file(resolved).approximateBytes()).isEqualTo(2607528931L);
        assertThat(file(resolved).format()).isEqualTo("PickleTensor");
        assertThat(file(resolved).trainedWords()).containsExactly("ttdddd");
    }

    @Test
    void aFluxLoraByItsHashes() throws IOException, MalformedJsonException {
        var body = captured("captured-model-version-by-hash-1050496-flux-lora.json");
        for (var hash : new String[] {"21437EC266", "7AAE878CB805", "88828AE7"}) {
            site.tells("/api/v1/model-versions/by-hash/" + hash, 200, body);
        }

        isFile(resolve(Role.LORA, key("21437ec266")), 956231);
        isFile(resolve(Role.LORA, key("7aae878cb805")), 956231);
        assertThat(resolve(Role.LORA, key("88828ae7")).resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void theEnginesOfImage118735250() throws IOException, MalformedJsonException {
        var summary = captured("captured-rest+trpc-summary-118735250-two-external-engine-checkpoints.json");

        var resolved = resolver.resolveAll(summary.at("trpc").at("resources").items().stream()
                .map(CapturedVersionsConformanceTest::row)
                .toList());

        assertThat(resolved)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.resolution()).isInstanceOf(Resolution.RemoteOnly.class));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void everyVersionOfTheModelListsIsRead() {
        Assumptions.assumeTrue(folder().isPresent(), "needs ../shared");
        var reader = new VersionReader(new Barriers(Clock.systemUTC()));
        var models = Stream.of(
                        "captured-model-1102-two-files-2023.json", "captured-models-list-4384-dreamshaper-2024.json")
                .map(CapturedVersionsConformanceTest::body)
                .flatMap(body -> body.has("items") ? body.at("items").items().stream() : Stream.of(body))
                .toList();

        assertThat(models)
                .allSatisfy(model -> assertThat(reader.versionsOf(model))
                        .isNotEmpty()
                        .allSatisfy(version -> assertThat(version.ownFiles()).isNotEmpty()));
    }

    private static Json body(String name) {
        try {
            return captured(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ingredient row(Json row) {
        return Ingredient.of(
                Role.of(row.at("modelType").text().orElse("")),
                row.at("modelName").text().orElse(""),
                ROWS,
                version(row.at("modelVersionId").integer().orElseThrow()),
                new Clue.Titled(
                        row.at("modelName").text().orElse(""),
                        row.at("versionName").text().orElse(""),
                        row.at("baseModel").text().orElse("")));
    }

    private static ModelFile file(ResolvedIngredient resolved) {
        return ((Resolution.Exact) resolved.resolution()).file();
    }
}
