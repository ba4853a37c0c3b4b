package dev.assay.bench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

import dev.assay.bench.Benchmark;
import dev.assay.bench.Command;
import dev.assay.bench.Folders;
import dev.assay.bench.Programs;
import dev.assay.bench.laps.Contest;
import dev.assay.bench.laps.Laps;
import dev.assay.bench.laps.Scripts;
import dev.assay.bench.laps.Worker;

/** What is measured of reading files. Each makes its files, and deletes them when it is closed. */
public final class FileContests {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BLOCKS_OF_A_LORA = 130;

    private FileContests() {}

    /** Texts of PNG files read and understood. */
    public static Benchmark pictures(Programs programs, Path folder, int count)
            throws IOException, InterruptedException {
        var files = folder.resolve("pictures");
        SamplePictures.write(files, count);
        var contest = new Contest(
                "Reading " + count + " PNG files, after start-up",
                "Files of 1.5 MB as ComfyUI (a graph of 25 nodes and its canvas) and A1111 write them, in turns. Assay reads and"
                        + " understands them as `assay read` does, on all processors; Python finds the texts and parses those"
                        + " that are JSON, and does not understand them. Files a second: " + count
                        + " divided by the seconds.",
                files,
                true);
        contest.with(Scripts.pictures(files));
        return contest.with("Assay's reader", worker(programs, "read", files));
    }

    /** A large graph understood. */
    public static Benchmark graph(Programs programs, Path folder, int nodes) throws IOException, InterruptedException {
        var files = Files.createDirectories(folder.resolve("graph"));
        var file = Files.writeString(files.resolve("graph.json"), SampleGraph.api(nodes, 77));
        var contest = new Contest(
                "A ComfyUI graph of " + nodes + " nodes, after start-up",
                "Parsed, followed back from the picture, and made a recipe of. Python parses the JSON and does nothing"
                        + " with it.",
                files,
                true);
        contest.with(Scripts.json(files));
        return contest.with("Assay's reader", worker(programs, "graph", file));
    }

    /** Hashing, on one core and on two. */
    public static Benchmark hashing(Programs programs, Path folder, int mebibytes) throws IOException {
        var files = Files.createDirectories(folder.resolve("hashing"));
        var one = noise(files.resolve("one.bin"), mebibytes, 1);
        noise(files.resolve("two.bin"), mebibytes, 2);
        var contest = new Contest(
                "SHA-256 of " + mebibytes + " MiB",
                "From the page cache. Assay's start-up is not counted; that of `openssl` is, and takes a few milliseconds."
                        + " Two files at once are 1.8 times as fast as one where their ratio is at most 1.11 times that of"
                        + " one.",
                files,
                true);
        return contest.with("`openssl dgst -sha256`", Command.of("openssl", "dgst", "-sha256", one.toString())::run)
                .with("Assay, one file", worker(programs, "hash", one))
                .with("Assay, two such files at once", worker(programs, "hash-all", files));
    }

    /** A library that nobody has seen before. */
    public static Benchmark coldScan(Programs programs, Path folder, int count) throws IOException {
        var work = Files.createDirectories(folder.resolve("cold"));
        var files = work.resolve("models");
        SampleModels.write(files, count, 13);
        var home = work.resolve("home");
        var scan = new Command(programs.assay(), Map.of())
                .with("ASSAY_HOME", home.toString())
                .with("XDG_CONFIG_HOME", work.resolve("config").toString())
                .and("library", "scan", files.toString());
        var find = "find '" + files + "' -type f -print0 | xargs -0 -P2 -n64 openssl dgst -sha256";
        return new Contest(
                        "First scan of " + count + " small models",
                        "Whole processes. `assay library scan` tells what each file is and takes all of its hashes (SHA-256,"
                                + " AutoV1, AutoV3, CRC32), and records them; the other takes the SHA-256. Files of 260 KiB from"
                                + " the page cache.",
                        work,
                        false)
                .with("`find`, `xargs -P2 openssl dgst -sha256`", Command.of("sh", "-c", find)::run)
                .with("`assay library scan`", () -> Folders.delete(home), scan::run);
    }

    /** A library of which everything is known. */
    public static Benchmark secondScan(Programs programs, Path folder, int count) throws IOException {
        var work = Files.createDirectories(folder.resolve("second"));
        var files = work.resolve("models");
        SampleModels.writeHollow(files, count, 1);
        return new Contest(
                        "Second scan of " + count + " unchanged models, after start-up",
                        "Nothing is read but names, sizes and times. `find` prints those, and compares nothing.",
                        work,
                        true)
                .with(
                        "`find -printf`",
                        Command.of("find", files.toString(), "-type", "f", "-printf", "%p %i %s %T@\n")::run)
                .with("Assay's scanner", worker(programs, "scan", files));
    }

    /** What models say of themselves at their beginning. */
    public static Benchmark headers(Programs programs, Path folder, int count)
            throws IOException, InterruptedException {
        var files = folder.resolve("headers");
        SampleModels.writeHollow(files, count, BLOCKS_OF_A_LORA);
        var contest = new Contest(
                "Headers of " + count + " safetensors files, after start-up",
                "LoRAs of 260 tensors, on one thread. Assay checks the header as well, and tells kind and family; Python"
                        + " parses the JSON.",
                files,
                true);
        contest.with(Scripts.headers(files));
        return contest.with("Assay's inspector", worker(programs, "headers", files));
    }

    private static Worker worker(Programs programs, String work, Path about) throws IOException {
        return Worker.start(Laps.command(programs, work, about));
    }

    private static Path noise(Path file, int mebibytes, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var bytes = new byte[MEBIBYTE];
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
        return file;
    }
}
