package dev.assay.app.read;

import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.metadata.file.MetadataFile;
import dev.assay.core.recipe.Recipe;

/** What came of one file. */
public sealed interface FileResult {

    /** As the user named it, or as it was found in a folder that they named. */
    String name();

    /** Why it does not say how to make the picture again; empty where it does. */
    Optional<Problem> problem();

    /** How the run would end if this were the only file. */
    default ExitCode code() {
        return problem().map(Problem::code).orElse(ExitCode.OK);
    }

    /** It was read, whatever it says. */
    record Read(String name, MetadataFile.Read file, Recipe recipe, Optional<Problem> problem) implements FileResult {}

    /** Nothing could be read. */
    record Unread(String name, Problem why) implements FileResult {
        @Override
        public Optional<Problem> problem() {
            return Optional.of(why);
        }
    }
}
