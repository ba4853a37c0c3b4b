package dev.assay.app.pipeline;

import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;

/** What there is to say of where a file comes from. */
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
}
