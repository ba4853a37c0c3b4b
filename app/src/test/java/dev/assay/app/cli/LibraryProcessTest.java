package dev.assay.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.assay.app.Main;
import dev.assay.core.json.Json;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real scans, killed without warning, or at work at the same time. */
class LibraryProcessTest {

    private static final int FILES = 600;
    private static final int MOST_KILLS = 40;

    @TempDir
    private Path folder;

    private Program program;
    private Shelf shelf;
    private final Map<String, String> hashes = new HashMap<>();

    @BeforeEach
    void fill() {
        program = Program.in(folder);
        shelf = new Shelf(program);
        var one = Safetensors.sdxlLora("one of many", 1).toArray();
        for (int i = 0; i < FILES; i++) {
            ByteBuffer.wrap(one).putInt(one.length - Integer.BYTES, i);
            var content = Bytes.of(one);
            shelf.put("loras/" + i + ".safetensors", content);
            hashes.put(i + ".safetensors", Shelf.hash(content, "SHA256").toLowerCase(Locale.ROOT));
        }
    }

    private Process start() throws IOException {
        return start("scan");
    }

    private Process start(String... what) throws IOException {
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                Main.class.getName(),
                "library"));
        command.addAll(List.of(what));
        command.add("--json");
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "ASSAY_HOME", folder.resolve("home").toString(),
                        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                        "COMFYUI_ROOT", program.comfy().toString()));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Everything that is recorded is right; returns how much that is. */
    private int recorded() {
        var list = shelf.list().at("files").items();
        assertThat(list)
                .allSatisfy(file -> assertThat(file.at("sha256").text())
                        .contains(hashes.get(file.at("name").text().orElseThrow())));
        return list.size();
    }

    @Test
    void aKilledScanLosesAtMostTheFilesInWork() throws Exception {
        var random = new Random(20261126);
        var midway = new ArrayList<Integer>();
        var before = 0;
        for (int kill = 0; kill < MOST_KILLS && midway.size() < 5; kill++) {
            var scan = start();
            awaitWork(scan);
            Thread.sleep(random.nextInt(150));
            scan.destroyForcibly().waitFor();
            var now = recorded();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
            if (now == FILES) {
                // It was too fast to be killed: once more from nothing.
                program.run("library", "scan", "--json");
                deleteStore();
                before = 0;
            } else if (now > 0) {
                midway.add(now);
            }
        }
        assertThat(midway).as("kills that met a scan at work").isNotEmpty();
        var last = shelf.scan();
        assertThat(last.at("unchanged").integer()).contains((long) before);
        assertThat(last.at("read").integer()).contains((long) FILES - before);
        assertThat(recorded()).isEqualTo(FILES);
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).as("left among the temporary files").isEmpty();
        }
    }

    private void awaitWork(Process scan) throws Exception {
        var log = folder.resolve("home/library/library.db-wal");
        while (scan.isAlive() && !(Files.exists(log) && Files.size(log) > 0)) {
            scan.waitFor(2, TimeUnit.MILLISECONDS);
        }
    }

    private void deleteStore() throws IOException {
        try (var files = Files.list(folder.resolve("home/library"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void scansAtTheSameTimeDoNotHarmEachOther() throws Exception {
        var scans = List.of(start(), start(), start());
        for (var scan : scans) {
            var printed = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(scan.waitFor()).as(printed).isZero();
            assertThat(Json.parse(printed).at("files").integer()).contains((long) FILES);
        }
        assertThat(recorded()).isEqualTo(FILES);
        var again = shelf.scan();
        assertThat(again.at("unchanged").integer()).contains((long) FILES);
    }

    /** Both find the same files damaged, and each goes aside once, with nothing half made beside it. */
    @Test
    void fixesAtTheSameTimePutEachFileAsideOnce() throws Exception {
        shelf.scan();
        var damaged = new ArrayList<Path>();
        for (int i = 0; i < FILES; i += 4) {
            var file = shelf.models().resolve("loras/" + i + ".safetensors");
            var time = Files.getLastModifiedTime(file);
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);
            damaged.add(file);
        }
        for (var fix : List.of(start("verify", "--offline", "--fix"), start("verify", "--offline", "--fix"))) {
            var printed = new String(fix.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(fix.waitFor()).as(printed).isIn(0, 8, 10);
        }
        assertThat(damaged).allSatisfy(file -> assertThat(file).doesNotExist());
        var aside = shelf.models().resolve("loras/" + Quarantine.FOLDER);
        try (var folders = Files.list(aside)) {
            assertThat(folders.toList()).hasSize(damaged.size()).allSatisfy(one -> {
                try (var files = Files.list(one)) {
                    assertThat(files).hasSize(2);
                }
            });
        }
        assertThat(shelf.scan().at("files").integer()).contains((long) FILES - damaged.size());
    }
}
