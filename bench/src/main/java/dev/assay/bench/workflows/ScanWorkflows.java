package dev.assay.bench.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.bench.Benchmark;
import dev.assay.bench.Command;
import dev.assay.bench.Contender;
import dev.assay.bench.Folders;
import dev.assay.bench.Programs;
import dev.assay.bench.laps.Contest;
import dev.assay.bench.laps.Laps;
import dev.assay.bench.laps.Scripts;
import dev.assay.bench.laps.Worker;

/** A scan of thousands of workflows, against a Python loop that does nothing but parse the same files. */
public final class ScanWorkflows implements Benchmark {

    private static final int SOMETHING_IS_MISSING = 7;

    private static final String LOOP = """
            import glob, json, sys
            for name in sorted(glob.glob(sys.argv[1] + '/*.json')):
                with open(name) as file:
                    json.load(file)
            """;

    private final Path folder;
    private final int count;
    private final boolean real;
    private final Command assay;
    private final Optional<Path> python;

    private ScanWorkflows(Path folder, int count, boolean real, Command assay, Optional<Path> python) {
        this.folder = folder;
        this.count = count;
        this.real = real;
        this.assay = assay;
        this.python = python;
    }

    /** Makes that many workflows, by varying the real ones beside the checkout, or else our own. */
    public static ScanWorkflows prepare(Programs programs, Path folder, int count) throws IOException {
        var own = folder.resolve("workflows-bench");
        Files.createDirectories(own.resolve("ComfyUI/models/checkpoints"));
        var real = SampleWorkflows.write(own.resolve("many"), count);
        var assay = new Command(programs.assay(), Map.of())
                .with("ASSAY_HOME", own.resolve("home").toString())
                .with("XDG_CONFIG_HOME", own.resolve("config").toString())
                .with("COMFYUI_ROOT", own.resolve("ComfyUI").toString())
                .and("scan", "--offline", "--json");
        return new ScanWorkflows(own, count, real, assay, Command.find("python3"));
    }

    /** The same as a program does it that has been running for a while, such as `assay serve`. */
    public static Benchmark afterStartUp(Programs programs, Path folder, int count)
            throws IOException, InterruptedException {
        var own = folder.resolve("workflows-running");
        var many = own.resolve("many");
        var real = SampleWorkflows.write(many, count);
        var contest = new Contest(
                "Scanning " + count + " workflows, after start-up",
                "The same work in programs that have done it before: what they need, looked for in an empty ComfyUI, as JSON."
                        + " Made by varying " + (real ? "real ones" : "our own")
                        + ". Python parses the same files, and looks for nothing.",
                own,
                true);
        contest.with(Scripts.json(many));
        return contest.with("Assay's scan", Worker.start(Laps.command(programs, "workflows", many)));
    }

    @Override
    public String title() {
        return "Scanning " + count + " workflows";
    }

    @Override
    public String explanation() {
        return "`assay scan --offline --json` over a folder of " + count + " workflows, made by varying "
                + (real ? "real ones" : "our own")
                + ", with an empty ComfyUI. What is left after its start-up, which is"
                + " the time that one workflow takes, is the rate.\n"
                + (python.isPresent()
                        ? "The measure is a Python loop of `json.load` over the same files, which looks for nothing."
                        : "**No Python was found: nothing is compared with it.**");
    }

    @Override
    public List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        var many = folder.resolve("many").toString();
        python.ifPresent(found -> contenders.add(
                new Contender("Python, `json.load` only", true, Command.of(found.toString(), "-c", LOOP, many)::run)));
        contenders.add(new Contender(
                "`assay scan` of all", python.isEmpty(), () -> assay.and(many).run(SOMETHING_IS_MISSING)));
        contenders.add(new Contender(
                "`assay scan` of one",
                false,
                () -> assay.and(many + "/00000.json").run(SOMETHING_IS_MISSING)));
        return contenders;
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
