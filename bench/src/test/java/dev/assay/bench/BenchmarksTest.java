package dev.assay.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.assay.app.Main;
import dev.assay.bench.download.DownloadAndVerify;
import dev.assay.bench.download.Trial;
import dev.assay.bench.startup.Startup;
import dev.assay.bench.workflows.ScanWorkflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
    void scanWorkflows() throws Exception {
        try (var benchmark = ScanWorkflows.prepare(programs(), folder, 20)) {
            assertThat(Bench.section(benchmark, ONCE))
                    .contains("## Scanning 20 workflows", "| `assay scan` of all | ", "1 round.");
        }
    }

    /** The classes that are tested, without launcher and archive. */
    private static Programs programs() {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var classes = Objects.requireNonNull(System.getProperty("java.class.path"));
        return new Programs(List.of(java, "-cp", classes, Main.class.getName()), List.of(java, "-cp", classes));
    }
}
