package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.library.PickleWarning;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.pickle.PickleImport;
import dev.assay.models.inspect.Inspector;

/** What there is to say of a file that has come, and of where from. */
final class Sources {

    private Sources() {}

    /** The variable in which a key for the file's source goes. */
    static String key(ModelFile file) {
        return file.elsewhere().isPresent() ? "HF_TOKEN" : "CIVITAI_API_KEY";
    }

    /** That a file was not fetched from where it was planned to be. */
    static Finding elsewhere(ModelFile planned, FileDownloads.Instead instead) {
        return Finding.warning(
                "FROM_HUGGING_FACE",
                Effect.NONE,
                "The site no longer gives \"" + planned.name() + "\" ("
                        + instead.refusal().strip()
                        + ") The same content, by its SHA-256, was asked for on Hugging Face: "
                        + ModelLinks.pageOf(instead.file()));
    }

    /** What a pickle that has come would run; empty where it is none, or would run nothing but what weights need. */
    static Optional<Finding> pickle(Path file) {
        var imports = imports(file);
        return PickleWarning.of(imports)
                .map(words -> file.getFileName() + " is a pickle; " + words + ".")
                .map(message -> (PickleWarning.isGrave(imports)
                                ? Finding.error("PICKLE_RUNS_CODE", Effect.NONE, message)
                                : Finding.warning("PICKLE_RUNS_CODE", Effect.NONE, message))
                        .advise("Load it only if you trust its author."));
    }

    private static List<PickleImport> imports(Path file) {
        try {
            return Inspector.of(file).imports();
        } catch (IOException _) {
            // It was whole a moment ago; whoever loads it will be told what is the matter.
            return List.of();
        }
    }
}
