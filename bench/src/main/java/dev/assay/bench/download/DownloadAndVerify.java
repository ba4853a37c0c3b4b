package dev.assay.bench.download;

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

/**
 * One large file from loopback, verified, against curl, which verifies nothing, curl with sha256sum behind it, and aria2 with
 * sixteen connections and its own check.
 */
public final class DownloadAndVerify implements Benchmark {

    private final Command java;
    private final FileServer server;
    private final SampleModel model;
    private final Path target;
    private final Trial trial;
    private Optional<String> memory = Optional.empty();

    private DownloadAndVerify(Command java, FileServer server, SampleModel model, Path target, Trial trial) {
        this.java = java;
        this.server = server;
        this.model = model;
        this.target = target;
        this.trial = trial;
    }

    /** Makes the file and starts a server for it. */
    public static DownloadAndVerify prepare(Programs programs, Path folder, Trial trial)
            throws IOException, InterruptedException {
        var served = folder.resolve("served");
        var file = served.resolve(Fetch.PATH);
        Files.createDirectories(file.resolveSibling(""));
        var model = SampleModel.write(file, trial.mebibytes());
        var server = FileServer.start(served, folder.resolve("server"), trial.perConnection());
        var target = trial.folder()
                .map(place -> place.resolve(folder.getFileName() + "-fetched"))
                .orElse(folder.resolve("fetched"));
        var java = new Command(programs.java(), Map.of());
        var benchmark = new DownloadAndVerify(java, server, model, target, trial);
        benchmark.clear();
        benchmark.memory = benchmark.assay().firstLine();
        return benchmark;
    }

    @Override
    public String title() {
        return trial.title();
    }

    @Override
    public String explanation() {
        return "A safetensors file from " + server.name() + " on loopback.\n"
                + "Assay's own download path checks size, SHA-256 and header while the bytes pass, and waits until they"
                + " are on the medium\n(`fsync`) before it gives the name; the others do not wait. "
                + memory.map(peak -> "It needed " + peak + " of memory at most.")
                        .orElse("")
                + (has("curl") ? "" : "\n**curl was not found: nothing is compared with it.**")
                + (has("aria2c") ? "" : "\n**aria2c was not found: nothing is compared with it.**");
    }

    @Override
    public List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        var address = server.origin() + "/" + Fetch.PATH;
        if (has("curl") && has("sha256sum")) {
            var curl = "curl -sSf -o " + target.resolve("file") + " '" + address + "'";
            contenders.add(contender("`curl`", true, Command.of("sh", "-c", curl)));
            contenders.add(contender(
                    "`curl`, then `sha256sum`",
                    false,
                    Command.of("sh", "-c", curl + " && sha256sum " + target.resolve("file"))));
        }
        if (has("aria2c")) {
            contenders.add(contender(
                    "`aria2c -x16 --checksum`",
                    true,
                    Command.of(
                            "aria2c",
                            "-q",
                            "-x16",
                            "-s16",
                            "--checksum=sha-256=" + model.sha256().hex(),
                            "-d",
                            target.toString(),
                            "-o",
                            "file",
                            address)));
        }
        contenders.add(contender("Assay's download", contenders.isEmpty(), assay()));
        return contenders;
    }

    private Command assay() {
        return java.and(
                Fetch.class.getName(),
                server.origin().toString(),
                model.sha256().hex(),
                Long.toString(model.bytes()),
                target.toString());
    }

    private static boolean has(String program) {
        return Command.find(program).isPresent();
    }

    private Contender contender(String name, boolean isMeasure, Command command) {
        return new Contender(name, isMeasure, this::clear, command::run);
    }

    private void clear() throws IOException {
        Folders.delete(target);
        Files.createDirectories(target);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Folders.delete(target);
        // Four gigabytes that nobody needs any more.
        Folders.delete(target.resolveSibling("served"));
    }
}
