package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.reference.Reference;

/**
 * What is wanted.
 *
 * @param given the reference as given
 * @param verifyOnly report only: no model, no workflow, no file of the user's
 * @param yes do not ask before downloading
 * @param output where the workflow goes; empty for ComfyUI's own folder
 * @param force replace an existing output file
 * @param format of the workflow
 * @param noDownload write the workflow all the same, and name what is missing
 * @param metadata the user's own
 * @param strict whatever is assumed or approximated is an error
 * @param offline answer from the journal only
 * @param allowPickle formats that can run code may be downloaded
 * @param terms ask as well under what terms each model is given, and what picture the site shows of it
 * @param pictures that the user has for the image to be made from
 */
public record Request(
        String given,
        Reference reference,
        boolean verifyOnly,
        boolean yes,
        Optional<Path> output,
        boolean force,
        WorkflowFormat format,
        boolean noDownload,
        Optional<String> metadata,
        boolean strict,
        boolean offline,
        boolean allowPickle,
        boolean terms,
        GivenPictures pictures) {

    /** What a report needs and no more; formats that can run code are told of as any other. */
    public static Request toShow(String given, Reference reference, boolean offline) {
        return new Request(
                given,
                reference,
                true,
                false,
                Optional.empty(),
                false,
                WorkflowFormat.UI,
                false,
                Optional.empty(),
                false,
                offline,
                true,
                false,
                GivenPictures.NONE);
    }

    /** How models are dealt with; the maker's own graph names its models already. */
    Handling handling(boolean ownGraph) {
        return new Handling(ownGraph ? Handling.Names.OWN_GRAPH : Handling.Names.DRAWN, noDownload, allowPickle);
    }

    /** How the reference was understood, where it could be meant otherwise (quirk 19). */
    List<String> notes() {
        return reference instanceof Reference.Image(var id, var bare) && bare
                ? List.of("The bare number " + id + " is taken for the number of an image.")
                : List.of();
    }
}
