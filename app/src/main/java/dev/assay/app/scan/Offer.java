package dev.assay.app.scan;

import java.util.Optional;

import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.ModelFile;

/** How a missing model can be had. */
public sealed interface Offer {

    /**
     * This very file, of the site or of Hugging Face.
     *
     * @param how what proved it, for people
     * @param licence under which it is given, in its source's words; empty where it says none
     */
    record File(ModelFile file, String how, Optional<String> licence) implements Offer {}

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

    /** The same; but what the site's scan calls dangerous is no offer, whatever proves what it is. */
    default Offer allowed() {
        return this instanceof File(var file, var _, var _) && file.scan() == ModelFile.Scan.DANGEROUS
                ? new None("The site's scan calls the file \"" + file.name() + "\" (" + ModelLinks.pageOf(file)
                        + ") dangerous. It is refused, whatever the options; look for another version of the model.")
                : this;
    }

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
