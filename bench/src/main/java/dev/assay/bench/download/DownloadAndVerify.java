package dev.assay.bench.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.assay.bench.Benchmark;
import dev.assay.bench.Command;
import dev.assay.bench.Contender;
import dev.assay.bench.Folders;
import dev.assay.bench.Programs;

/** One large file from loopback, verified, against curl, which verifies nothing, and curl with sha256sum behind it. */
public final class DownloadAndVerify implements Benchmark {

    private final Command java;
    private final FileServer server;
    private final SampleModel model;
    private final Path target;

    private DownloadAndVerify(Command java, FileServer server, SampleModel model, Path target) {
        this.java = java;
        this.server = server;
        this.model = model;
        this.target = target;
    }

    /** Makes the file and starts a server for it. */
    public static DownloadAndVerify prepare(Programs programs, Path folder, int mebibytes) throws IOException {
        var served = folder.resolve("served");
        var file = served.resolve(Fetch.PATH);
        Files.createDirectories(file.resolveSibling(""));
        var model = SampleModel.write(file, mebibytes);
        var server = FileServer.start(served, folder.resolve("nginx"));
        return new DownloadAndVerify(new Command(programs.java(), Map.of()), server, model, folder.resolve("fetched"));
    }

    @Override
    public String title() {
        return "Download and verify";
    }

    @Override
    public String explanation() {
        return "A safetensors file of " + (model.bytes() >> 20) + " MiB from " + server.name()
                + " on loopback, onto the"
                + " disk of the temporary folder.\n"
                + "Assay's own download path checks size, SHA-256 and header while the bytes pass, and waits until they"
                + " are on the medium\n(`fsync`) before it gives the name; the others do not wait."
                + (hasCurl() ? "" : "\n**curl was not found: nothing is compared with it.**");
    }

    @Override
    public List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        if (hasCurl()) {
            var curl = "curl -sSf -o " + target.resolve("file") + " '" + server.origin() + "/" + Fetch.PATH + "'";
            contenders.add(contender("`curl`", true, Command.of("sh", "-c", curl)));
            contenders.add(contender(
                    "`curl`, then `sha256sum`",
                    true,
                    Command.of("sh", "-c", curl + " && sha256sum " + target.resolve("file"))));
        }
        contenders.add(contender(
                "Assay's download",
                !hasCurl(),
                java.and(
                        Fetch.class.getName(),
                        server.origin().toString(),
                        model.sha256().hex(),
                        Long.toString(model.bytes()),
                        target.toString())));
        return contenders;
    }

    private static boolean hasCurl() {
        return Command.find("curl").isPresent() && Command.find("sha256sum").isPresent();
    }

    private Contender contender(String name, boolean isMeasure, Command command) {
        return new Contender(name, isMeasure, this::clear, command::run);
    }

    private void clear() throws IOException {
        Folders.delete(target);
        Files.createDirectories(target);
    }

    @Override
    public void close() {
        server.close();
    }
}
