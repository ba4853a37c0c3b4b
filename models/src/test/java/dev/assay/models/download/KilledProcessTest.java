package dev.assay.models.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.assay.models.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real processes, killed without warning, or racing each other. */
class KilledProcessTest {

    private static final int KILLS = 20;
    private static final Content MODEL = ChildDownload.MODEL;

    @TempDir
    Path folder;

    private Process start() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        ChildDownload.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path model() {
        return folder.resolve("model.safetensors");
    }

    private DownloadResult finish() {
        return Downloader.create(_ -> {}, new Random(1))
                .fetch(ChildDownload.wanted(folder), new FakeSource(MODEL), Progress.silent());
    }

    @Test
    void aKilledRunLeavesTheOldStateTheNewOneOrAPartThatTheNextRunUses() throws Exception {
        var random = new Random(20251123);
        int killedMidway = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var child = start();
            try (BufferedReader out = child.inputReader()) {
                assertThat(out.readLine()).isIn("started", "Done", "AlreadyThere");
                Thread.sleep(random.nextInt(250));
                child.destroyForcibly().waitFor();
            }
            if (Files.exists(model())) {
                assertThat(model()).hasBinaryContent(MODEL.bytes());
            }
            try (var files = Files.list(folder)) {
                assertThat(files).allMatch(file -> file.equals(model()) || PartNames.isLeftover(file));
            }
            killedMidway += Files.exists(PartNames.part(ChildDownload.wanted(folder))) ? 1 : 0;
            // Most kills meet what the one before has left; now and then all begins anew.
            if (kill % 4 == 3) {
                assertThat(finish()).isInstanceOfAny(DownloadResult.Done.class, DownloadResult.AlreadyThere.class);
                assertThat(model()).hasBinaryContent(MODEL.bytes());
                try (var files = Files.list(folder)) {
                    assertThat(files).containsExactly(model());
                }
                Files.delete(model());
            }
        }
        assertThat(killedMidway).as("kills that met a download at work").isGreaterThan(KILLS / 4);
    }

    @Test
    void theSecondOfTwoProcessesWaitsAndFindsTheFileDone() throws Exception {
        var children = List.of(start(), start(), start());
        var results = new ArrayList<String>();
        for (var child : children) {
            try (BufferedReader out = child.inputReader()) {
                out.lines().filter(line -> !line.equals("started")).forEach(results::add);
            }
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(results).containsExactlyInAnyOrder("Done", "AlreadyThere", "AlreadyThere");
        assertThat(model()).hasBinaryContent(MODEL.bytes());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(model());
        }
    }
}
