package dev.assay.models.library;

import java.util.List;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.hash.SizeRange;

/**
 * What is looked for.
 *
 * @param kinds folders in which ComfyUI would find it; the earlier is searched first
 * @param sha256 its content
 * @param size its size, which spares reading all other files
 * @param likelyName a name that it may have, which spares reading some more; its extension says how it is read
 */
public record Search(List<FolderKind> kinds, Sha256 sha256, SizeRange size, String likelyName) {

    public Search {
        kinds = List.copyOf(kinds);
    }
}
