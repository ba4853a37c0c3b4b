package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A workflow names only files that ComfyUI lists and can read: it goes by their extension. */
class ListedFilesTest {

    private static final World WORLD = IncidentWorld.world();
    private static final String LORA = "evening_light_pony";

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Path loras;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(WORLD);
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY);
        loras = program.comfy().resolve("models/loras");
        assertThat(program.run("make", "96712457", "--yes").code()).isZero();
        assertThat(loras.resolve(LORA + ".safetensors")).exists();
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void usesAFileUnderAnotherNameOfItsKind() throws IOException {
        rename("mine.sft");
        assertThat(program.run("make", "96712457", "--yes", "-o", "w.json").code())
                .isZero();
        assertThat(loras.resolve(LORA + ".safetensors")).doesNotExist();
        assertThat(folder.resolve("w.json")).content().contains("mine.sft");
    }

    /** Backups, and what somebody has put aside; and safetensors that would be read as a pickle. */
    @Test
    void usesNoFileUnderANameThatComfyDoesNotListOrReadsInAnotherWay() throws IOException {
        for (var name : new String[] {LORA + ".safetensors.bak", LORA + ".ckpt"}) {
            rename(name);
            assertThat(program.run("make", "96712457", "--yes", "-o", "w.json", "--force")
                            .code())
                    .isZero();
            assertThat(loras.resolve(LORA + ".safetensors")).as(name).exists();
            assertThat(folder.resolve("w.json")).content().doesNotContain(name);
        }
    }

    @Test
    void givesSafetensorsTheirExtensionWhereTheSiteNamesNone() throws IOException {
        try (var other = Replica.start(world("pony v6", "SafeTensor"))) {
            var ended = program.at(other).run("make", "7001", "--yes");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(program.models()).contains("checkpoints/pony v6.safetensors");
        }
    }

    @Test
    void refusesAFileThatNoNodeLoads() throws IOException {
        try (var other = Replica.start(world("pony.zip", "Other"))) {
            var ended = program.at(other).run("make", "7001", "--yes");
            assertThat(ended.code()).isEqualTo(7);
            assertThat(ended.out()).contains("pony.zip", ".safetensors");
            assertThat(program.models()).noneMatch(name -> name.endsWith(".zip"));
        }
    }

    private static World world(String name, String format) {
        var meta = Json.object()
                .put("prompt", "a pear")
                .put("seed", 1)
                .put("steps", 20)
                .put("sampler", "Euler a")
                .put("cfgScale", 7)
                .put("Size", "832x1216")
                .put(
                        "civitaiResources",
                        List.of(Json.object()
                                .put("type", "checkpoint")
                                .put("modelVersionId", 700)
                                .build()))
                .build();
        var file = ModelFile.of(7000, name, Safetensors.sdxlCheckpoint(700))
                .metadata(Json.object().put("format", format).build())
                .primary();
        return World.builder()
                .key(IncidentWorld.KEY)
                .image(Image.of(7001).meta(meta).build())
                .model(Model.of(70, "A model", "Checkpoint")
                        .version(Version.of(700, "v1", "Pony").file(file))
                        .build())
                .build();
    }

    private void rename(String name) throws IOException {
        Files.move(loras.resolve(LORA + ".safetensors"), loras.resolve(name));
    }

    @Test
    void clearsAwayWhatAKilledRunHasLeftOfAFileThatIsThere() throws IOException {
        var part = loras.resolve("." + LORA + ".safetensors.c12bea4e72d9.assay-part");
        Files.createLink(part, loras.resolve(LORA + ".safetensors"));
        assertThat(program.run("show", "96712457").code()).isZero();
        assertThat(part).as("show changes nothing").exists();
        assertThat(program.run("make", "96712457", "--yes").code()).isZero();
        assertThat(part).doesNotExist();
        assertThat(loras.resolve(LORA + ".safetensors")).exists();
    }
}
