package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be asked of a library that was scanned. */
class LibraryListTest {

    private static final Bytes LORA = Safetensors.sdxlLora("evening", 1);
    private static final Bytes CHECKPOINT = Safetensors.sdxlCheckpoint(2);
    private static final Bytes LARGE = Safetensors.file(Map.of(), Map.of("weight", List.of(1100, 1000)), 6);

    @TempDir
    private Path folder;

    private Program program;
    private Shelf shelf;

    @BeforeEach
    void install() {
        program = Program.in(folder);
        shelf = new Shelf(program);
        shelf.put("loras/evening.safetensors", LORA);
        shelf.put("checkpoints/pony.safetensors", CHECKPOINT);
        shelf.put("vae/xl.safetensors", Safetensors.sdxlVae(3));
    }

    @ParameterizedTest
    @CsvSource({
        "--kind, lora, evening.safetensors",
        "--kind, LoRAs, evening.safetensors",
        "--kind, checkpoint, pony.safetensors",
        "--kind, checkpoints, pony.safetensors",
        "--kind, vae, xl.safetensors",
        "--kind, embedding, ''",
        "--base, sdxl, evening.safetensors pony.safetensors",
        "--base, SDXL, evening.safetensors pony.safetensors",
        "--base, flux, ''",
    })
    void choosesByKindAndBaseModel(String option, String value, String names) {
        shelf.scan();
        assertThat(Shelf.names(shelf.list(option, value)))
                .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    @Test
    void showsPeopleTheSame() {
        shelf.scan();
        var list = program.run("library", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("loras  (1 file", "evening.safetensors", "LoRA", "SDXL");
    }

    @Test
    void saysWhatLiesInTheWrongFolder() {
        shelf.put("loras/no lora.safetensors", CHECKPOINT);
        shelf.scan();
        var list = shelf.list();
        assertThat(Shelf.file(list, "no lora.safetensors")
                        .at("misplaced")
                        .text()
                        .orElse(""))
                .contains("checkpoint");
        assertThat(Shelf.file(list, "evening.safetensors").has("misplaced")).isFalse();
    }

    @Test
    void countsWhatDuplicatesCostAndLinksDoNot() throws IOException {
        var copy = shelf.put("loras/copy.safetensors", LORA);
        shelf.put("loras/old/another.safetensors", LORA);
        Files.createLink(shelf.models().resolve("loras/link.safetensors"), copy);
        Files.createSymbolicLink(shelf.models().resolve("loras/soft.safetensors"), copy);
        shelf.scan();
        var list = shelf.list("--duplicates");
        assertThat(list.at("duplicates").items()).hasSize(1);
        var duplicates = list.at("duplicates").at(0);
        assertThat(duplicates.at("paths").items()).hasSize(5);
        assertThat(duplicates.at("cost").integer()).contains(2L * LORA.size());
        assertThat(list.at("files").items()).hasSize(5);
        assertThat(program.run("library", "list", "--duplicates").out()).contains("copy.safetensors");
    }

    @Test
    void listsModelsThatNoWorkflowNames() throws IOException {
        shelf.put("embeddings/calm.safetensors", Safetensors.sdxlEmbedding(4));
        shelf.put("loras/tagged.safetensors", Safetensors.sdxlLora("tagged", 5));
        shelf.put("upscale_models/4x.pth", Bytes.of(new byte[] {(byte) 0x80, 2, '.'}));
        shelf.scan();
        var unknown = shelf.run("list", "--unused");
        assertThat(unknown.code()).isEqualTo(10);
        assertThat(unknown.json().at("files").items()).isEmpty();
        assertThat(unknown.err()).contains("cannot be known");

        var workflows = Files.createDirectories(program.comfy().resolve("user/default/workflows/mine"));
        Files.writeString(workflows.resolve("ui.json"), """
                {"nodes":[{"id":1,"type":"SomethingUnheardOf","widgets_values":["XL\\\\pony.safetensors", 7]},
                          {"id":2,"type":"CLIPTextEncode","widgets_values":["calm sea, embedding:calm, <lora:tagged:0.8>"]}]}
                """);
        var unused = shelf.run("list", "--unused");
        assertThat(unused.code()).isZero();
        assertThat(Shelf.names(unused.json())).containsExactly("4x.pth", "evening.safetensors", "xl.safetensors");

        Files.writeString(workflows.resolve("broken.json"), "{");
        assertThat(shelf.run("list", "--unused").err()).contains("broken.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "AutoV1", "AutoV2", "AutoV3", "CRC32"})
    void findsAFileByEachOfItsHashes(String kind) {
        shelf.put("loras/large.safetensors", LARGE);
        shelf.scan();
        var hash = Shelf.hash(LARGE, kind);
        for (var asked : List.of(hash, hash.toLowerCase(Locale.ROOT), "0x" + hash, kind + ":" + hash)) {
            var which = shelf.run("which", asked);
            assertThat(which.code()).as(asked).isZero();
            assertThat(which.json().at("matches").items()).hasSize(1);
            assertThat(which.json().at("matches").at(0).at("path").text().orElse(""))
                    .endsWith("large.safetensors");
        }
        assertThat(program.run("library", "which", hash).out()).contains("large.safetensors");
        var other = kind.equals("CRC32") ? "autov1:" : "crc32:";
        assertThat(shelf.run("which", other + hash).code()).isEqualTo(7);
    }

    @Test
    void saysWhatTheLibraryCannotBeAskedFor() {
        var which = program.run("library", "which", "blake3:" + "ab".repeat(32));
        assertThat(which.code()).isEqualTo(2);
        assertThat(which.err()).contains("assay get blake3:");
    }

    @Test
    void saysThatNothingIsLikeThat() {
        shelf.put("loras/large.safetensors", LARGE);
        shelf.scan();
        for (var option : List.of(List.of("--kind", "upscaler"), List.of("--base", "wan"), List.of("--broken"))) {
            var list = shelf.run("list", option.toArray(String[]::new));
            assertThat(list.code()).isZero();
            assertThat(list.json().at("files").items()).isEmpty();
            assertThat(list.json().at("notes").write()).contains("No file of the library is like that");
        }
    }

    @Test
    void findsTheSameContentAsAFile() throws IOException {
        shelf.scan();
        Files.write(folder.resolve("download.bin"), LORA.toArray());
        Files.write(folder.resolve("other.bin"), LARGE.toArray());
        assertThat(shelf.run("which", "download.bin")
                        .json()
                        .at("matches")
                        .at(0)
                        .at("name")
                        .text())
                .contains("evening.safetensors");
        assertThat(shelf.run("which", "other.bin").code()).isEqualTo(7);
    }

    @Test
    void doesNotClaimWhatIsNotThere() throws IOException {
        shelf.scan();
        var sha256 = Shelf.hash(LORA, "SHA256");
        assertThat(shelf.run("which", "0123456789").code()).isEqualTo(7);
        assertThat(shelf.run("which", "no-hash-at-all").code()).isEqualTo(2);
        Files.delete(shelf.models().resolve("loras/evening.safetensors"));
        var gone = shelf.run("which", sha256);
        assertThat(gone.code()).isEqualTo(7);
        assertThat(gone.json().at("matches").at(0).at("presence").text()).contains("gone");
        shelf.put("loras/evening.safetensors", LARGE);
        var changed = shelf.run("which", sha256);
        assertThat(changed.code()).isEqualTo(7);
        assertThat(changed.json().at("matches").at(0).at("presence").text()).contains("changed");
    }

    @Test
    void showsSideCarsAndBelievesTheContent() throws IOException {
        var sha256 = Shelf.hash(LORA, "SHA256");
        var loras = shelf.models().resolve("loras");
        Files.writeString(loras.resolve("evening.safetensors.sha256"), "0".repeat(63) + "1  evening.safetensors\n");
        Files.writeString(loras.resolve("evening.metadata.json"), """
                {"file_name":"evening","model_name":"Evening Light","base_model":"Pony","sha256":"%s",
                 "civitai":{"id":712345,"name":"v1.0"}}""".formatted(sha256.toLowerCase(Locale.ROOT)));
        Files.writeString(loras.resolve("evening.civitai.info"), """
                {"id":5,"modelId":4,"name":"v2","baseModel":"SD 1.5","model":{"name":"Something else"},
                 "files":[{"hashes":{"SHA256":"%s"}}]}""".formatted("AB".repeat(32)));
        shelf.put("vae/xl.sha256", Bytes.utf8("not a hash"));
        shelf.scan();
        var list = shelf.list();
        var lora = Shelf.file(list, "evening.safetensors");
        assertThat(lora.at("family").text()).contains("sdxl");
        assertThat(sidecar(lora, "civitai-helper").at("agrees").bool()).contains(false);
        assertThat(sidecar(lora, "lora-manager").at("agrees").bool()).contains(true);
        assertThat(sidecar(lora, "lora-manager").at("title").text()).contains("Evening Light v1.0");
        assertThat(sidecar(lora, "lora-manager").at("versionId").integer()).contains(712345L);
        assertThat(sidecar(lora, "checksum").at("agrees").bool()).contains(false);
        assertThat(sidecar(Shelf.file(list, "xl.safetensors"), "checksum")
                        .at("problem")
                        .text())
                .isPresent();
        assertThat(shelf.run("verify", "--offline").code()).isZero();
        assertThat(program.run("library", "which", sha256).out()).contains("about another content");
    }

    private static Json sidecar(Json file, String tool) {
        return file.at("sidecars").items().stream()
                .filter(sidecar -> sidecar.at("tool").text().equals(Optional.of(tool)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysThatTheLibraryIsEmpty() {
        var list = shelf.run("list");
        assertThat(list.code()).isZero();
        assertThat(list.err()).contains("library scan");
    }

    @Test
    void escapesWhatFilesAndAuthorsAreCalled() {
        shelf.put("loras/red\u001b[31m.safetensors", Safetensors.sdxlLora("\u001b[2Jnone", 8));
        shelf.scan();
        assertThat(program.run("library", "list").out()).doesNotContain("\u001b");
    }
}
