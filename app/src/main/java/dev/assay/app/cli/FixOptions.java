package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.models.download.RateLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how a scan gets what is missing. */
final class FixOptions {

    @Option(
            names = "--fix",
            description = "Show what would make the workflows run, ask, then do it: fetch models, and change names in"
                    + " copies of workflows. Nothing is moved.")
    private boolean fix;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "DIGEST",
            description = "With --fix: do not ask if the plan still has this digest (fix.plan.digest of --json).")
    private @Nullable String confirmed;

    @Option(
            names = "--in-place",
            description = "With --fix: change names in the workflows themselves; the old ones are kept as .bak.")
    private boolean inPlace;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Write what --fix would do, as JSON, or as a shell script where FILE ends in .sh.")
    private @Nullable Path plan;

    @Option(
            names = "--plan-from",
            paramLabel = "FILE",
            description = "With --fix: do what a plan says that was written elsewhere, instead of looking for it.")
    private @Nullable Path planFrom;

    @Option(names = "--allow-pickle", description = "Fetch also formats that can run code when they are loaded.")
    private boolean allowPickle;

    @Option(
            names = "--limit-rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "At most so many bytes a second for all downloads together, such as 500k or 2M.")
    private @Nullable RateLimit limit;

    /** Checks that they fit together. */
    void check() {
        if (!fix && (inPlace || planFrom != null || confirmed != null)) {
            throw new StopException(
                    ExitCode.USAGE, "--in-place, --plan-from and --confirm say how to --fix; give that as well.");
        }
        if (plan != null && planFrom != null) {
            throw new StopException(
                    ExitCode.USAGE, "--plan writes a plan and --plan-from reads one; give one of them.");
        }
    }

    boolean fix() {
        return fix;
    }

    boolean yes() {
        return yes;
    }

    /** The digest of the plan that was agreed to before. */
    Optional<String> confirmed() {
        return Optional.ofNullable(confirmed);
    }

    boolean inPlace() {
        return inPlace;
    }

    Optional<Path> plan() {
        return Optional.ofNullable(plan);
    }

    Optional<Path> planFrom() {
        return Optional.ofNullable(planFrom);
    }

    boolean allowPickle() {
        return allowPickle;
    }

    RateLimit limit() {
        return limit == null ? RateLimit.none() : limit;
    }

    /** Whether a plan is made at all. */
    boolean wanted() {
        return fix || plan != null;
    }
}
