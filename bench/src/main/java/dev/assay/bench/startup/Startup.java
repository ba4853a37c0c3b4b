package dev.assay.bench.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.demo.Demo;
import dev.assay.bench.Benchmark;
import dev.assay.bench.Command;
import dev.assay.bench.Contender;
import dev.assay.bench.Programs;

/**
 * Help, and a whole report from the journal, against what every Python tool of this field pays before it begins:
 * loading its HTTP library.
 */
public final class Startup implements Benchmark {

    private final Command assay;
    private final Command java;
    private final Optional<Python> python;

    private Startup(Command assay, Command java, Optional<Python> python) {
        this.assay = assay;
        this.java = java;
        this.python = python;
    }

    /** Fills the journal from a replica, which is gone when this returns. */
    public static Startup prepare(Programs programs, Path folder) throws IOException, InterruptedException {
        var comfy = folder.resolve("ComfyUI");
        try (var demo = Demo.start(comfy)) {
            var assay = new Command(programs.assay(), Map.of())
                    .with("ASSAY_HOME", folder.resolve("home").toString())
                    .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                    .with("ASSAY_CIVITAI_URL", demo.site().toString())
                    .with("COMFYUI_ROOT", comfy.toString())
                    .with("CIVITAI_API_KEY", "");
            assay.and("make", image(), "--verify").run();
            return new Startup(assay, Command.of(programs.java().getFirst(), "-version"), Python.withRequests());
        }
    }

    private static String image() {
        return Long.toString(Demo.IMAGE);
    }

    @Override
    public String title() {
        return "Start-up";
    }

    @Override
    public String explanation() {
        return "`assay --help`, and `assay make ID --offline --verify`: the whole report on the incident's image from a"
                + " filled journal, the site gone.\n"
                + "`java -version` is the JVM alone, below which no program in Java can get.\n"
                + python.map(found -> "The measure is " + found.name() + ", called directly, not through a version"
                                + " manager's shim.")
                        .orElse(
                                "**No Python with `requests` was found (Debian: `apt install python3-requests`): nothing"
                                        + " is compared with it.**");
    }

    @Override
    public List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        python.ifPresent(found ->
                contenders.add(new Contender("`python3 -c 'import requests'`", true, found.importingRequests()::run)));
        contenders.add(new Contender("`java -version`", python.isEmpty(), java::run));
        contenders.add(new Contender("`assay --help`", false, assay.and("--help")::run));
        contenders.add(new Contender(
                "`assay make ID --offline --verify`", false, assay.and("make", image(), "--offline", "--verify")::run));
        return contenders;
    }

    @Override
    public void close() {}
}
