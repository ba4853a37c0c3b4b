package dev.assay.app.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.file.MetadataFile;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.RecipeMerge;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/** Reads one file, and says what it lacks. */
final class FileReading {

    private static final Source SOURCE = new Source(Origin.FILE, "");

    private final Path directory;

    /**
     * @param directory what relative names start from
     */
    FileReading(Path directory) {
        this.directory = directory;
    }

    /** Whatever is wrong with the file is part of the result, so that the next one is read all the same. */
    FileResult read(String name) {
        try {
            var file = directory.resolve(name);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return unreadable(name, "It is no regular file.");
            }
            return switch (MetadataFile.read(file, SOURCE)) {
                case MetadataFile.Unknown(var reason) -> new FileResult.Unread(name, silent(name, reason));
                case MetadataFile.Read read -> result(name, read);
            };
        } catch (NoSuchFileException _) {
            return unreadable(name, "There is no such file.");
        } catch (IOException | InvalidPathException e) {
            return unreadable(name, "It cannot be read: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new FileResult.Unread(name, defect(name, e));
        }
    }

    private static FileResult result(String name, MetadataFile.Read read) {
        var recipe = RecipeMerge.merge(read.readings());
        return new FileResult.Read(name, read, recipe, problem(name, recipe));
    }

    private static Optional<Problem> problem(String name, Recipe recipe) {
        if (!recipe.isEmpty()) {
            return Optional.empty();
        }
        var foreign = recipe.findings().stream()
                .filter(finding -> finding.effect() == Effect.PREVENTS)
                .findFirst();
        return Optional.of(foreign.map(finding -> foreign(name, finding))
                .orElseGet(() -> silent(name, "It says nothing of how it was made.")));
    }

    private static Problem foreign(String name, Finding finding) {
        return new Problem(
                ExitCode.METADATA,
                name,
                finding.message(),
                "It cannot be made again from what it says.",
                finding.advice());
    }

    private static Problem silent(String name, String what) {
        return new Problem(
                ExitCode.METADATA,
                name,
                what,
                "Programs that edit pictures, and most sites that show them, take metadata out.",
                "Look for the original file, as it came from the program that made it.");
    }

    private static FileResult unreadable(String name, String what) {
        return new FileResult.Unread(
                name,
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        name,
                        what,
                        "Nothing is known of what it says.",
                        "Check that it exists and that you may read it."));
    }

    /** One file that trips Assay up must not keep the others from being read; it is said all the same. */
    private static Problem defect(String name, Throwable thrown) {
        return new Problem(
                ExitCode.DEFECT,
                name,
                "Reading it uncovered a defect in Assay: " + thrown,
                "The other files are read.",
                "Please report it, with the file if you can.");
    }
}
