package dev.assay.app.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.image.PostListing;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.reference.Reference;

/**
 * The images of a post, where all of them are meant. An image counts that says itself that it belongs to the post; each is
 * then proven by itself.
 *
 * @param findings that the site named images of other posts as well, or that the list is of the journal
 * @param trouble why they are none, or not all
 */
public record PostedImages(List<Reference.Image> images, List<Finding> findings, Optional<Problem> trouble) {

    public PostedImages {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    /** Asks the site for them. */
    public static PostedImages of(PostListing posts, long id) {
        var listing = posts.list(id);
        var subject = "post " + id;
        var images = listing.ids().stream()
                .map(image -> new Reference.Image(image, false))
                .toList();
        var cutShort = listing.trouble().map(trouble -> Troubles.failed(subject, trouble.kind(), trouble.message()));
        return new PostedImages(
                images,
                Stream.concat(
                                foreign(subject, listing.foreign()).stream(),
                                listing.asOf().map(when -> remembered(subject, when)).stream())
                        .toList(),
                cutShort.or(() -> images.isEmpty() ? Optional.of(none(subject, listing.foreign())) : Optional.empty()));
    }

    private static Optional<Finding> foreign(String subject, List<Long> images) {
        return images.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "FOREIGN_ANSWER",
                        Effect.NONE,
                        "Asked for the images of " + subject + ", the site also answered about " + images.size()
                                + " that do not say that they belong to it, such as image " + images.getFirst()
                                + "; set aside."));
    }

    private static Finding remembered(String subject, Instant when) {
        return Finding.info(
                "POST_REMEMBERED",
                Effect.NONE,
                "The images of " + subject + " are those that the site listed on "
                        + when.truncatedTo(ChronoUnit.SECONDS) + "; what came since is not seen offline.");
    }

    private static Problem none(String subject, List<Long> foreign) {
        return foreign.isEmpty()
                ? new Problem(
                        ExitCode.NO_SUCH_IMAGE,
                        subject,
                        "The site lists no image of it that is visible to you.",
                        "It was deleted, was never there, or is not for everybody.",
                        "Open it in a browser; if you see its images there, set CIVITAI_API_KEY to a key of your account.")
                : new Problem(
                        ExitCode.IDENTITY,
                        subject,
                        "Asked for its images, the site answered about images of other posts, such as image "
                                + foreign.getFirst() + ".",
                        "None of them belongs to it; nothing of them was used.",
                        "Try again later, or give the page of one image.");
    }
}
