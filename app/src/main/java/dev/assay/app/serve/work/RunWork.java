package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonRun;
import dev.assay.app.run.Interruption;
import dev.assay.app.run.Run;
import dev.assay.app.run.RunReport;
import dev.assay.app.run.RunRequest;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.workflow.GivenWorkflow;
import dev.assay.core.metadata.EmbeddedGraph;

/** Runs a workflow on ComfyUI: the one that a job has written, or one that was dropped. */
final class RunWork {

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    RunWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() throws InterruptedException {
        var before = order.job().flatMap(watch::other);
        var file = before.flatMap(job -> job.document().at("workflow").text()).or(this::dropped);
        if (file.isEmpty()) {
            return refused(
                    "workflow",
                    new Problem(
                            ExitCode.USAGE,
                            "workflow",
                            "There is none to run.",
                            "Nothing was queued.",
                            "Save it first."));
        }
        return switch (GivenWorkflow.read(name(file.get()), Path.of(file.get()).resolveSibling(""))) {
            case GivenWorkflow.Result.NotRead(var problem) -> refused(file.get(), problem);
            case GivenWorkflow.Result.Read(var _, var graph) -> run(file.get(), graph, before);
        };
    }

    private Outcome run(String name, EmbeddedGraph graph, Optional<Outcome> before) throws InterruptedException {
        try (var wiring = tools.wiring(true, watch);
                var server = wiring.comfyServer()) {
            Files.createDirectories(watch.folder());
            var services = wiring.runServices(server, interruption(), new WatchScreen(watch));
            return outcome(Run.run(services, new RunRequest(name, graph, watch.folder())), before);
        } catch (IOException e) {
            return refused(
                    name,
                    new Problem(
                            ExitCode.THIS_COMPUTER,
                            "\"" + watch.folder() + "\"",
                            "The results cannot be kept: " + e.getMessage() + ".",
                            "Nothing was queued.",
                            "Make room, or correct the folder's permissions."));
        }
    }

    /** Ended by its user, or by the end of the program. */
    private Interruption interruption() {
        return action -> {
            var ofProcess = Interruption.ofProcess().onEnd(action);
            watch.onEnd(action);
            return () -> {
                watch.onEnd(() -> {});
                ofProcess.close();
            };
        };
    }

    private static Outcome outcome(RunReport report, Optional<Outcome> before) {
        Map<String, Path> pictures = new HashMap<>();
        before.map(job -> job.pictures().get(Pictures.ORIGINAL))
                .ifPresent(original -> pictures.put(Pictures.ORIGINAL, original));
        for (int i = 0; i < report.results().size(); i++) {
            pictures.put(
                    i == 0 ? Pictures.RESULT : Pictures.RESULT + "-" + i,
                    report.results().get(i).path());
        }
        var title = before.map(Outcome::title).orElse(name(report.given()));
        return new Outcome(
                JsonRun.of(report),
                title,
                Optional.empty(),
                Optional.empty(),
                before.flatMap(Outcome::recipe),
                pictures);
    }

    private Optional<String> dropped() {
        try {
            return order.file().isEmpty()
                    ? Optional.empty()
                    : tools.uploads().find(order.file().get()).map(Path::toString);
        } catch (IOException _) {
            // As if it were not there: the user can drop it again.
            return Optional.empty();
        }
    }

    private static Outcome refused(String name, Problem problem) {
        return Outcome.of(JsonRun.refused(name, problem), name(name));
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
