package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.comfy.Comfy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What workflows need, where only a server can be asked and its folders cannot be looked into. */
class ScanServerTest {

    @TempDir
    private Path folder;

    private Program program;
    private Comfy comfy;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder.resolve("there"));
        for (var model : List.of(
                "checkpoints/sdxl/base.safetensors", "loras/mine/light.safetensors", "embeddings/calm.safetensors")) {
            var file = program.comfy().resolve("models").resolve(model);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        comfy = Comfy.start(program.comfy());
        program = Program.in(folder.resolve("here"))
                .with("ASSAY_CIVITAI_URL", "http://127.0.0.1:9")
                .with("COMFYUI_URL", comfy.address().toString())
                .without("COMFYUI_ROOT");
        try (var all = Files.walk(program.comfy())) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    @AfterEach
    void stop() {
        comfy.close();
    }

    private static String node(String type, String value) {
        return "{\"id\":" + type.length() + ",\"type\":\"" + type + "\",\"mode\":0,\"widgets_values\":[\"" + value
                + "\"]}";
    }

    private Json scan(String... nodes) throws IOException {
        Files.writeString(
                program.folder().resolve("w.json"), "{\"nodes\":[" + String.join(",", nodes) + "],\"links\":[]}");
        return program.run("scan", "w.json", "--json", "--only-models").json();
    }

    private static List<String> states(Json document) {
        return document.at("files").at(0).at("models").items().stream()
                .map(model -> model.at("name").text().orElse("") + " "
                        + model.at("state").text().orElse(""))
                .toList();
    }

    @Test
    void takesTheServersListForTheName() throws IOException {
        var document = scan(
                node("CheckpointLoaderSimple", "sdxl/base.safetensors"),
                node("LoraLoaderModelOnly", "mine\\\\light.safetensors"),
                node("CLIPTextEncode", "embedding:calm <lora:light:1>"));
        assertThat(SchemaCheck.errors(SchemaTest.schema("scan-1"), document)).isEmpty();
        assertThat(states(document))
                .containsExactly(
                        "sdxl/base.safetensors there",
                        "mine\\light.safetensors other-slash",
                        "calm there",
                        "light there");
        assertThat(document.at("exitCode").integer()).contains(0L);
        assertThat(program.run("scan", "w.json").out())
                .contains("by the server's list (" + comfy.address(), "content unknown");
    }

    @Test
    void takesNoNameThatIsMerelyLikeIt() throws IOException {
        var document = scan(
                node("CheckpointLoaderSimple", "base.safetensors"),
                node("VAELoader", "sdxl/base.safetensors"),
                node("CLIPTextEncode", "embedding:cal"));
        assertThat(states(document))
                .containsExactly("base.safetensors missing", "sdxl/base.safetensors missing", "cal missing");
        assertThat(document.at("exitCode").integer()).contains(7L);
    }

    @Test
    void saysThatAFolderThatWasNamedIsNotThere() throws IOException {
        scan(node("CheckpointLoaderSimple", "sdxl/base.safetensors"));
        assertThat(program.run("scan", "w.json", "--comfy", "nowhere").code()).isEqualTo(2);
    }
}
