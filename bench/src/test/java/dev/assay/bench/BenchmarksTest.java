package dev.assay.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.assay.app.Main;
import dev.assay.bench.download.DownloadAndVerify;
import dev.assay.bench.download.Trial;
import dev.assay.bench.files.FileContests;
import dev.assay.bench.startup.Startup;
import dev.assay.bench.workflows.ScanWorkflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Every benchmark runs; how fast is not tested. */
class BenchmarksTest {

    private static final Rounds ONCE = new Rounds(1, Duration.ofMinutes(1), new SystemMeter());

    @TempDir
    private Path folder;

    @Test
    void startUp() throws Exception {
        try (var benchmark = Startup.prepare(programs(), folder)) {
            assertThat(Bench.section(benchmark, ONCE))
                    .contains(
                            "## Start-up",
                            "| `assay --help` | ",
                            "| `assay make ID --offline --verify` | ",
                            "1 round.");
        }
    }

    @Test
    void downloadAndVerify() throws Exception {
        for (var trial : List.of(Trial.intoMemory(1), Trial.ontoDisk(1), Trial.fromSlowServer(1))) {
            try (var benchmark = DownloadAndVerify.prepare(programs(), folder, trial)) {
                assertThat(Bench.section(benchmark, ONCE)).contains("1 MiB", "| Assay's download | ");
            }
        }
    }

    @Test
    void workflowsAreScanned() throws Exception {
        runs(ScanWorkflows.prepare(programs(), folder, 20), "| `assay scan` of all | ");
        runs(ScanWorkflows.afterStartUp(programs(), folder, 20), "| Assay's scan | ");
    }

    @Test
    void filesAreRead() throws Exception {
        runs(FileContests.pictures(programs(), folder, 6), "| Assay's reader | ");
        runs(FileContests.graph(programs(), folder, 40), "| Assay's reader | ");
        runs(FileContests.headers(programs(), folder, 5), "| Assay's inspector | ");
    }

    @Test
    void modelsAreHashedAndScanned() throws Exception {
        assumeThat(Command.find("openssl")).isPresent();
        runs(FileContests.hashing(programs(), folder, 1), "| Assay, two such files at once | ");
        runs(FileContests.coldScan(programs(), folder, 5), "| `assay library scan` | ");
        runs(FileContests.secondScan(programs(), folder, 5), "| Assay's scanner | ");
    }

    private static void runs(Benchmark benchmark, String line) throws Exception {
        try (benchmark) {
            assertThat(Bench.section(benchmark, ONCE)).contains("## " + benchmark.title(), line, "1 round.");
        }
    }

    /** The classes that are tested, without launcher and archive. */
    private static Programs programs() {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var classes = Objects.requireNonNull(System.getProperty("java.class.path"));
        return new Programs(List.of(java, "-cp", classes, Main.class.getName()), List.of(java, "-cp", classes));
    }
}
