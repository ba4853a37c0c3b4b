package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonRun;
import dev.assay.app.report.Paint;
import dev.assay.app.report.TextNotes;
import dev.assay.app.report.TextRun;
import dev.assay.app.run.RunReport;
import dev.assay.app.wiring.Wiring;
import dev.assay.app.workflow.GivenWorkflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a workflow on ComfyUI. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Queue a workflow on ComfyUI, watch it, and fetch the results.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay run civitai-96712457.json",
            "  assay run picture.png -o results --comfy-url http://127.0.0.1:8188",
        })
final class RunCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(paramLabel = "WORKFLOW", description = "A workflow in either form, or an image that carries one.")
    private String workflow;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Put the results there (else into the current folder).")
    private @Nullable Path output;

    @Mixin
    private CommonOptions common;

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var settings = common.settings(streams.environment());
        var directory = streams.environment().directory();
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(settings, false, progress, RequestLines.log(streams, common))) {
            var into = output == null ? directory : directory.resolve(output);
            return switch (GivenWorkflow.read(workflow, directory)) {
                case GivenWorkflow.Result.NotRead(var problem) -> show(problem);
                case GivenWorkflow.Result.Read(var _, var graph) ->
                    show(new Running(streams, wiring, progress).run(workflow, graph, into));
            };
        }
    }

    private int show(RunReport report) {
        streams.out()
                .print(
                        common.json()
                                ? JsonRun.of(report).writePretty()
                                : new TextRun(new Paint(streams.colours())).of(report));
        return report.code().number();
    }

    private int show(Problem problem) {
        if (common.json()) {
            streams.out().print(JsonRun.refused(workflow, problem).writePretty());
        } else {
            streams.out().print(TextNotes.of(List.of(), List.of(problem), new Paint(streams.colours())));
        }
        return problem.code().number();
    }
}
