package dev.assay.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Settings;
import dev.assay.app.report.SafeText;
import dev.assay.app.serve.Browser;
import dev.assay.app.serve.PageServer;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The page. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Open the page on this computer: look, paste and drop instead of typing commands.",
        footerHeading = "%nExample:%n",
        footer = "  assay serve --comfy ~/ComfyUI")
final class ServeCommand implements Callable<Integer>, StreamCommand {

    private static final int USUAL_PORT = 7787;
    private static final int LAST_PORT = 65_535;

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen there (default: " + USUAL_PORT + "; 0 for any that is free).")
    private int port = USUAL_PORT;

    @Option(names = "--no-open", description = "Do not open the browser; only print the address.")
    private boolean noOpen;

    @Mixin
    private CommonOptions common;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--port is " + port + "; it can be 0 to " + LAST_PORT + ".");
        }
        var settings = common.settings(streams.environment());
        try (var page = opened(settings)) {
            tell(page);
            if (!noOpen) {
                Browser.open(page.invitation());
            }
            new CountDownLatch(1).await();
            return ExitCode.OK.number();
        } catch (IOException e) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "The page cannot be opened: " + DiskWords.of(e) + ".",
                    "Check that Assay's own folder can be written to, or name another with ASSAY_HOME.");
        }
    }

    private PageServer opened(Settings settings) throws IOException {
        return switch (PageServer.open(settings, port)) {
            case PageServer.Opening.Open(var page) -> page;
            case PageServer.Opening.PortTaken() ->
                throw new StopException(
                        ExitCode.THIS_COMPUTER,
                        "Port " + port + " of this computer is taken by another program.",
                        "Name another one: assay serve --port " + other() + " (or 0 for any that is free).");
            case PageServer.Opening.OpenAlready(var home) ->
                throw new StopException(
                        ExitCode.THIS_COMPUTER,
                        "The page is open already: another assay serve works in " + SafeText.line(home.toString())
                                + ".",
                        "Use the address that it printed, or end it with Ctrl-C where it runs, then start again.");
        };
    }

    private int other() {
        return port < LAST_PORT ? port + 1 : USUAL_PORT;
    }

    private void tell(PageServer page) {
        var out = streams.out();
        if (common.json()) {
            out.print(Json.object()
                    .put("schema", "assay/serve/1")
                    .put("address", page.address())
                    .put("port", page.port())
                    .build()
                    .writePretty());
        } else {
            out.println("Assay's page is open at");
            out.println();
            out.println("  " + page.address());
            out.println();
            out.println(
                    "Whoever has this address acts as you: keep it to yourself. It is good until this program ends.");
            out.println("Ctrl-C ends it. What is under way then waits for the next start, and loses nothing.");
        }
        out.flush();
    }
}
