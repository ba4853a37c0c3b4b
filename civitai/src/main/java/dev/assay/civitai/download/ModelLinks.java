package dev.assay.civitai.download;

import java.net.URI;
import java.net.URISyntaxException;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.reference.HuggingFaceFile;

/** Addresses of a model for people and workflows: always the real site's, without query secrets. */
public final class ModelLinks {

    private static final String SITE = "https://civitai.com";
    private static final String HUGGING_FACE = "huggingface.co";

    private ModelLinks() {}

    /**
     * Where the file is downloaded, as workflows note it. On the site it names the version, not the file (quirk 17), so
     * that whoever follows it has to check the SHA-256.
     */
    public static URI downloadAddress(ModelFile file) {
        return file.elsewhere()
                .map(place -> onHuggingFace(place, "resolve"))
                .orElseGet(() -> URI.create(SITE + "/api/download/models/" + file.versionId()));
    }

    /** Where that very file is downloaded, also where its version has others (quirk 17). */
    public static URI exactAddress(ModelFile file) {
        var version = downloadAddress(file);
        return file.elsewhere().isPresent() || file.fileId() <= 0
                ? version
                : URI.create(version + "?fileId=" + file.fileId());
    }

    /** The page that shows it; the version's own where the model is not known. */
    public static URI pageOf(ModelFile file) {
        return file.elsewhere()
                .map(place -> onHuggingFace(place, "blob"))
                .orElseGet(() -> URI.create(
                        file.modelId() > 0
                                ? SITE + "/models/" + file.modelId() + "?modelVersionId=" + file.versionId()
                                : SITE + "/model-versions/" + file.versionId()));
    }

    private static URI onHuggingFace(HuggingFaceFile place, String view) {
        return URI.create("https://" + HUGGING_FACE + path(place, view));
    }

    /** Path and nothing else, encoded. */
    public static String path(HuggingFaceFile place, String view) {
        try {
            var path = "/" + place.repository() + "/" + view + "/" + place.revision() + "/" + place.path();
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
