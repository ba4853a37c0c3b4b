package dev.assay.civitai.image;

import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.KeyCheck;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.Trpc;
import dev.assay.core.evidence.Subject;

/** Hears every witness that the site has of one image. It proves nothing; weighing what was heard does. */
public final class ImageInquiry {

    private final Site site;
    private final Asker asker;
    private final ItemSearch search;
    private final Ledger ledger;
    private final Time time;

    /**
     * Asks in this way.
     *
     * @param sibling asks the sister host, where the site has one
     * @param ledger is told which answers are about the image
     */
    public ImageInquiry(Site site, Asker asker, Optional<Asker> sibling, Ledger ledger, Time time) {
        this.site = site;
        this.asker = asker;
        this.search = new ItemSearch(asker, sibling, time);
        this.ledger = ledger;
        this.time = time;
    }

    /** Asks about the image; it may take minutes where the site is slow. */
    public Inquiry inquire(Subject.SiteImage image) {
        var asked = new Asked(image);
        var listing = search.search(asked);
        var row = asksForRow(listing) ? ask("image.get", image) : Optional.<Inner>empty();
        var generation = asksForGeneration(listing) ? ask("image.getGenerationData", image) : Optional.<Inner>empty();
        var heard = new Heard(asked, listing, row, generation, Optional.empty(), time.now());
        return conclude(isSuspicious(heard) ? heard.with(new KeyCheck(site, asker).check()) : heard);
    }

    private Optional<Inner> ask(String procedure, Subject.SiteImage image) {
        return Optional.of(Inner.of(asker.ask(Trpc.ask(procedure, image.id()))));
    }

    private Inquiry conclude(Heard heard) {
        var hasKey = site.key().isPresent();
        var visibility = new Sight(heard, hasKey).visibility();
        if (!(visibility instanceof Visibility.Restricted)) {
            validate(heard);
        }
        return new Inquiry(
                heard.asked().image(),
                Testimony.of(heard, visibility),
                visibility,
                Remarks.of(heard, visibility, hasKey));
    }

    private void validate(Heard heard) {
        // A listed item whose metadata were hidden since must not come back from the journal with them.
        if (heard.listing() instanceof Listing.Listed(var _, var withMeta, var received)
                && !(withMeta && heard.isMetaHidden())) {
            ledger.validate(received);
        }
        if (heard.rowIsOwn()) {
            heard.row().flatMap(Inner::received).ifPresent(ledger::validate);
        }
        if (heard.generationCounts() && !heard.isMetaHidden() && !heard.asked().isOther(heard.generationIdentity())) {
            heard.generation().flatMap(Inner::received).ifPresent(ledger::validate);
        }
    }

    /** An unknown key counts as none, without a word: it is asked after only where something is missing (quirk 40). */
    private boolean isSuspicious(Heard heard) {
        var missing = switch (heard.listing()) {
            case Listing.Empty _, Listing.Refused _ -> true;
            case Listing.Listed _, Listing.Strangers _, Listing.Failed _ -> false;
        };
        return site.key().isPresent() && (heard.rowIsDenied() || (missing && !heard.rowIsOwn()));
    }

    /** Without a key, only to tell hidden metadata from none; and there it mostly fails (quirk 49). */
    private boolean asksForRow(Listing listing) {
        return asksForGeneration(listing)
                || (listing instanceof Listing.Listed(var _, var withMeta, var _) && !withMeta);
    }

    /** The journal may be asked without a key: an image seen by its link only is in no list there either. */
    private boolean asksForGeneration(Listing listing) {
        return isOffline(listing) || (site.key().isPresent() && isWorthwhile(listing));
    }

    private static boolean isOffline(Listing listing) {
        return listing instanceof Listing.Failed(var kind, var _) && kind == Answer.Kind.NOT_IN_JOURNAL;
    }

    private static boolean isWorthwhile(Listing listing) {
        return switch (listing) {
            case Listing.Listed _, Listing.Strangers _, Listing.Empty _, Listing.Refused _ -> true;
            case Listing.Failed(var kind, var _) ->
                switch (kind) {
                    case NOT_AN_ANSWER, NOT_IN_JOURNAL, BUSY -> true;
                    case UNREACHABLE, REGION_BLOCKED -> false;
                };
        };
    }
}
