package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A set of models on one machine, pinned, and the same set on another one. */
class LockTest {

    private static final Bytes LORA = Safetensors.sdxlLora("evening_light_pony", 712345);

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY).with("COMFYUI_URL", "http://127.0.0.1:9");
        shelf = new Shelf(program);
        Files.writeString(
                folder.resolve("w.json"),
                "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"sub/light.safetensors\",1]},{\"id\":2,\"type\":\"Seed"
                        + " (rgthree)\",\"properties\":{\"ver\":\"0.9\"}}],\"links\":[]}");
        var pack = Files.createDirectories(program.comfy().resolve("custom_nodes/rgthree-comfy"));
        Files.writeString(pack.resolve("pyproject.toml"), "[project]\nname = \"rgthree-comfy\"\nversion = \"1.0.1\"\n");
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private Json lock() throws IOException, MalformedJsonException {
        shelf.put("loras/sub/light.safetensors", LORA);
        var ended = program.run("lock", "w.json", "-o", "w.lock.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        return Json.parse(Files.readString(folder.resolve("w.lock.json")));
    }

    @Test
    void pinsContentSourceAndVersions() throws IOException, MalformedJsonException {
        var lock = lock();
        assertThat(SchemaCheck.errors(SchemaTest.schema("lock-1"), lock)).isEmpty();
        var model = lock.at("models").at(0);
        assertThat(model.at("sha256").text())
                .contains(Shelf.hash(LORA, "SHA256").toLowerCase(java.util.Locale.ROOT));
        assertThat(model.at("name").text()).contains("sub/light.safetensors");
        assertThat(model.at("versionId").integer()).contains(712345L);
        assertThat(lock.at("packs").at(0).at("version").text()).contains("1.0.1");
    }

    @Test
    void writesNoLockThatLacksSomethingAndReplacesNone() {
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json").code()).isEqualTo(7);
        assertThat(folder.resolve("w.lock.json")).doesNotExist();
        shelf.put("loras/sub/light.safetensors", LORA);
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json").code()).isZero();
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json").code()).isEqualTo(10);
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json", "--force").code())
                .isZero();
    }

    @Test
    void tellsAllThatKeepsALockFromBeingWritten() {
        var ended = program.run("lock", "nowhere.json", "w.json", "-o", "w.lock.json", "--json");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.json().at("exitCode").scalar()).contains("7");
        assertThat(ended.json().at("problems").items()).hasSize(2);
    }

    @Test
    void givesAnotherMachineTheSameSet() throws IOException, MalformedJsonException {
        lock();
        Files.delete(shelf.models().resolve("loras/sub/light.safetensors"));
        assertThat(program.run("sync", "w.lock.json", "--check").code()).isEqualTo(7);
        assertThat(program.run("sync", "w.lock.json").code()).isEqualTo(11);
        assertThat(program.models()).isEmpty();
        var ended = program.run("sync", "w.lock.json", "--yes", "--json");
        assertThat(SchemaCheck.errors(SchemaTest.schema("sync-1"), ended.json()))
                .isEmpty();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/sub/light.safetensors");
        assertThat(program.run("sync", "w.lock.json", "--check").code()).isZero();
    }

    /** Read as if the rest were all, it would make another machine lack something in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"\"models\": null", "\"packs\": null", "\"packs\": [[]]", "\"models\": [{}]"})
    void takesNothingFromALockOfWhichAPartCannotBeRead(String part) throws IOException, MalformedJsonException {
        lock();
        var file = folder.resolve("w.lock.json");
        var list = part.substring(0, part.indexOf(':'));
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("}\\s*$", "," + part + "}").replaceFirst(list, "\"other\""));
        var ended = program.run("sync", "w.lock.json", "--check");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
        assertThat(ended.err()).contains("is no lock");
    }

    @Test
    void pinsUnderTheNameThatTheWorkflowHasForIt() throws IOException, MalformedJsonException {
        shelf.put("loras/mine/light.safetensors", LORA);
        var ended = program.run("lock", "w.json", "-o", "w.lock.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        var lock = Json.parse(Files.readString(folder.resolve("w.lock.json")));
        assertThat(lock.at("models").at(0).at("name").text()).contains("sub/light.safetensors");
        assertThat(program.run("sync", "w.lock.json", "--check").code()).isEqualTo(7);
        assertThat(program.run("sync", "w.lock.json", "--yes").code()).isZero();
        assertThat(program.models()).containsExactly("loras/mine/light.safetensors", "loras/sub/light.safetensors");
        assertThat(replica.requests().stream().map(Object::toString)).noneMatch(line -> line.contains("api/download"));
        assertThat(program.run("scan", "w.json", "--only-models").code()).isZero();
    }

    @Test
    void neverReplacesAFileOfTheSameNameWithAnotherContent() throws IOException, MalformedJsonException {
        lock();
        var other = Safetensors.sdxlLora("another", 1);
        var file = shelf.put("loras/sub/light.safetensors", other);
        assertThat(program.run("sync", "w.lock.json", "--yes").code()).isEqualTo(8);
        assertThat(Files.readAllBytes(file)).isEqualTo(other.toArray());
    }

    @Test
    void tellsAPackOfAnotherVersion() throws IOException, MalformedJsonException {
        lock();
        Files.writeString(
                program.comfy().resolve("custom_nodes/rgthree-comfy/pyproject.toml"),
                "[project]\nname = \"rgthree-comfy\"\nversion = \"2.0\"\n");
        var ended = program.run("sync", "w.lock.json", "--check");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("pinned 1.0.1, here 2.0");
    }

    @Test
    void pinsOnceWhatSeveralWorkflowsName() throws IOException, MalformedJsonException {
        Files.writeString(
                folder.resolve("other.json"),
                "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"sub\\\\light.safetensors\",1]}],\"links\":[]}");
        shelf.put("loras/sub/light.safetensors", LORA);
        var ended = program.run("lock", "w.json", "other.json", "-o", "w.lock.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(Json.parse(Files.readString(folder.resolve("w.lock.json")))
                        .at("models")
                        .items())
                .hasSize(1);
    }

    @Test
    void checksWhetherALockStillSaysWhatTheWorkflowsNeed() throws IOException, MalformedJsonException {
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json", "--check").code())
                .isEqualTo(10);
        lock();
        var before = Files.readString(folder.resolve("w.lock.json"));
        var same = program.run("lock", "w.json", "-o", "w.lock.json", "--check");
        assertThat(same.code()).as(same.printed()).isZero();
        shelf.put("loras/sub/light.safetensors", Safetensors.sdxlLora("another", 1));
        shelf.put("loras/more.safetensors", LORA);
        Files.writeString(
                folder.resolve("more.json"),
                "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"more.safetensors\",1]}],\"links\":[]}");
        var other = program.run("lock", "w.json", "more.json", "-o", "w.lock.json", "--check");
        assertThat(other.code()).isEqualTo(7);
        assertThat(other.out())
                .contains("loras/sub/light.safetensors\": Its content is")
                .contains("loras/more.safetensors\": The workflows need it");
        var fewer = program.run("lock", "more.json", "-o", "w.lock.json", "--check");
        assertThat(fewer.out()).contains("loras/sub/light.safetensors\": The lock has it");
        assertThat(folder.resolve("w.lock.json")).hasContent(before);
    }
}
