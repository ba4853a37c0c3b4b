package dev.assay.core.ingredient;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.reference.Air;

/** Something that is known of an ingredient. Only some of them identify it. */
public sealed interface Clue {

    /** A Civitai model version that the image's own metadata name. Identifies the version, not yet the file. */
    record Version(long versionId) implements Clue {}

    /**
     * A version from the item's {@code modelVersionIds}, which also lists what was linked by hand or by the post: it may
     * have nothing to do with the image (quirk 26). Identifies nothing; a candidate.
     */
    record PossibleVersion(long versionId) implements Clue {}

    /** The hash of the whole file: identifies it. */
    record FullHash(Sha256 hash) implements Clue {}

    /** A hash cut short: a key to look up, to be confirmed in the answer. */
    record KeyHash(ShortHash hash) implements Clue {}

    /** An AIR. */
    record ByAir(Air air) implements Clue {}

    /** A name as the metadata write it: a file's, with or without folder and extension, or an alias. Never identifies. */
    record Named(String name) implements Clue {}

    /** The title of model and version on the site. Never identifies. */
    record Titled(String model, String version, String baseModel) implements Clue {}
}
