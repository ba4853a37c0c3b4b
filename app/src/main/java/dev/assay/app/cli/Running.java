package dev.assay.app.cli;

import java.nio.file.Path;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.run.Run;
import dev.assay.app.run.RunReport;
import dev.assay.app.run.RunRequest;
import dev.assay.app.wiring.Wiring;
import dev.assay.app.workflow.GivenWorkflow;

/** Runs a workflow from the command line: reads it, runs it, shows what goes on. */
final class Running {

    private final Streams streams;
    private final Wiring wiring;
    private final ProgressLine progress;

    Running(Streams streams, Wiring wiring, ProgressLine progress) {
        this.streams = streams;
        this.wiring = wiring;
        this.progress = progress;
    }

    /** What came of it: a report, or that the workflow cannot be read. */
    sealed interface Ended {
        record Reported(RunReport report) implements Ended {}

        record NotRead(Problem problem) implements Ended {}
    }

    Ended run(String given, Path into) throws InterruptedException {
        return switch (GivenWorkflow.read(given, streams.environment().directory())) {
            case GivenWorkflow.Result.NotRead(var problem) -> new Ended.NotRead(problem);
            case GivenWorkflow.Result.Read(var _, var graph) -> {
                try (var server = wiring.comfyServer()) {
                    var services = wiring.runServices(server, new RunScreen(streams, progress));
                    yield new Ended.Reported(Run.run(services, new RunRequest(given, graph, into)));
                }
            }
        };
    }
}
