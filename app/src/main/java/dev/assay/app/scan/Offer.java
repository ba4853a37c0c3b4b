package dev.assay.app.scan;

import dev.assay.core.ingredient.ModelFile;

/** How a missing model can be had. */
public sealed interface Offer {

    /**
     * This very file of the site.
     *
     * @param how what proved it, for people
     */
    record File(ModelFile file, String how) implements Offer {}

    /** The author of a workflow names an address elsewhere; what lies there was not asked. */
    record Address(String url) implements Offer {}

    /**
     * It cannot be had from what is known.
     *
     * @param why a sentence
     */
    record None(String why) implements Offer {}

    /** Only its name is known, which proves nothing: nobody was asked. */
    record OnlyNamed() implements Offer {}

    /** For programs. */
    default String word() {
        return switch (this) {
            case File _ -> "file";
            case Address _ -> "address";
            case None _ -> "none";
            case OnlyNamed _ -> "only-named";
        };
    }
}
