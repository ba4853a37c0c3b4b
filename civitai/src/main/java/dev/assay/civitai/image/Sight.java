package dev.assay.civitai.image;

import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.Observation;

/** Tells the cases of visibility apart, as far as the answers allow. */
final class Sight {

    private final Heard heard;
    private final boolean hasKey;

    Sight(Heard heard, boolean hasKey) {
        this.heard = heard;
        this.hasKey = hasKey;
    }

    Visibility visibility() {
        return switch (heard.listing()) {
            case Listing.Listed(var _, var withMeta, var _) -> listed(withMeta);
            case Listing.Strangers(var strangers) -> byOwnRow().orElseGet(() -> onlyOthers(strangers.stream()));
            case Listing.Empty _ -> byRow().orElseGet(this::unseen);
            case Listing.Refused(var message) ->
                byRow().orElseGet(() -> heard.isKeyInvalid()
                        ? new Visibility.KeyInvalid()
                        : new Visibility.Restricted("The site refuses to answer. " + message));
            case Listing.Failed(var kind, var message) ->
                kind == Answer.Kind.REGION_BLOCKED
                        ? new Visibility.RegionBlocked(message)
                        : byRow().orElseGet(() -> new Visibility.Failed(kind, message));
        };
    }

    private Visibility listed(boolean withMeta) {
        if (heard.isMetaHidden()) {
            return new Visibility.MetaHidden();
        }
        return !withMeta && heard.isMetaNone() ? new Visibility.MetaNone() : new Visibility.Visible();
    }

    private Optional<Visibility> byOwnRow() {
        if (!heard.rowIsOwn()) {
            return Optional.empty();
        }
        return Optional.of(heard.unpublished()
                .<Visibility>map(why -> new Visibility.Restricted("Image "
                        + heard.asked().image().id() + " is listed nowhere: " + why
                        + ". Its data are not used, not even with its owner's key, until it is published."))
                .orElseGet(this::unlisted));
    }

    private Visibility unlisted() {
        if (heard.isMetaHidden()) {
            return new Visibility.MetaHidden();
        }
        return heard.listing() instanceof Listing.Empty ? new Visibility.VisibleByLinkOnly() : new Visibility.Visible();
    }

    private Optional<Visibility> byRow() {
        var own = byOwnRow();
        if (own.isPresent()) {
            return own;
        }
        if (heard.row().filter(Inner::hasPayload).isPresent()) {
            return Optional.of(onlyOthers(Stream.empty()));
        }
        if (!heard.rowIsNotFound()) {
            return Optional.empty();
        }
        if (heard.generation().filter(Inner::hasPayload).isPresent()) {
            return Optional.of(
                    new Visibility.Restricted("Image " + heard.asked().image().id()
                            + " exists, but is not shown: not published, private, scheduled, under review or blocked."
                            + " Its data are not used."));
        }
        return heard.generation().filter(Inner::isNotFound).map(_ -> new Visibility.Gone());
    }

    private Visibility onlyOthers(Stream<Observation> strangers) {
        var received = Stream.concat(strangers.map(Observation::identity), Stream.of(Row.identity(heard.rowPayload())))
                .map(Identity::imageId)
                .filter(id -> id.isPresent())
                .map(id -> id.getAsLong())
                .distinct()
                .toList();
        return new Visibility.OnlyOthers(heard.asked().image().id(), received);
    }

    private Visibility unseen() {
        if (heard.isKeyInvalid()) {
            return new Visibility.KeyInvalid();
        }
        var message = "No list of the site shows image " + heard.asked().image().id()
                + ", at any rating. It may be deleted, never have been there, be unpublished, under review, or left out"
                + " by the site's rules for lists; the site does not tell which.";
        return new Visibility.NotVisible(hasKey ? message : message + " An API key may help.");
    }
}
