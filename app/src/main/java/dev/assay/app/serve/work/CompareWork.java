package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.app.compare.CompareRequest;
import dev.assay.app.compare.Comparing;
import dev.assay.app.compare.DifferencePicture;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonComparison;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.RecipeMerge;

/** Holds a result against its original: both dropped, or those of a job. */
final class CompareWork {

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    CompareWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        var job = order.job().flatMap(watch::other);
        var original = dropped(order.file()).or(() -> job.flatMap(of -> picture(of, Pictures.ORIGINAL)));
        var result = dropped(order.result()).or(() -> job.flatMap(of -> picture(of, Pictures.RESULT)));
        if (original.isEmpty() || result.isEmpty()) {
            return Outcome.of(JsonComparison.of(CompareReport.failed("original", missing(original.isEmpty()))), "");
        }
        return compare(
                original.get(), result.get(), order.file().isEmpty() ? job.flatMap(this::proven) : Optional.empty());
    }

    /** What was proven of a site's image counts, and never what its file says: its author may have hidden that. */
    private Optional<Recipe> proven(Outcome job) {
        return job.document()
                        .at("subject")
                        .at("kind")
                        .text()
                        .filter("file"::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(job.recipe().orElseGet(() -> RecipeMerge.merge(List.of())));
    }

    private Outcome compare(Path original, Path result, Optional<Recipe> recipe) {
        watch.say("Comparing.");
        var report = Comparing.compare(new CompareRequest(
                name(original), original, recipe, name(result), result, Optional.empty(), false, false));
        Map<String, Path> pictures = new HashMap<>(Map.of(Pictures.ORIGINAL, original, Pictures.RESULT, result));
        try {
            Files.createDirectories(watch.folder());
            DifferencePicture.write(report, watch.folder().resolve("difference.png"))
                    .ifPresent(file -> pictures.put("difference", file));
        } catch (IOException e) {
            watch.say("The difference cannot be drawn: " + e.getMessage());
        }
        return Outcome.of(JsonComparison.of(report), name(result)).with(pictures);
    }

    private static Optional<Path> picture(Outcome job, String name) {
        return Optional.ofNullable(job.pictures().get(name));
    }

    private Optional<Path> dropped(Optional<String> id) {
        try {
            return id.isEmpty() ? Optional.empty() : tools.uploads().find(id.get());
        } catch (IOException _) {
            // As if it were not there: the user can drop it again.
            return Optional.empty();
        }
    }

    private static Problem missing(boolean original) {
        return new Problem(
                ExitCode.THIS_COMPUTER,
                original ? "original" : "result",
                "There is no such picture.",
                "Nothing was compared.",
                "Drop the picture here.");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
