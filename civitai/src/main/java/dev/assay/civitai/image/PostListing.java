package dev.assay.civitai.image;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.core.json.Json;

/**
 * Lists the images of a post. Pages are turned by the cursor alone, on the configured host alone, and not for ever
 * (quirks 54, 55).
 */
public final class PostListing {

    private static final int MAX_PAGES = 20;
    private static final int ALL_LEVELS = 31;

    private final Asker asker;
    private final Ledger ledger;

    /** @param ledger is told which pages are about the post, so that they may be used again */
    public PostListing(Asker asker, Ledger ledger) {
        this.asker = asker;
        this.ledger = ledger;
    }

    public PostImages list(long postId) {
        return new Listing(postId).read();
    }

    private final class Listing {

        private final long postId;
        private final Set<Long> ids = new LinkedHashSet<>();
        private final Set<Long> foreign = new LinkedHashSet<>();
        private final Set<String> cursors = new HashSet<>();
        private int pages;
        private Optional<Instant> asOf = Optional.empty();

        Listing(long postId) {
            this.postId = postId;
        }

        PostImages read() {
            var cursor = Optional.<String>empty();
            do {
                switch (asker.ask(question(cursor))) {
                    case Answer.Silent silent -> {
                        return images(Optional.of(silent));
                    }
                    case Answer.Told told
                    when !told.ok() || !(told.body().at("items") instanceof Json.Arr) -> {
                        return images(Optional.of(new Answer.Silent(
                                Answer.Kind.NOT_AN_ANSWER,
                                "Status " + told.status() + ": " + ErrorText.of(told.body()))));
                    }
                    case Answer.Told told -> {
                        cursor = page(told.body());
                        weigh(told.received());
                    }
                }
            } while (cursor.isPresent());
            return images(Optional.empty());
        }

        private Question question(Optional<String> cursor) {
            var question = Question.of("/api/v1/images")
                    .with("postId", postId)
                    .with("browsingLevel", ALL_LEVELS)
                    .with("limit", 100);
            return cursor.map(text -> question.with("cursor", text)).orElse(question);
        }

        /** Takes in a page; says where the next one is, unless nothing new can come. */
        private Optional<String> page(Json body) {
            pages++;
            var before = ids.size();
            for (var item : body.at("items").items()) {
                var id = Row.number(item.at("id"));
                var post = Row.number(item.at("postId"));
                if (id.isPresent()) {
                    (post.isPresent() && post.getAsLong() == postId ? ids : foreign).add(id.getAsLong());
                }
            }
            // A page may be empty although more follow; but one full of known images is the first one come again.
            var repeats = !body.at("items").items().isEmpty() && ids.size() == before;
            return body.at("metadata")
                    .at("nextCursor")
                    .scalar()
                    .filter(next -> !repeats && pages < MAX_PAGES && cursors.add(next));
        }

        /** A page counts that lists images of the post, and one behind such a page, which only its cursor leads to. */
        private void weigh(Answer.Received answer) {
            if (!ids.isEmpty()) {
                ledger.validate(answer);
            }
            if (answer.fromJournal() && asOf.filter(answer.at()::isAfter).isEmpty()) {
                asOf = Optional.of(answer.at());
            }
        }

        private PostImages images(Optional<Answer.Silent> trouble) {
            return new PostImages(
                    postId, ids.stream().toList(), foreign.stream().toList(), pages, trouble, asOf);
        }
    }
}
