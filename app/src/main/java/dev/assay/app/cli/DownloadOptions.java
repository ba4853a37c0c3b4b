package dev.assay.app.cli;

import java.util.Optional;

import dev.assay.models.download.RateLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that shows a plan of downloads and asks. */
final class DownloadOptions {

    @Option(
            names = {"-y", "--yes"},
            description = "Download what is missing without asking.")
    private boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "DIGEST",
            description = "Download without asking if the plan still has this digest (plan.digest of --json).")
    private @Nullable String confirmed;

    @Option(names = "--allow-pickle", description = "Also download formats that can run code when loaded.")
    private boolean allowPickle;

    @Option(
            names = "--limit-rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "At most so many bytes a second for all downloads together, such as 500k or 2M.")
    private @Nullable RateLimit limit;

    boolean yes() {
        return yes;
    }

    /** What was agreed to before. */
    Confirmation confirmed() {
        return new Confirmation(Optional.ofNullable(confirmed));
    }

    boolean allowPickle() {
        return allowPickle;
    }

    RateLimit limit() {
        return limit == null ? RateLimit.none() : limit;
    }
}
