package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.report.SafeText;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.WorkflowScan.Scope;
import dev.assay.app.scan.reference.Given;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a scan of workflows looks for, and in what. */
final class ScanOptions {

    @Option(names = "--only-models", description = "Look for models only.")
    private boolean onlyModels;

    @Option(names = "--only-nodes", description = "Look for packs of nodes only.")
    private boolean onlyNodes;

    @Option(names = "--offline", description = "Ask nobody, neither the site nor a server.")
    private boolean offline;

    @Option(
            names = "--object-info",
            paramLabel = "FILE",
            description = "What a ComfyUI server said of its nodes (GET /object_info), instead of asking one.")
    private @Nullable Path objectInfo;

    boolean offline() {
        return offline;
    }

    Scope scope() {
        if (onlyModels && onlyNodes) {
            throw new StopException(ExitCode.USAGE, "--only-models and --only-nodes leave nothing; give one of them.");
        }
        return onlyModels ? Scope.ONLY_MODELS : onlyNodes ? Scope.ONLY_NODES : Scope.ALL;
    }

    /** What is looked into; nothing is read or sent before all of it is understood. */
    ScanTargets targets(Streams streams, Wiring wiring, List<String> arguments) {
        try {
            return ScanTargets.of(wiring, streams.environment().directory(), offline, arguments);
        } catch (Given.NotUnderstoodException e) {
            throw new StopException(ExitCode.USAGE, SafeText.line(String.valueOf(e.getMessage())), e.advice());
        }
    }

    /** What is looked in. */
    ScanSurroundings surroundings(Streams streams, Wiring wiring) {
        var told = Optional.ofNullable(objectInfo).map(file -> ObjectInfoFile.read(streams, file));
        return ScanSurroundings.of(wiring, offline, told);
    }
}
