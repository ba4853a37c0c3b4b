package dev.assay.app.pipeline;

import java.util.List;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;

/** What is said of an ingredient for which no one file is known, so that it has no place. */
final class Nowhere {

    private final Handling handling;
    private final List<Problem> problems;
    private final List<Finding> findings;

    /**
     * Says it.
     *
     * @param problems where problems go
     * @param findings where findings go
     */
    Nowhere(Handling handling, List<Problem> problems, List<Finding> findings) {
        this.handling = handling;
        this.problems = problems;
        this.findings = findings;
    }

    PartState ambiguous(String subject, List<ModelFile> candidates, String why) {
        return unavailable(
                ExitCode.INGREDIENT, subject, why, "Several files fit: " + named(candidates) + ". None is chosen.");
    }

    PartState unidentified(String subject, Ingredient ingredient, List<String> tried, List<ModelFile> candidates) {
        return unavailable(
                ExitCode.INGREDIENT,
                subject,
                "It cannot be identified. Known of it: " + known(ingredient) + ". Tried: "
                        + (tried.isEmpty() ? "nothing that could be asked" : String.join("; ", tried)) + ".",
                candidates.isEmpty()
                        ? nothingElse(ingredient)
                        : "It might be " + named(candidates) + "; none is chosen.");
    }

    /** Where nothing is to be downloaded, a graph that names its models can be written with the maker's names. */
    PartState keptName(String subject) {
        findings.add(Finding.warning(
                        "MODEL_UNIDENTIFIED",
                        Effect.DOUBT,
                        "The " + subject + " is named by the maker's graph, but nothing tells which file it is; the"
                                + " name is kept as it is.")
                .advise("Make sure that the file under this name is the maker's."));
        return new PartState.Unavailable("named only; the maker's name is kept");
    }

    PartState gone(String subject, Ingredient ingredient, String what) {
        return unavailable(
                ExitCode.INGREDIENT,
                subject,
                what + ". Known of it: " + known(ingredient) + ".",
                "The site does not have it any more.");
    }

    PartState restricted(String subject, String why) {
        return unavailable(ExitCode.NO_ACCESS, subject, why, "The site does not show it to you.");
    }

    PartState mismatch(String subject, String what) {
        return unavailable(ExitCode.IDENTITY, subject, what, "The answer is not about the model that was asked for.");
    }

    PartState unreachable(String subject, String why) {
        return unavailable(ExitCode.SERVICE, subject, why, "The site could not be asked about it.");
    }

    PartState remote(String subject, String engine) {
        var what = engine + " is an engine behind an interface, not a model that can be downloaded.";
        problems.add(new Problem(
                ExitCode.INGREDIENT,
                subject,
                what,
                handling.names() == Handling.Names.WANTED
                        ? "There is no file to download."
                        : "This image cannot be made on your own computer.",
                ""));
        return new PartState.Unavailable(what);
    }

    private PartState unavailable(ExitCode code, String subject, String what, String meaning) {
        var next = switch (code) {
            case INGREDIENT -> handling.advice();
            case NO_ACCESS -> "Sign in on the site, and set CIVITAI_API_KEY.";
            case SERVICE -> "Try again later.";
            default -> "Try again later; report it if it stays so.";
        };
        problems.add(new Problem(code, subject, what, meaning, next));
        return new PartState.Unavailable(what);
    }

    private static String nothingElse(Ingredient ingredient) {
        return ingredient.clues().stream().allMatch(clue -> clue instanceof Clue.Named)
                ? "A name alone identifies nothing."
                : "Nothing that is known of it leads to a file.";
    }

    private static String known(Ingredient ingredient) {
        return ingredient.clues().stream().map(Clues::words).distinct().collect(Collectors.joining(", "));
    }

    private static String named(List<ModelFile> candidates) {
        return candidates.stream()
                .limit(5)
                .map(file -> file.elsewhere().isPresent()
                        ? "\"" + file.name() + "\" (" + ModelLinks.pageOf(file) + ")"
                        : "\"" + file.modelName() + " " + file.versionName() + "\" (version " + file.versionId() + ", "
                                + file.name() + ")")
                .collect(Collectors.joining(", "));
    }
}
