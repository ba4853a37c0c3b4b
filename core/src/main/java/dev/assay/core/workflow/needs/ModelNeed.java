package dev.assay.core.workflow.needs;

import java.util.List;
import java.util.Optional;

/**
 * A model that a workflow needs.
 *
 * @param name as the workflow has it
 * @param folder the key of its folder, such as {@code loras}; empty where nobody can tell
 * @param guessed whether the folder was concluded from names
 * @param active whether some node that takes part needs it; otherwise all that do are muted or bypassed
 * @param places where it is named
 * @param noted what the author noted of it
 */
public record ModelNeed(
        String name,
        String folder,
        boolean guessed,
        Naming naming,
        boolean active,
        List<Place> places,
        Optional<Noted> noted) {

    public ModelNeed {
        places = List.copyOf(places);
    }

    /** The same with what the author noted, where nothing was known before. */
    ModelNeed noted(Noted more) {
        return noted.isPresent() ? this : with(more);
    }

    /** The same with that noted of it. */
    public ModelNeed with(Noted other) {
        return new ModelNeed(name, folder, guessed, naming, active, places, Optional.of(other));
    }
}
