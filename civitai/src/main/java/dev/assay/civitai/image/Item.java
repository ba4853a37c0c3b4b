package dev.assay.civitai.image;

import java.util.ArrayList;
import java.util.List;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.evidence.Facts;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Witness;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;

/**
 * One item of {@code /api/v1/images} as observations. Its {@code meta} comes bare, in a wrapper that names an image, in
 * several of them, as text, or not at all (quirk 20).
 */
final class Item {

    private static final int MAX_WRAPPERS = 8;
    private static final List<String> ABOUT_THE_MAKING = List.of(
            "baseModel", "modelVersionIds", "nsfwLevel", "browsingLevel", "type", "width", "height", "createdAt");

    private final Json item;
    private final Answer.Received received;
    private final List<Identity> wrappers = new ArrayList<>();
    private final Json meta;

    Item(Json item, Answer.Received received) {
        this.item = item;
        this.received = received;
        this.meta = unwrap(item.at("meta"));
    }

    private Json unwrap(Json outer) {
        var inner = outer;
        while (isWrapper(inner) && wrappers.size() < MAX_WRAPPERS) {
            var id = Row.number(inner.at("id"));
            wrappers.add(id.isPresent() ? Identity.ofImage(id.getAsLong()) : Identity.NONE);
            inner = inner.at("meta");
        }
        return inner;
    }

    private static boolean isWrapper(Json json) {
        return json.at("id") instanceof Json.Num && json.has("meta") && !json.has("prompt");
    }

    Identity identity() {
        return Row.identity(item);
    }

    boolean hasMeta() {
        return !meta.isNull();
    }

    /**
     * What it says. The metadata hang on the first name, from outside to inside, that is another image's, or else on the
     * innermost. An item of another image is one statement: a wrapper inside it proves nothing.
     */
    List<Observation> observations(Asked asked) {
        var documents = hasMeta() ? List.<Document>of(new Document.Meta(meta, aboutTheMaking())) : List.<Document>of();
        if (wrappers.isEmpty() || !asked.is(identity())) {
            return List.of(observation(Witness.ITEM, identity(), Row.facts(item), documents));
        }
        var carrier = wrappers.stream().filter(asked::isOther).findFirst().orElse(wrappers.getLast());
        var all = new ArrayList<Observation>();
        all.add(observation(Witness.ITEM, identity(), Row.facts(item), List.of()));
        var carried = false;
        for (var wrapper : wrappers) {
            var carries = wrapper.equals(carrier) && !carried;
            carried |= carries;
            all.add(observation(Witness.META_WRAPPER, wrapper, Facts.NONE, carries ? documents : List.of()));
        }
        return all;
    }

    private Json aboutTheMaking() {
        var about = Json.object();
        ABOUT_THE_MAKING.stream().filter(item::has).forEach(key -> about.put(key, item.at(key)));
        return about.build();
    }

    private Observation observation(Witness witness, Identity identity, Facts facts, List<Document> documents) {
        return new Observation(
                witness, received.address().toString(), received.digest(), received.at(), identity, facts, documents);
    }
}
