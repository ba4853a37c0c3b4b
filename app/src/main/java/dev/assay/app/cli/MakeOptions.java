package dev.assay.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Request;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.core.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code make} takes beside the reference. */
final class MakeOptions {

    @Mixin
    private DownloadOptions download;

    @Option(names = "--verify", description = "Report only: download no model, write no workflow.")
    private boolean verify;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the workflow there (else into ComfyUI's own workflow folder).")
    private @Nullable String output;

    @Option(names = "--force", description = "Replace an existing FILE.")
    private boolean force;

    @Option(names = "--format", paramLabel = "ui|api", description = "Form of the workflow (default: ui).")
    private @Nullable String format;

    @Option(names = "--no-download", description = "Write the workflow all the same, and name what is missing.")
    private boolean noDownload;

    @Option(
            names = "--submit",
            description = "Then run it on ComfyUI (--comfy-url) and fetch the results into the current folder.")
    private boolean submit;

    @Option(
            names = "--compare",
            description = "With --submit: compare the result with the original, and show them side by side.")
    private boolean compare;

    DownloadOptions download() {
        return download;
    }

    Request request(
            String given, Reference reference, ShowOptions show, Optional<String> metadata, WorkflowFormat form) {
        return new Request(
                given,
                reference,
                verify,
                download.yes(),
                Optional.ofNullable(output).map(MakeOptions::file),
                force,
                form,
                noDownload,
                metadata,
                show.strict(),
                show.offline(),
                download.allowPickle(),
                show.terms(),
                show.pictures());
    }

    private static Path file(String name) {
        if (name.isBlank() || name.equals("-")) {
            throw new StopException(
                    ExitCode.USAGE,
                    "-o is \"" + name + "\", and names no file: standard output carries the report.",
                    "Give the name of a file, such as -o workflow.json.");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw new StopException(ExitCode.USAGE, "-o is \"" + name + "\", which no file can be called.");
        }
    }

    Afterwards.Wanted wanted() {
        return new Afterwards.Wanted(submit, compare);
    }

    Optional<String> format() {
        return Optional.ofNullable(format);
    }

    boolean namesApiFile() {
        return output != null && output.endsWith(".api.json");
    }
}
