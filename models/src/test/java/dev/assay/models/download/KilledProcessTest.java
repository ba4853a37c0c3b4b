package dev.assay.models.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.assay.models.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real processes, killed without warning, or racing each other. */
class KilledProcessTest {

    private static final int KILLS = 200;
    private static final int AT_ONCE = 4;
    private static final Content MODEL = ChildDownload.MODEL;

    private final AtomicInteger killedMidway = new AtomicInteger();
    private final AtomicInteger killedWithHoles = new AtomicInteger();

    @TempDir
    Path folder;

    private static Process start(Path folder) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classPath,
                        ChildDownload.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path model(Path folder) {
        return folder.resolve("model.safetensors");
    }

    @Test
    void aKilledRunLeavesTheOldStateTheNewOneOrAPartThatTheNextRunUses() throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var work = IntStream.range(0, AT_ONCE)
                    .<Callable<Void>>mapToObj(worker -> () -> killOften(worker))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(killedMidway.get()).as("kills that met a download at work").isGreaterThan(KILLS / 3);
        assertThat(killedWithHoles.get())
                .as("kills that met several connections at work")
                .isGreaterThan(KILLS / 20);
    }

    @SuppressWarnings("NullAway") // a Callable<Void> can only give null
    private Void killOften(int worker) throws IOException, InterruptedException {
        var random = new Random(20251123 + worker);
        var own = Files.createDirectory(folder.resolve("worker-" + worker));
        for (int kill = 0; kill < KILLS / AT_ONCE; kill++) {
            killOnce(own, random.nextInt(600));
            // Most kills meet what the one before has left; now and then all begins anew.
            if (kill % 4 == 3) {
                finish(own);
            }
        }
        return null;
    }

    private void killOnce(Path own, int after) throws IOException, InterruptedException {
        var child = start(own);
        try (BufferedReader out = child.inputReader()) {
            assertThat(out.readLine()).isIn("started", "Done", "AlreadyThere");
            Thread.sleep(after);
            child.destroyForcibly().waitFor();
        }
        if (Files.exists(model(own))) {
            assertThat(model(own)).hasBinaryContent(MODEL.bytes());
        }
        try (var files = Files.list(own)) {
            assertThat(files).allMatch(file -> file.equals(model(own)) || PartNames.isLeftover(file));
        }
        killedMidway.addAndGet(Files.exists(PartNames.part(ChildDownload.wanted(own))) ? 1 : 0);
        killedWithHoles.addAndGet(state(own).holdsUpTo().isPresent() ? 1 : 0);
    }

    private static PartState state(Path own) throws IOException {
        var lock = PartNames.lock(ChildDownload.wanted(own));
        return Files.exists(lock) ? PartState.parse(Files.readString(lock)) : PartState.NOTHING;
    }

    /** How many bytes of the part the next run can build upon. */
    private static long usable(Path own) throws IOException {
        var part = PartNames.part(ChildDownload.wanted(own));
        if (!Files.exists(part) || state(own).sha256().isEmpty()) {
            return 0;
        }
        return Math.min(Files.size(part), state(own).holdsUpTo().orElse(Long.MAX_VALUE));
    }

    private static void finish(Path own) throws IOException {
        var usable = Files.exists(model(own)) ? MODEL.length() : usable(own);
        var source = new FakeSource(MODEL);
        var result = Downloader.create(_ -> {}, new Random(1), RateLimit.none())
                .fetch(ChildDownload.wanted(own), source, Progress.silent());
        assertThat(result).isInstanceOfAny(DownloadResult.Done.class, DownloadResult.AlreadyThere.class);
        if (usable < MODEL.length()) {
            assertThat(source.asked()).extracting(FakeSource.Asked::from).containsExactly(usable);
        } else {
            assertThat(source.asked()).isEmpty();
        }
        assertThat(model(own)).hasBinaryContent(MODEL.bytes());
        try (var files = Files.list(own)) {
            assertThat(files).containsExactly(model(own));
        }
        Files.delete(model(own));
    }

    @Test
    void theSecondOfTwoProcessesWaitsAndFindsTheFileDone() throws Exception {
        var children = List.of(start(folder), start(folder), start(folder));
        var results = new ArrayList<String>();
        for (var child : children) {
            try (BufferedReader out = child.inputReader()) {
                out.lines().filter(line -> !line.equals("started")).forEach(results::add);
            }
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(results).containsExactlyInAnyOrder("Done", "AlreadyThere", "AlreadyThere");
        assertThat(model(folder)).hasBinaryContent(MODEL.bytes());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(model(folder));
        }
    }
}
