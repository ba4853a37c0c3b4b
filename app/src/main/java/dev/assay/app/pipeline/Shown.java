package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;

import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.ImageRecord;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.family.Medium;

/** What the proven image is to look at. */
record Shown(Optional<Verdict> verdict) {

    private static final String PICTURE = "image";

    Optional<Identity.Size> size() {
        return image().flatMap(image -> image.identity().size());
    }

    /** Whether it is known to be a picture and no film. */
    boolean isPicture() {
        return type().filter(PICTURE::equals).isPresent();
    }

    /** What it is, where that is something which the model does not make: only a maker's own graph can then. */
    Optional<String> beyond(List<Part> parts) {
        var makesFilms = Base.of(parts)
                .filter(base -> base.form().medium() instanceof Medium.Film)
                .isPresent();
        return type().filter(type -> !type.equals(PICTURE) && !makesFilms);
    }

    private Optional<String> type() {
        return image().flatMap(image -> image.about().type());
    }

    private Optional<ImageRecord> image() {
        return verdict.flatMap(one ->
                one instanceof Verdict.ProvenImage(var image, var _) ? Optional.of(image.value()) : Optional.empty());
    }
}
