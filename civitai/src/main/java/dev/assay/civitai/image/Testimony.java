package dev.assay.civitai.image;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.evidence.Facts;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Witness;
import dev.assay.core.metadata.Document;

/** Turns what was heard into observations, leaving out what is not ours to use. */
final class Testimony {

    private Testimony() {}

    static List<Observation> of(Heard heard, Visibility visibility) {
        var all = new ArrayList<>(listed(heard.listing()));
        // What the site holds back from its lists, its owner has not published: it does not go any further.
        if (!(visibility instanceof Visibility.Restricted)) {
            heard.row()
                    .filter(Inner::hasPayload)
                    .ifPresent(row -> all.add(observation(
                            Witness.IMAGE, row, Row.identity(row.payload()), Row.facts(row.payload()), List.of())));
            if (heard.generationCounts()) {
                heard.generation()
                        .ifPresent(data -> all.add(observation(
                                Witness.GENERATION_DATA,
                                data,
                                heard.generationIdentity(),
                                Facts.NONE,
                                List.of(new Document.GenerationData(data.payload())))));
            }
        }
        // A cache may still hold what the author has hidden since; hidden metadata stay hidden.
        return heard.isMetaHidden()
                ? all.stream().map(Testimony::withoutDocuments).toList()
                : all;
    }

    private static List<Observation> listed(Listing listing) {
        return switch (listing) {
            case Listing.Listed(var observations, var _, var _) -> observations;
            case Listing.Strangers(var observations) -> observations;
            case Listing.Empty _, Listing.Refused _, Listing.Failed _ -> List.of();
        };
    }

    private static Observation observation(
            Witness witness, Inner inner, Identity identity, Facts facts, List<Document> documents) {
        var received = inner.received().orElseThrow();
        return new Observation(
                witness, received.address().toString(), received.digest(), received.at(), identity, facts, documents);
    }

    private static Observation withoutDocuments(Observation one) {
        return new Observation(
                one.witness(), one.question(), one.digest(), one.at(), one.identity(), one.about(), List.of());
    }
}
