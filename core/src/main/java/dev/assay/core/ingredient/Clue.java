package dev.assay.core.ingredient;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.HuggingFaceFile;

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

    /** What only somebody who wants a model says of it; no image's metadata do. */
    sealed interface Asked extends Clue {}

    /** A model, and none of its versions: identifies a file only where it has but one version. */
    record OfModel(long modelId) implements Asked {}

    /** A file of a version, by its number on the site: identifies it. */
    record OfFile(long fileId) implements Asked {}

    /**
     * A hash of the whole file that is its SHA-256 or its BLAKE3, and nobody says which: identifies it.
     *
     * @param hex 64 lower-case hex digits
     */
    record WholeHash(String hex) implements Asked {}

    /** An AutoV1 or a CRC32, which different files share: never identifies, and finds candidates. */
    record WeakHash(ShortHash hash) implements Asked {}

    /** A file on Hugging Face: identifies it, where it names one. */
    record OnHuggingFace(HuggingFaceFile file) implements Asked {}
}
