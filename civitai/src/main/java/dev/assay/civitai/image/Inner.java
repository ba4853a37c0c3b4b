package dev.assay.civitai.image;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Trpc;
import dev.assay.core.json.Json;

/**
 * What a procedure of the site's inner interface said.
 *
 * @param reply taken out of its envelope
 * @param received where it came from; empty where no answer came
 */
record Inner(Trpc.Reply reply, Optional<Answer.Received> received) {

    static Inner of(Answer answer) {
        return switch (answer) {
            case Answer.Told told -> new Inner(Trpc.read(told), Optional.of(told.received()));
            case Answer.Silent(var _, var message) -> new Inner(new Trpc.Reply.Failed(message), Optional.empty());
        };
    }

    /** The payload; null-like where there is none. */
    Json payload() {
        return reply instanceof Trpc.Reply.Payload(var json) ? json : Json.none();
    }

    boolean hasPayload() {
        return reply instanceof Trpc.Reply.Payload;
    }

    boolean isNotFound() {
        return reply instanceof Trpc.Reply.NotFound;
    }

    /** Why it could not be heard; empty where it was, even if there is no such thing. */
    Optional<String> trouble() {
        return switch (reply) {
            case Trpc.Reply.Payload _, Trpc.Reply.NotFound _ -> Optional.empty();
            case Trpc.Reply.Denied(var message) -> Optional.of(message);
            case Trpc.Reply.Changed(var message) -> Optional.of(message);
            case Trpc.Reply.Failed(var message) -> Optional.of(message);
        };
    }

    /** Why the image is shown to its owner only; empty where nothing says so. */
    Optional<String> unpublished(Instant now) {
        var row = payload();
        if (row.at("availability").text().filter("Private"::equals).isPresent()) {
            return Optional.of("it is private");
        }
        if (row.at("ingestion").text().filter("Blocked"::equals).isPresent()
                || row.at("blockedFor").text().isPresent()) {
            return Optional.of("the site blocked it");
        }
        if (row.at("needsReview").text().isPresent()) {
            return Optional.of("the site has yet to review it");
        }
        if (row.has("publishedAt") && row.at("publishedAt").isNull()) {
            return Optional.of("it is not published");
        }
        return row.at("publishedAt")
                .text()
                .flatMap(Inner::instant)
                .filter(now::isBefore)
                .map(_ -> "it is not published yet");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
