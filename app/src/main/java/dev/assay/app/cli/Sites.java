package dev.assay.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.hash.Sha256;
import dev.assay.models.store.LibraryStore;

/** Which contents the site is asked about. */
final class Sites {

    /** What the site did not know then, it may know by now; what it knew, it still knows. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(7);

    private Sites() {}

    static SiteNaming naming(Wiring wiring, LibraryStore store) {
        var resolver = wiring.resolver();
        return new SiteNaming(ingredient -> resolver.resolve(ingredient).resolution(), store, Clock.systemUTC());
    }

    /**
     * The contents of sound files that are not named yet, each once.
     *
     * @param again also those that the site was asked about already
     */
    static List<Sha256> due(List<LibraryItem> items, boolean again, Instant now) {
        return items.stream()
                .filter(item -> item.presence() == LibraryItem.Presence.THERE)
                .filter(item -> item.file().damage().isEmpty())
                .filter(item -> again || isDue(item, now))
                .map(item -> item.file().sha256())
                .distinct()
                .toList();
    }

    private static boolean isDue(LibraryItem item, Instant now) {
        return item.entry()
                .site()
                .map(answer -> answer.named().isEmpty()
                        && answer.askedAt().plus(ASKED_AGAIN_AFTER).isBefore(now))
                .orElse(true);
    }
}
