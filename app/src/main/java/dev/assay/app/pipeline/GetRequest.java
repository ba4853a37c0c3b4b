package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.ingredient.Preference;
import dev.assay.core.reference.WantedModel;
import dev.assay.models.folder.FolderKind;

/**
 * Which models are wanted, and how.
 *
 * @param models in the user's order
 * @param preference among several files of one version
 * @param file the very file of the version
 * @param folder where they go, where the user says so
 * @param verifyOnly report only
 * @param yes do not ask before downloading
 * @param offline answer from the journal only
 * @param allowPickle formats that can run code may be downloaded
 * @param signedIn whether a key of the site is set
 */
public record GetRequest(
        List<Wanted> models,
        Preference preference,
        OptionalLong file,
        Optional<FolderKind> folder,
        boolean verifyOnly,
        boolean yes,
        boolean offline,
        boolean allowPickle,
        boolean signedIn) {

    public GetRequest {
        models = List.copyOf(models);
    }

    /** One of them, as given and as understood. */
    public record Wanted(String given, WantedModel model) {}
}
