package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;

import dev.assay.bench.download.DownloadAndVerify;
import dev.assay.bench.download.Trial;
import dev.assay.bench.files.FileContests;
import dev.assay.bench.startup.Startup;
import dev.assay.bench.workflows.ScanWorkflows;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks, and prints what came of them as a page of Markdown. */
@Command(name = "bench/run", mixinStandardHelpOptions = true, description = "Measures Assay against other tools.")
final class Bench implements Callable<Integer> {

    @Option(names = "--rounds", paramLabel = "N", description = "Counted runs of each contender (default: 15).")
    private int rounds = 15;

    @Option(
            names = "--mebibytes",
            paramLabel = "N",
            description = "Size of the downloads (default: 1024); the one onto the disk is four times as large.")
    private int mebibytes = 1024;

    @Option(names = "--workflows", paramLabel = "N", description = "How many workflows are scanned (default: 5000).")
    private int workflows = 5000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "No further round of a benchmark begins after that (default: 3).")
    private int minutes = 3;

    @Option(
            names = "--only",
            paramLabel = "NAME,…",
            split = ",",
            description = "Only these: start-up, pictures, graph, hashing, headers, first-scan, second-scan, workflows,"
                    + " workflows-after-start-up, to-memory, to-disk, from-slow-server (default: all).")
    private List<String> only = List.of();

    @Option(names = "--checkout", paramLabel = "DIR", description = "Where the launcher is (default: here).")
    private Path checkout = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var programs = Programs.builtIn(checkout.toRealPath());
        var folder = Files.createTempDirectory("assay-bench-");
        try {
            System.out.print(page(programs, folder));
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    /** A benchmark as {@code --only} calls it. */
    private record Named(String name, Maker maker) {}

    /** A benchmark, before it makes what it needs. */
    private interface Maker {
        Benchmark make(Programs programs, Path folder) throws IOException, InterruptedException;
    }

    /** All that are measured; a further one is a class, and a line here. */
    private List<Named> benchmarks() {
        return List.of(
                new Named("start-up", Startup::prepare),
                new Named("pictures", (all, folder) -> FileContests.pictures(all, folder, 2_000)),
                new Named("graph", (all, folder) -> FileContests.graph(all, folder, 500)),
                new Named("hashing", (all, folder) -> FileContests.hashing(all, folder, mebibytes)),
                new Named("headers", (all, folder) -> FileContests.headers(all, folder, 10_000)),
                new Named("first-scan", (all, folder) -> FileContests.coldScan(all, folder, 2_000)),
                new Named("second-scan", (all, folder) -> FileContests.secondScan(all, folder, 10_000)),
                new Named("workflows", (all, folder) -> ScanWorkflows.prepare(all, folder, workflows)),
                new Named(
                        "workflows-after-start-up",
                        (all, folder) -> ScanWorkflows.afterStartUp(all, folder, workflows)),
                new Named("to-memory", (all, folder) -> download(all, folder, Trial.intoMemory(mebibytes))),
                new Named("to-disk", (all, folder) -> download(all, folder, Trial.ontoDisk(4 * mebibytes))),
                new Named("from-slow-server", (all, folder) -> download(all, folder, Trial.fromSlowServer(mebibytes))));
    }

    private static Benchmark download(Programs programs, Path folder, Trial trial)
            throws IOException, InterruptedException {
        return DownloadAndVerify.prepare(programs, folder, trial);
    }

    private List<Maker> wanted() {
        return benchmarks().stream()
                .filter(one -> only.isEmpty() || only.contains(one.name()))
                .map(Named::maker)
                .toList();
    }

    private String page(Programs programs, Path folder) throws IOException, InterruptedException {
        var page = new StringBuilder("""
                # Measurements

                Made by `bench/run` ([how](../../bench/README.md)) on %s: %s.
                The contenders took turns. What is counted are whole processes: by the clock on the wall, and by the processors' own
                count, which a busy computer disturbs less. A ratio is taken round by round; below 1 is faster. Compare ratios:
                seconds are those of this computer on that day.
                """.formatted(LocalDate.now(ZoneOffset.UTC), Machine.describe()));
        var turns = new Rounds(rounds, Duration.ofMinutes(minutes), new SystemMeter());
        for (var maker : wanted()) {
            try (var benchmark = maker.make(programs, folder)) {
                System.err.println("measuring: " + benchmark.title());
                page.append(section(benchmark, turns));
            }
        }
        return page.toString();
    }

    /** What came of one benchmark. */
    static String section(Benchmark benchmark, Rounds turns) throws IOException, InterruptedException {
        var costs = turns.run(benchmark.contenders());
        var rounds = costs.values().iterator().next().size();
        var processor = benchmark.isAfterStartUp() ? "" : Table.PROCESSOR.of(costs) + "\n";
        return "\n## " + benchmark.title() + "\n\n" + benchmark.explanation() + "\n\n" + Table.WALL.of(costs) + "\n"
                + processor + rounds + (rounds == 1 ? " round.\n" : " rounds.\n");
    }
}
