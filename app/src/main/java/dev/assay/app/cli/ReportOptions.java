package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a scan of workflows reports besides. */
final class ReportOptions {

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML as well, for build servers.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page as well: one file, with a search.")
    private @Nullable Path html;

    Optional<Path> junit() {
        return Optional.ofNullable(junit);
    }

    Optional<Path> html() {
        return Optional.ofNullable(html);
    }
}
