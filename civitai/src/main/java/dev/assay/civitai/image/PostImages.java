package dev.assay.civitai.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Answer;

/**
 * The images of a post, as far as the site lists them to this caller.
 *
 * @param ids of the images that say themselves that they belong to the post, in the site's order
 * @param foreign images that came although they belong elsewhere or do not say where
 * @param pages how many were read
 * @param trouble what ended the listing too soon, if anything did
 * @param asOf when the oldest of these answers came, where they are of the journal
 */
public record PostImages(
        long postId,
        List<Long> ids,
        List<Long> foreign,
        int pages,
        Optional<Answer.Silent> trouble,
        Optional<Instant> asOf) {

    public PostImages {
        ids = List.copyOf(ids);
        foreign = List.copyOf(foreign);
    }
}
