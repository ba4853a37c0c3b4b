package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Several processes, of several threads each, write to the same target: none harms another's, whichever is killed. */
class StagingProcessTest {

    private static final int KILLS = 12;

    @TempDir
    private Path folder;

    private Process start(String who) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        ChildWriting.class.getName(),
                        folder.resolve("w.json").toString(),
                        who)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void everythingIsWhole() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> !one.getFileName().toString().startsWith("."))
                    .toList()) {
                var text = Files.readString(file);
                var first = text.lines().findFirst().orElse("");
                assertThat(text).as(file.toString()).isEqualTo((first + "\n").repeat(2_000) + "end");
            }
        }
    }

    private List<String> hidden() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    @Test
    void processesAndThreadsAtOnceWriteWholeFilesAndLeaveNothing() throws Exception {
        var told = new ArrayList<String>();
        for (var child : List.of(start("one "), start("two "))) {
            try (var out = child.inputReader()) {
                out.lines().forEach(told::add);
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(told).noneMatch(line -> line.startsWith("failed"));
        assertThat(told).filteredOn("done"::equals).hasSize(2);
        assertThat(told).filteredOn(line -> line.startsWith("took")).doesNotHaveDuplicates();
        assertThat(told).filteredOn(line -> line.startsWith("took")).hasSize(ChildWriting.ROUNDS);
        everythingIsWhole();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void whatAKilledOneLeavesIsClearedAwayAndALivingOnesIsNot() throws Exception {
        var random = new Random(20251126);
        for (int kill = 0; kill < KILLS; kill++) {
            var living = start("living " + kill);
            var dying = start("dying " + kill);
            assertThat(dying.waitFor(250 + random.nextInt(400), TimeUnit.MILLISECONDS))
                    .isIn(true, false);
            dying.destroyForcibly().waitFor();
            try (var out = living.inputReader()) {
                assertThat(out.lines().filter(line -> line.startsWith("failed")))
                        .isEmpty();
            }
            assertThat(living.waitFor(60, TimeUnit.SECONDS)).isTrue();
            everythingIsWhole();
            WholeFile.replace(
                    folder.resolve("w.json"), ChildWriting.text("last", kill).getBytes(UTF_8));
            for (int round = 0; round < ChildWriting.ROUNDS; round++) {
                Staging.clear(folder.resolve("new-" + round));
            }
            assertThat(hidden()).isEmpty();
        }
    }
}
