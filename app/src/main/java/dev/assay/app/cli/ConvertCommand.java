package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.config.SettingName;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WorkflowFile;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.app.report.JsonConversion;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextNotes;
import dev.assay.app.wiring.Wiring;
import dev.assay.app.workflow.Conversion;
import dev.assay.app.workflow.GivenWorkflow;
import dev.assay.app.workflow.KnownClasses;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.models.progress.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a workflow in the other form. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Write a workflow in the other form, the graph unchanged.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay convert hills.json --to api -o hills.api.json",
            "  assay convert picture.png --to ui > picture.json",
        })
final class ConvertCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Json> converted = Optional.empty();
    private Optional<Path> written = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WORKFLOW", description = "A workflow in either form, or an image that carries one.")
    private String workflow;

    @Option(names = "--to", required = true, paramLabel = "api|ui", description = "The form to write.")
    private String to = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it there (else on standard output).")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace an existing FILE.")
    private boolean force;

    @Mixin
    private CommonOptions common;

    ConvertCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var form = form();
        switch (GivenWorkflow.read(workflow, streams.environment().directory())) {
            case GivenWorkflow.Result.NotRead(var problem) -> problems.add(problem);
            case GivenWorkflow.Result.Read(var _, var graph) -> convert(graph, form);
        }
        show();
        return ExitCode.first(problems.stream().map(Problem::code).toList())
                .orElse(ExitCode.OK)
                .number();
    }

    private WorkflowFormat form() {
        return switch (to.toLowerCase(Locale.ROOT)) {
            case "ui" -> WorkflowFormat.UI;
            case "api" -> WorkflowFormat.API;
            default ->
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--to is \"" + SafeText.line(to) + "\"; it can be api or ui.");
        };
    }

    private void convert(EmbeddedGraph graph, WorkflowFormat form) {
        var known = classes();
        findings.addAll(known.findings());
        var result = Conversion.convert(graph, form, known.definitions());
        findings.addAll(result.findings());
        problems.addAll(result.problems());
        converted = result.workflow();
        Optional.ofNullable(output).ifPresent(file -> converted.ifPresent(done -> write(done, file)));
    }

    private KnownClasses classes() {
        var settings = common.settings(streams.environment());
        if (!settings.isExplicit(SettingName.COMFY_URL)) {
            return KnownClasses.ours();
        }
        try (var wiring = new Wiring(settings, false, Progress.silent(), RequestLines.log(streams, common));
                var server = wiring.comfyServer()) {
            return KnownClasses.of(server);
        }
    }

    private void write(Json done, Path file) {
        var target = streams.environment().directory().resolve(file);
        switch (WorkflowFile.writeTo(target, force, done.writePretty())) {
            case WorkflowFile.Result.Written(var path) -> written = Optional.of(path);
            case WorkflowFile.Result.AlreadyThere(var path) -> written = Optional.of(path);
            case WorkflowFile.Result.NotWritten(var problem) -> problems.add(problem);
        }
    }

    private void show() {
        if (common.json()) {
            var result = output == null ? converted : Optional.<Json>empty();
            streams.out()
                    .print(JsonConversion.of(workflow, to.toLowerCase(Locale.ROOT), written, result, findings, problems)
                            .writePretty());
            return;
        }
        var notes = TextNotes.of(findings, problems, new Paint(streams.colours()));
        if (output != null || converted.isEmpty()) {
            streams.out().print(notes);
            written.ifPresent(path -> streams.out().println("Workflow: " + SafeText.line(path.toString())));
        } else {
            // Standard output is the workflow itself, so that it can be handed on.
            streams.err().print(notes);
            streams.out().print(converted.get().writePretty());
        }
    }
}
