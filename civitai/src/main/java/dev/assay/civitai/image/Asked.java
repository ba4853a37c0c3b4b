package dev.assay.civitai.image;

import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Subject;

/** Tells whether an answer is about the image asked for, by its own word. */
record Asked(Subject.SiteImage image) {

    boolean is(Identity identity) {
        return identity.imageId().isPresent() && identity.imageId().getAsLong() == image.id() && !isOther(identity);
    }

    boolean is(Observation observation) {
        return is(observation.identity());
    }

    /** Whether it names another image or another file. */
    boolean isOther(Identity identity) {
        if (identity.imageId().isPresent() && identity.imageId().getAsLong() != image.id()) {
            return true;
        }
        return identity.media()
                .flatMap(media -> image.media().map(wanted -> !wanted.equals(media)))
                .orElse(false);
    }
}
