package dev.assay.civitai.image;

import java.time.Instant;
import java.util.Optional;

import dev.assay.civitai.ask.KeyCheck;
import dev.assay.civitai.ask.Trpc;
import dev.assay.core.evidence.Identity;
import dev.assay.core.json.Json;

/**
 * All that was said of one image.
 *
 * @param row of {@code image.get}, where it was asked
 * @param generation of {@code image.getGenerationData}, where it was asked
 * @param key what the site says of the key, where there was reason to ask
 * @param at when
 */
record Heard(
        Asked asked,
        Listing listing,
        Optional<Inner> row,
        Optional<Inner> generation,
        Optional<KeyCheck.Result> key,
        Instant at) {

    Heard with(KeyCheck.Result result) {
        return new Heard(asked, listing, row, generation, Optional.of(result), at);
    }

    boolean isListed() {
        return listing instanceof Listing.Listed;
    }

    /** Whether the row is the asked image's own. */
    boolean rowIsOwn() {
        return row.filter(Inner::hasPayload).isPresent() && asked.is(Row.identity(rowPayload()));
    }

    Json rowPayload() {
        return row.map(Inner::payload).orElse(Json.none());
    }

    boolean rowIsNotFound() {
        return row.filter(Inner::isNotFound).isPresent();
    }

    /** Whether the row is the asked image's own, but not published. */
    Optional<String> unpublished() {
        return rowIsOwn() ? row.flatMap(inner -> inner.unpublished(at)) : Optional.empty();
    }

    /** Whether the author hid the metadata. */
    boolean isMetaHidden() {
        return rowIsOwn() && rowPayload().at("hideMeta").bool().orElse(false);
    }

    boolean isMetaNone() {
        return rowIsOwn() && !rowPayload().at("hasMeta").bool().orElse(true);
    }

    boolean isKeyInvalid() {
        return key.filter(KeyCheck.Result.Invalid.class::isInstance).isPresent();
    }

    boolean rowIsDenied() {
        return row.filter(inner -> inner.reply() instanceof Trpc.Reply.Denied).isPresent();
    }

    /**
     * Whether the generation data may be used. They come for any image there ever was, published or not, and mostly
     * without its number (quirk 10): only beside an answer of the image's own, and not where its row says that there is
     * none.
     */
    boolean generationCounts() {
        return generation.filter(Inner::hasPayload).isPresent() && (rowIsOwn() || (isListed() && !rowIsNotFound()));
    }

    /**
     * Which image the generation data say they are about: the first row that names another one, or else the one that all
     * rows name, or none.
     */
    Identity generationIdentity() {
        var named = generation.map(Inner::payload).orElse(Json.none()).at("resources").items().stream()
                .map(resource -> Row.number(resource.at("imageId")))
                .filter(id -> id.isPresent())
                .map(id -> Identity.ofImage(id.getAsLong()))
                .toList();
        return named.stream()
                .filter(asked::isOther)
                .findFirst()
                .orElse(named.isEmpty() ? Identity.NONE : named.getFirst());
    }
}
