package dev.assay.models.library;

import java.util.List;

import dev.assay.models.folder.FolderKind;

/** What a search of the library came to. */
public sealed interface SearchResult {

    /**
     * It is there.
     *
     * @param listingName the name by which ComfyUI loads it
     */
    record Found(ModelFile file, FolderKind kind, String listingName) implements SearchResult {}

    /**
     * It is not there, as far as could be read.
     *
     * @param unreadable files and folders that could not be read, any of which may be it
     */
    record NotFound(List<Unreadable> unreadable) implements SearchResult {
        public NotFound {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** The user ended the search. */
    record Cancelled() implements SearchResult {}
}
