package dev.assay.civitai.download;

import java.net.URI;

import dev.assay.core.ingredient.ModelFile;

/** Addresses of a model for people and workflows: always the real site's, without query secrets. */
public final class ModelLinks {

    private static final String SITE = "https://civitai.com";

    private ModelLinks() {}

    /**
     * Where the version is downloaded, as workflows note it. It names the version, not the file (quirk 17), so that
     * whoever follows it has to check the SHA-256.
     */
    public static URI downloadAddress(ModelFile file) {
        return URI.create(SITE + "/api/download/models/" + file.versionId());
    }

    /** The page that shows it; the version's own where the model is not known. */
    public static URI pageOf(ModelFile file) {
        return URI.create(
                file.modelId() > 0
                        ? SITE + "/models/" + file.modelId() + "?modelVersionId=" + file.versionId()
                        : SITE + "/model-versions/" + file.versionId());
    }
}
