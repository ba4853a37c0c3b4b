package dev.assay.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import dev.assay.app.ExitCode;
import dev.assay.app.read.FileResult;
import dev.assay.app.read.FilesReading;
import dev.assay.app.report.Paint;
import dev.assay.app.report.ReadJson;
import dev.assay.app.report.ReadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what files say of how they were made. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Tell what images, films, workflows and texts say of how they were made; offline.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay read picture.png",
            "  assay read ~/ComfyUI/output --json > all.json",
            "  assay read picture.webp --to infotext",
        })
final class ReadCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of any kind; a folder stands for all that is in it.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print one JSON document (docs/schema), a line for each file.")
    private boolean json;

    @Option(names = "--raw", description = "Show the texts as they are in the files as well.")
    private boolean raw;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = "Print the recipe in another form instead: infotext, which A1111 and Civitai read.")
    private @Nullable String to;

    ReadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var infotext = isInfotext();
        var reading = new FilesReading(
                streams.environment().directory(), Runtime.getRuntime().availableProcessors());
        var names = reading.files(files);
        return json ? programs(reading, names, infotext) : people(reading, names, infotext);
    }

    private boolean isInfotext() {
        if (to != null && !to.toLowerCase(Locale.ROOT).equals("infotext")) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--to is \"" + to + "\"; it can be infotext.");
        }
        return to != null;
    }

    private int programs(FilesReading reading, List<String> names, boolean infotext) {
        var document = new ReadJson(raw, infotext);
        streams.out().print(document.beginning());
        var code = each(reading, names, result -> streams.out().print(document.next(result)));
        streams.out().print(document.end(code));
        return code.number();
    }

    private int people(FilesReading reading, List<String> names, boolean infotext) {
        var paint = new Paint(streams.colours());
        var isOneOfMany = names.size() > 1;
        return each(reading, names, result -> print(result, paint, infotext, isOneOfMany))
                .number();
    }

    private void print(FileResult result, Paint paint, boolean infotext, boolean isOneOfMany) {
        switch (result) {
            case FileResult.Read read
            when infotext && read.problem().isEmpty() -> streams.out().print(ReadText.infotext(read, isOneOfMany));
            case FileResult.Read _, FileResult.Unread _ -> {
                // Whoever asked for infotext must get nothing else where they look for it.
                var report = new ReadText(paint, raw).of(result);
                (infotext ? streams.err() : streams.out()).print(report);
            }
        }
    }

    private ExitCode each(FilesReading reading, List<String> names, Consumer<FileResult> printer) {
        try (var progress = new CountLine(streams, "read", names.size())) {
            var tally = new Tally();
            reading.read(names, result -> {
                progress.clear();
                printer.accept(result);
                tally.add(result.code());
                progress.report(tally.done);
            });
            return tally.code;
        }
    }

    /** How many are done, and how it would end now. */
    private static final class Tally {

        private int done;
        private ExitCode code = ExitCode.OK;

        void add(ExitCode next) {
            done++;
            code = ExitCode.first(List.of(code, next)).orElse(code);
        }
    }
}
