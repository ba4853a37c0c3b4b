package dev.assay.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelRename;

/** Runs one workflow on one server: looks, checks, queues, follows, fetches. One run, one report. */
public final class Run {

    private static final int ATTEMPTS = 3;

    private final RunServices services;
    private final RunRequest request;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<RunReport.Server> seen = Optional.empty();
    private Optional<RunReport.Job> job = Optional.empty();
    private List<ModelRename> renames = List.of();
    private List<RunReport.Result> results = List.of();

    private Run(RunServices services, RunRequest request) {
        this.services = services;
        this.request = request;
    }

    /** Does it, as far as it can be done. */
    public static RunReport run(RunServices services, RunRequest request) throws InterruptedException {
        var run = new Run(services, request);
        run.run();
        return run.report();
    }

    private RunReport report() {
        return new RunReport(
                request.given(),
                services.server().address(),
                seen,
                job,
                renames,
                results,
                findings.stream().distinct().toList(),
                problems.stream().distinct().toList());
    }

    private void run() throws InterruptedException {
        if (!isThere()) {
            return;
        }
        var info = services.server().objectInfo();
        if (info.isEmpty()) {
            problems.add(unreachable("It does not tell which nodes it has (/object_info)."));
            return;
        }
        var checked = check(info.get());
        if (checked.isPresent() && problems.isEmpty()) {
            execute(checked.get(), NodeDefinitions.fromObjectInfo(info.get()));
        }
    }

    /** A server that is just being started deserves a moment. */
    private boolean isThere() throws InterruptedException {
        var why = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (services.server().look()) {
                case ComfyServer.Look.Running(var version, var device) -> {
                    seen = Optional.of(new RunReport.Server(version, device));
                    return true;
                }
                case ComfyServer.Look.NotThere(var reason) -> why = reason;
            }
            Thread.sleep(services.pace().poll().dividedBy(2));
        }
        problems.add(unreachable("No ComfyUI answers there: " + why + " (" + ATTEMPTS + " attempts)."));
        return false;
    }

    private Problem unreachable(String what) {
        return new Problem(
                ExitCode.SERVICE,
                "ComfyUI server " + services.server().address(),
                what,
                "Nothing was queued.",
                "Start ComfyUI, or name another server with --comfy-url or COMFYUI_URL, and run it again.");
    }

    private Optional<ServerCheck.Checked> check(Json info) {
        var known = NodeDefinitions.fromObjectInfo(info).or(NodeDefinitions.core());
        return switch (ReadyGraph.of(request.workflow(), known)) {
            case ReadyGraph.Result.Refused(var reason) -> {
                problems.add(new Problem(
                        ExitCode.USAGE,
                        "\"" + request.given() + "\"",
                        "It cannot be understood: " + reason + ".",
                        "Nothing was queued.",
                        "Open it in ComfyUI and save it again."));
                yield Optional.empty();
            }
            case ReadyGraph.Result.Read(var ready) -> {
                var checked = new ServerCheck(services.server(), info).check(ready);
                renames = checked.renames();
                findings.addAll(checked.findings());
                problems.addAll(checked.problems());
                yield Optional.of(checked);
            }
        };
    }

    private void execute(ServerCheck.Checked checked, NodeDefinitions definitions) throws InterruptedException {
        var execution = new Execution(services, checked);
        var finished = execution.run();
        job = execution.job();
        findings.addAll(execution.findings());
        problems.addAll(execution.problems());
        if (finished.isPresent()) {
            var done = finished.get();
            var fetching = new Results(
                    services.server().jobs(),
                    new Belonging(checked.graph(), done.executed(), definitions),
                    done.id(),
                    request.into());
            fetching.fetch(done.files());
            results = fetching.results();
            findings.addAll(fetching.findings());
            problems.addAll(fetching.problems());
            if (fetching.problems().isEmpty()) {
                execution.forget();
                findings.addAll(execution.findings());
            }
        }
    }
}
