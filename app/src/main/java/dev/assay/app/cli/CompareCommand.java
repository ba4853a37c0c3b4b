package dev.assay.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.app.compare.CompareRequest;
import dev.assay.app.compare.Comparing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two pictures. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compare a result with its original: how alike they are, and what could explain the difference.",
        footerHeading = "%nExample:%n",
        footer = "  assay compare original.png civitai-96712457_00001_.png -o side-by-side.png")
final class CompareCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "ORIGINAL", description = "The picture that was to be made again.")
    private String original;

    @Parameters(index = "1", paramLabel = "RESULT", description = "The picture that was made.")
    private String result;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write original, result and where they differ there, side by side, as PNG.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace an existing FILE.")
    private boolean force;

    @Option(names = "--strict", description = "Whatever is not the same pixel by pixel is an error (exit 12).")
    private boolean strict;

    @Mixin
    private CommonOptions common;

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var report = Comparing.compare(new CompareRequest(
                original,
                file(original),
                Optional.empty(),
                result,
                file(result),
                Optional.ofNullable(output)
                        .map(path -> streams.environment().directory().resolve(path)),
                force,
                strict));
        show(report);
        return report.code().number();
    }

    private Path file(String given) {
        try {
            return streams.environment().directory().resolve(given);
        } catch (InvalidPathException _) {
            throw new StopException(ExitCode.USAGE, "\"" + given + "\" is no name of a file.");
        }
    }

    private void show(CompareReport report) {
        new ComparisonScreen(streams).show(report, common.json(), output == null);
    }
}
