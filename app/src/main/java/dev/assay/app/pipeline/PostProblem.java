package dev.assay.app.pipeline;

import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.civitai.image.PostListing;

/** A post holds many images; none is ever picked for the user. They are listed instead. */
final class PostProblem {

    private static final int SHOWN = 50;

    private final PostListing posts;

    PostProblem(PostListing posts) {
        this.posts = posts;
    }

    Problem of(long id) {
        var subject = "post " + id;
        var listing = posts.list(id);
        if (listing.trouble().isPresent() && listing.ids().isEmpty()) {
            var trouble = listing.trouble().get();
            return Troubles.failed(subject, trouble.kind(), trouble.message());
        }
        if (listing.ids().isEmpty()) {
            return new Problem(
                    ExitCode.USAGE,
                    subject,
                    listing.foreign().isEmpty()
                            ? "The site lists no image of it that is visible to you."
                            : "Asked for the images of post " + id + ", the site answered about images of other posts ("
                                    + listing.foreign().stream()
                                            .limit(SHOWN)
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))
                                    + ").",
                    "A post can hold many images; a workflow is made from one.",
                    "Open the post in a browser and give the page of one image.");
        }
        return new Problem(
                ExitCode.USAGE,
                subject,
                "A post can hold many images. This one has "
                        + listing.ids().stream()
                                .limit(SHOWN)
                                .map(image -> "image " + image)
                                .collect(Collectors.joining(", "))
                        + (listing.ids().size() > SHOWN ? ", …" : "") + ".",
                "None of them is picked for you.",
                "Give one of them: assay make " + listing.ids().getFirst());
    }
}
