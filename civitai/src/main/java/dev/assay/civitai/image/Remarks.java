package dev.assay.civitai.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** What was odd in hearing the witnesses. */
final class Remarks {

    private final Heard heard;
    private final boolean hasKey;
    private final List<Finding> findings = new ArrayList<>();

    private Remarks(Heard heard, boolean hasKey) {
        this.heard = heard;
        this.hasKey = hasKey;
    }

    static List<Finding> of(Heard heard, Visibility visibility, boolean hasKey) {
        var remarks = new Remarks(heard, hasKey);
        remarks.list(visibility);
        remarks.unheard("image.get", heard.row());
        remarks.unheard("image.getGenerationData", heard.generation());
        remarks.key();
        remarks.metadata(visibility);
        return remarks.findings;
    }

    private void list(Visibility visibility) {
        var strangers = switch (heard.listing()) {
            case Listing.Listed(var observations, var _, var _) ->
                observations.stream().anyMatch(o -> heard.asked().isOther(o.identity()));
            case Listing.Strangers _ -> true;
            case Listing.Empty _, Listing.Refused _, Listing.Failed _ -> false;
        };
        if (strangers) {
            findings.add(Finding.warning(
                    "FILTER_IGNORED",
                    Effect.NONE,
                    "Asked for image " + id()
                            + ", the site's list answered with other images too; they are set aside."));
        }
        if (visibility instanceof Visibility.Visible) {
            unheardList();
        }
        if (visibility instanceof Visibility.VisibleByLinkOnly) {
            findings.add(Finding.info(
                    "LINK_ONLY",
                    "Image " + id() + " is in no list of the site; its own row says that it is published."));
        }
        if (heard.isListed() && heard.rowIsNotFound()) {
            findings.add(Finding.info(
                    "WITNESS_UNHEARD", "The site lists image " + id() + ", but its tRPC image.get does not show it."));
        }
    }

    /** The image's own row has proven it; that the list was silent is said all the same. */
    private void unheardList() {
        var why = switch (heard.listing()) {
            case Listing.Refused(var message) -> message;
            case Listing.Failed(var _, var message) -> message;
            case Listing.Listed _, Listing.Strangers _, Listing.Empty _ -> "";
        };
        if (!why.isEmpty()) {
            findings.add(Finding.info("WITNESS_UNHEARD", "The site's list could not be heard as a witness: " + why));
        }
    }

    private void unheard(String procedure, Optional<Inner> inner) {
        if (hasKey) {
            inner.flatMap(Inner::trouble)
                    .ifPresent(why -> findings.add(Finding.info(
                            "WITNESS_UNHEARD", "tRPC " + procedure + " could not be heard as a witness: " + why)));
        }
    }

    private void key() {
        if (heard.isKeyInvalid()) {
            findings.add(Finding.warning(
                            "KEY_INVALID",
                            Effect.NONE,
                            "The site does not know the API key; it answered as if there were none.")
                    .advise("Make a new key in the account settings of the site, or unset CIVITAI_API_KEY."));
        }
    }

    private void metadata(Visibility visibility) {
        var unknown =
                heard.listing() instanceof Listing.Listed(var _, var withMeta, var _) && !withMeta && !heard.rowIsOwn();
        if (unknown && visibility instanceof Visibility.Visible) {
            findings.add(Finding.info(
                            "META_ABSENT",
                            "The site shows no metadata of image " + id()
                                    + ": either their author hid them, or there are none.")
                    .advise(hasKey ? "" : "With an API key the two can be told apart."));
        }
    }

    private long id() {
        return heard.asked().image().id();
    }
}
