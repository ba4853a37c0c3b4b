package dev.assay.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Gguf;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The library learns what there is, once. */
class LibraryScanTest {

    private static final Bytes LORA = Safetensors.sdxlLora("evening", 1);
    private static final Bytes CHECKPOINT = Safetensors.sdxlCheckpoint(2);

    @TempDir
    private Path folder;

    private Program program;
    private Shelf shelf;

    @BeforeEach
    void install() {
        program = Program.in(folder);
        shelf = new Shelf(program);
    }

    private static String text(Json file, String key) {
        return file.at(key).scalar().orElse("");
    }

    @Test
    void tellsWhatEachFileIsByItsContent() {
        shelf.put("loras/styles/my own name.safetensors", LORA);
        shelf.put("checkpoints/pony.safetensors", CHECKPOINT);
        shelf.put("vae/xl.safetensors", Safetensors.sdxlVae(3));
        shelf.put("embeddings/calm.safetensors", Safetensors.sdxlEmbedding(4));
        shelf.put("diffusion_models/wan.gguf", Gguf.model("wan", Map.of("head.modulation", List.of(1, 2, 3072)), 5));
        var scan = shelf.scan();
        assertThat(scan.at("files").integer()).contains(5L);
        assertThat(scan.at("read").integer()).contains(5L);
        assertThat(scan.at("exitCode").integer()).contains(0L);
        var list = shelf.list();
        assertIs(list, "styles/my own name.safetensors", "loras", "lora", "sdxl", "safetensors");
        assertIs(list, "pony.safetensors", "checkpoints", "checkpoint", "sdxl", "safetensors");
        assertIs(list, "xl.safetensors", "vae", "vae", "unknown", "safetensors");
        assertIs(list, "calm.safetensors", "embeddings", "embedding", "sdxl", "safetensors");
        assertIs(list, "wan.gguf", "diffusion_models", "diffusion-model", "wan", "gguf");
        assertThat(text(Shelf.file(list, "wan.gguf"), "variant")).isEqualTo("2.2 TI2V 5B");
        assertThat(Shelf.file(list, "styles/my own name.safetensors")
                        .at("metadata")
                        .at("ss_output_name")
                        .text())
                .contains("evening");
    }

    @Test
    void readsAFileWhoseOnlyTensorIsASingleNumber() {
        shelf.put("vae/scale.safetensors", Safetensors.file(Map.of(), Map.of("scale", List.of()), 1));
        shelf.scan();
        var file = Shelf.file(shelf.list(), "scale.safetensors");
        assertThat(text(file, "format")).isEqualTo("safetensors");
        assertThat(text(file, "family")).isEqualTo("unknown");
    }

    private static void assertIs(Json list, String name, String folder, String kind, String family, String format) {
        var file = Shelf.file(list, name);
        assertThat(List.of(text(file, "folder"), text(file, "kind"), text(file, "family"), text(file, "format")))
                .containsExactly(folder, kind, family, format);
        assertThat(text(file, "kindFrom")).isEqualTo("header");
    }

    @Test
    void knowsEveryHashAsTheSitePrintsIt() {
        var large = Safetensors.file(Map.of(), Map.of("weight", List.of(1100, 1000)), 6);
        shelf.put("loras/small.safetensors", LORA);
        shelf.put("loras/large.safetensors", large);
        shelf.put("upscale_models/old.pth", Bytes.of(new byte[] {(byte) 0x80, 2, '}', '.'}));
        shelf.scan();
        var list = shelf.list();
        assertHashes(Shelf.file(list, "small.safetensors"), LORA);
        assertHashes(Shelf.file(list, "large.safetensors"), large);
        assertHashes(Shelf.file(list, "old.pth"), Bytes.of(new byte[] {(byte) 0x80, 2, '}', '.'}));
    }

    private static void assertHashes(Json file, Bytes content) {
        var site = SiteHashes.of(content);
        assertThat(text(file, "sha256")).isEqualToIgnoringCase(site.get("SHA256"));
        assertThat(text(file, "autoV1")).isEqualTo(site.getOrDefault("AutoV1", ""));
        assertThat(text(file, "autoV2")).isEqualTo(site.get("AutoV2"));
        assertThat(text(file, "autoV3")).isEqualTo(site.getOrDefault("AutoV3", ""));
        assertThat(text(file, "crc32")).isEqualTo(site.get("CRC32"));
    }

    @Test
    void readsNothingAgainThatIsUnchanged() throws IOException {
        var lora = shelf.put("loras/a.safetensors", LORA);
        shelf.put("checkpoints/b.safetensors", CHECKPOINT);
        shelf.scan();
        assertThat(List.of(number(shelf.scan(), "unchanged"), number(shelf.scan(), "read")))
                .containsExactly(2L, 0L);
        Files.write(lora, Safetensors.sdxlLora("other", 9).toArray());
        Files.setLastModifiedTime(lora, FileTime.fromMillis(1_700_000_000_000L));
        var third = shelf.scan();
        assertThat(List.of(number(third, "unchanged"), number(third, "read"))).containsExactly(1L, 1L);
        assertThat(Shelf.file(shelf.list(), "a.safetensors")
                        .at("metadata")
                        .at("ss_output_name")
                        .text())
                .contains("other");
    }

    private static long number(Json scan, String key) {
        return scan.at(key).integer().orElseThrow();
    }

    @Test
    void knowsAFileAgainThatWasMovedOrLinked() throws IOException {
        var lora = shelf.put("loras/a.safetensors", LORA);
        shelf.scan();
        var moved =
                Files.createDirectories(shelf.models().resolve("loras/styles")).resolve("b.safetensors");
        Files.move(lora, moved);
        Files.createLink(shelf.models().resolve("loras/c.safetensors"), moved);
        var scan = shelf.scan();
        assertThat(List.of(number(scan, "moved"), number(scan, "read"), number(scan, "missing")))
                .containsExactly(2L, 0L, 1L);
        assertThat(Shelf.names(shelf.list())).containsExactly("c.safetensors", "styles/b.safetensors");
    }

    @Test
    void keepsWhatIsKnownOfADiskThatIsUnplugged() throws IOException {
        var disk = Files.createDirectories(folder.resolve("disk"));
        Files.write(disk.resolve("x.safetensors"), LORA.toArray());
        Files.createSymbolicLink(shelf.models().resolve("loras/disk"), disk);
        shelf.scan();
        var away = Files.move(disk, folder.resolve("away"));
        assertThat(number(shelf.scan(), "missing")).isEqualTo(1);
        assertThat(Shelf.names(shelf.list())).isEmpty();
        Files.move(away, disk);
        var back = shelf.scan();
        assertThat(List.of(number(back, "unchanged"), number(back, "read"))).containsExactly(1L, 0L);
        assertThat(Shelf.names(shelf.list())).containsExactly("disk/x.safetensors");
    }

    @Test
    void looksWhereComfyUiLooks() throws IOException {
        var big = Files.createDirectories(folder.resolve("big/more"));
        Files.write(big.resolve("one.safetensors"), LORA.toArray());
        Files.write(Files.createDirectories(folder.resolve("other")).resolve("two.safetensors"), CHECKPOINT.toArray());
        Files.writeString(program.comfy().resolve("extra_model_paths.yaml"), """
                mine:
                    base_path: %s
                    is_default: true
                    loras: |
                        more
                        nowhere
                other:
                    unet: %s
                empty:
                """.formatted(
                        folder.resolve("big"), folder.resolve("other")));
        shelf.put(
                "clip/t5.safetensors",
                Safetensors.file(Map.of(), Map.of("encoder.block.0.layer.0.SelfAttention.k.weight", List.of(4, 4)), 7));
        shelf.put("ipadapter/face.bin", Bytes.of(new byte[] {(byte) 0x80, 4, '.'}));
        shelf.put("loras/readme.txt", Bytes.utf8("no model"));
        Files.createSymbolicLink(
                shelf.models().resolve("loras/round"), shelf.models().resolve("loras"));
        assertThat(number(shelf.scan(), "files")).isEqualTo(4);
        var list = shelf.list();
        assertThat(text(Shelf.file(list, "one.safetensors"), "folder")).isEqualTo("loras");
        assertThat(text(Shelf.file(list, "two.safetensors"), "folder")).isEqualTo("diffusion_models");
        assertThat(text(Shelf.file(list, "t5.safetensors"), "folder")).isEqualTo("text_encoders");
        assertThat(text(Shelf.file(list, "t5.safetensors"), "kind")).isEqualTo("text-encoder");
        assertThat(list.at("files").items().stream().map(file -> text(file, "folder")))
                .contains("ipadapter");
    }

    @Test
    void scansAnyFolderThatIsGiven() throws IOException {
        var stable = Files.createDirectories(folder.resolve("webui/models/Stable-diffusion"));
        Files.write(stable.resolve("x.safetensors"), CHECKPOINT.toArray());
        var loras = Files.createDirectories(folder.resolve("webui/models/Lora/people"));
        Files.write(loras.resolve("y.safetensors"), LORA.toArray());
        program.without("COMFYUI_ROOT");
        assertThat(shelf.run("scan", "webui/models").code()).isZero();
        var list = shelf.list();
        assertThat(text(Shelf.file(list, "Stable-diffusion/x.safetensors"), "folder"))
                .isEqualTo("checkpoints");
        assertThat(text(Shelf.file(list, "Lora/people/y.safetensors"), "folder"))
                .isEqualTo("loras");
        assertThat(shelf.run("scan", "nowhere").code()).isEqualTo(2);
        assertThat(shelf.run("scan", "--comfy", "nowhere").code()).isEqualTo(2);
    }

    @Test
    void tellsWhyAFileIsBroken() throws IOException {
        var whole = LORA.toArray();
        shelf.put("loras/cut.safetensors", LORA.slice(0, whole.length - 1));
        shelf.put("loras/head.safetensors", LORA.slice(0, 100));
        shelf.put("loras/page.safetensors", Bytes.utf8("<!DOCTYPE html><html><title>Sign in</title>"));
        shelf.put("loras/error.safetensors", Bytes.utf8("{\"error\":\"Unauthorized\"}"));
        shelf.put(
                "loras/pointer.safetensors",
                Bytes.utf8("version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 144\n"));
        shelf.put("loras/empty.safetensors", Bytes.empty());
        shelf.put("loras/zeros.safetensors", Bytes.of(new byte[5000]));
        shelf.put("loras/lies.safetensors", lying());
        shelf.put("loras/zip.safetensors", Bytes.of("PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1)));
        shelf.put("checkpoints/cut.ckpt", Bytes.of("PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1)));
        var gguf = Gguf.model("flux", Map.of("double_blocks.0.img_attn.x", List.of(8, 8)), 1);
        shelf.put("diffusion_models/cut.gguf", gguf.slice(0, gguf.size() - 1));
        shelf.put("loras/sound.safetensors", LORA);
        var scan = shelf.scan();
        assertThat(scan.at("damaged").items()).hasSize(11);
        assertThat(scan.at("exitCode").integer()).contains(0L);
        var broken = shelf.list("--broken");
        assertThat(Shelf.names(broken)).doesNotContain("sound.safetensors").hasSize(11);
        assertDamage(broken, "cut.safetensors", "cut-short");
        assertDamage(broken, "head.safetensors", "cut-short");
        assertDamage(broken, "page.safetensors", "web-page");
        assertDamage(broken, "error.safetensors", "text");
        assertDamage(broken, "pointer.safetensors", "lfs-pointer");
        assertDamage(broken, "empty.safetensors", "empty");
        assertDamage(broken, "zeros.safetensors", "bad-header");
        assertDamage(broken, "lies.safetensors", "bad-header");
        assertDamage(broken, "zip.safetensors", "other-format");
        assertDamage(broken, "cut.ckpt", "cut-short");
        assertDamage(broken, "cut.gguf", "cut-short");
    }

    private static void assertDamage(Json list, String name, String kind) {
        assertThat(Shelf.file(list, name).at("damage").at("kind").text())
                .as(name)
                .contains(kind);
    }

    /** A header that says that its only tensor has two bytes more than its shape. */
    private static Bytes lying() {
        var header =
                "{\"t\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,8]}}".getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(8 + header.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array());
    }

    @Test
    void saysWhatItCouldNotRead() throws IOException {
        shelf.put("loras/a.safetensors", LORA);
        Files.createSymbolicLink(shelf.models().resolve("loras/dangling.safetensors"), folder.resolve("nowhere"));
        var scan = shelf.run("scan");
        assertThat(scan.json().at("unreadable").at(0).at("path").text().orElse(""))
                .endsWith("dangling.safetensors");
        assertThat(scan.code())
                .as("a link to nothing is nothing that was left out")
                .isZero();
    }

    @Test
    void beginsAnewWhereTheDatabaseIsDamaged() throws IOException {
        shelf.put("loras/a.safetensors", LORA);
        shelf.scan();
        var database = folder.resolve("home/library/library.db");
        Files.writeString(database, "this is no database, whatever its name says. ".repeat(500));
        var again = shelf.run("scan");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(number(again.json(), "read")).isEqualTo(1);
        assertThat(again.err()).contains("damaged");
        assertThat(folder.resolve("home/library/library-damaged-1.db"))
                .content()
                .startsWith("this is no database");
        assertThat(Shelf.names(shelf.list())).containsExactly("a.safetensors");
        assertThat(number(shelf.scan(), "read")).isZero();
    }

    @Test
    void beginsAnewWhereAPageInTheMiddleIsDamaged() throws IOException {
        for (int i = 0; i < 60; i++) {
            shelf.put("loras/" + i + ".safetensors", Safetensors.sdxlLora("number " + i, i));
        }
        shelf.scan();
        var database = folder.resolve("home/library/library.db");
        var bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(database, bytes);
        var again = shelf.run("scan");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.err()).contains("damaged");
        assertThat(Shelf.names(shelf.list())).hasSize(60);
    }

    @Test
    void leavesTheDatabaseOfANewerAssayAlone() throws Exception {
        shelf.put("loras/a.safetensors", LORA);
        shelf.scan();
        var database = folder.resolve("home/library/library.db");
        setVersion(database, 99);
        var before = Files.readAllBytes(database);
        var again = shelf.run("scan");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.err()).contains("newer Assay");
        assertThat(number(again.json(), "read")).isEqualTo(1);
        assertThat(database).hasBinaryContent(before);
        assertThat(number(shelf.scan(), "unchanged")).isEqualTo(1);
    }

    /** Where SQLite keeps {@code user_version} (its file format, offset 60). */
    private static void setVersion(Path database, int version) throws IOException {
        var bytes = Files.readAllBytes(database);
        ByteBuffer.wrap(bytes).putInt(60, version);
        Files.write(database, bytes);
    }

    @Test
    void saysThatItsOwnFolderCannotBeUsed() throws IOException {
        shelf.put("loras/a.safetensors", LORA);
        Files.writeString(folder.resolve("home"), "a file where the folder should be");
        var scan = shelf.run("scan");
        assertThat(scan.code()).isEqualTo(10);
        assertThat(scan.json().at("exitCode").integer()).contains(10L);
        assertThat(scan.printed())
                .contains("ASSAY_HOME")
                .doesNotContain("Exception in")
                .doesNotContain("\tat ");
    }

    @Test
    void leavesNothingAmongTheTemporaryFiles() throws IOException {
        shelf.put("loras/a.safetensors", LORA);
        shelf.scan();
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("sqlite-"));
        }
    }
}
