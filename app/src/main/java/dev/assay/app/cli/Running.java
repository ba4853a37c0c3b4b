package dev.assay.app.cli;

import java.nio.file.Path;

import dev.assay.app.run.Run;
import dev.assay.app.run.RunReport;
import dev.assay.app.run.RunRequest;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.metadata.EmbeddedGraph;

/** Runs a workflow from the command line, and shows what goes on. */
final class Running {

    private final Streams streams;
    private final Wiring wiring;
    private final ProgressLine progress;

    Running(Streams streams, Wiring wiring, ProgressLine progress) {
        this.streams = streams;
        this.wiring = wiring;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param given what the user calls it
     * @param into where the results go
     */
    RunReport run(String given, EmbeddedGraph workflow, Path into) {
        try (var server = wiring.comfyServer()) {
            var services = wiring.runServices(server, new RunScreen(streams, progress));
            return Run.run(services, new RunRequest(given, workflow, into));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts the command line's own thread", e);
        } finally {
            progress.clear();
        }
    }
}
