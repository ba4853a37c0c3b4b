package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A file whose site states no hash, as right after an upload, is held against the hash that a workflow or a lock notes. */
class UnstatedHashTest {

    private static final Bytes LORA = Safetensors.sdxlLora("fresh", 7901);
    private static final Bytes HUGE = Safetensors.sdxlLora("huge", 7911);
    private static final String NAME = "fresh.safetensors";
    private static final String FILE = "loras/" + NAME;

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(World.builder()
                .model(Model.of(7900, "Fresh", "LORA")
                        .version(Version.of(7901, "v1", "SDXL 1.0")
                                .file(ModelFile.of(79010, NAME, LORA)
                                        .withoutHashes()
                                        .primary()))
                        .build())
                .model(Model.of(7910, "Huge", "LORA")
                        .version(Version.of(7911, "v1", "SDXL 1.0")
                                .file(ModelFile.of(79110, "huge.safetensors", HUGE)
                                        .sizeKb(1L << 38)
                                        .primary()))
                        .build())
                .build());
        program = Program.in(folder).at(replica).with("COMFYUI_URL", "http://127.0.0.1:9");
        shelf = new Shelf(program);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private void note(String name, long version, Bytes content) throws IOException {
        Files.writeString(folder.resolve("w.json"), """
                {"nodes":[{"id":1,"type":"LoraLoaderModelOnly","widgets_values":["%s",1.0],
                 "properties":{"models":[{"name":"%s","directory":"loras",
                  "url":"https://civitai.com/api/download/models/%d","hash":"%s","hash_type":"SHA256"}]}}],"links":[]}
                """.formatted(name, name, version, Shelf.hash(content, "SHA256")));
    }

    private boolean asksForBytes() {
        return replica.requests().stream().anyMatch(request -> request.path().startsWith("/api/download/"));
    }

    @Test
    void takesWhatHasTheNotedHash() throws IOException {
        note(NAME, 7901, LORA);
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(shelf.models().resolve(FILE)).hasBinaryContent(LORA.toArray());
    }

    @Test
    void keepsNothingThatHasAnother() throws IOException {
        note(NAME, 7901, Safetensors.sdxlLora("what the author had", 1));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isNotZero();
        assertThat(program.models()).isEmpty();
        note(NAME, 7901, LORA);
        replica.faults().on(Fault.CORRUPT_FILE);
        var corrupt = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(corrupt.code()).as(corrupt.printed()).isEqualTo(8);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void holdsALockToItsHash() throws IOException {
        shelf.put(FILE, LORA);
        note(NAME, 7901, LORA);
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json").code()).isZero();
        Files.delete(shelf.models().resolve(FILE));
        replica.faults().on(Fault.CORRUPT_FILE);
        var corrupt = program.run("sync", "w.lock.json", "--yes");
        assertThat(corrupt.code()).as(corrupt.printed()).isEqualTo(8);
        assertThat(program.models()).isEmpty();
        replica.faults().clear();
        var ended = program.run("sync", "w.lock.json", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(shelf.models().resolve(FILE)).hasBinaryContent(LORA.toArray());
    }

    @Test
    void beginsNothingThatDoesNotFit() throws IOException {
        note("huge.safetensors", 7911, HUGE);
        var fixed = program.run("scan", "w.json", "--fix", "--yes");
        // It is still missing, which comes first; and what is said is how it ends.
        assertThat(fixed.code()).as(fixed.printed()).isEqualTo(7);
        assertThat(fixed.printed()).contains("They would not fit", "exit code 7");
        var got = program.run("get", "7911", "--yes");
        assertThat(got.code()).as(got.printed()).isEqualTo(10);
        assertThat(got.printed()).contains("They would not fit");
        assertThat(asksForBytes()).isFalse();
        assertThat(program.models()).isEmpty();
    }
}
