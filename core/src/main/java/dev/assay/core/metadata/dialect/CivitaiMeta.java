package dev.assay.core.metadata.dialect;

import java.util.Optional;
import java.util.Set;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.graph.GraphReading;
import dev.assay.core.reference.Ids;
import dev.assay.core.source.Source;

/** The site's {@code meta}: a bag in which the eras lie side by side, and nothing has a fixed type. */
final class CivitaiMeta implements Dialect {

    private static final int MAX_WRAPPERS = 5;

    private static final Set<String> TELLING = Set.of(
            "prompt",
            "negativeprompt",
            "seed",
            "steps",
            "cfgscale",
            "sampler",
            "civitairesources",
            "resources",
            "hashes",
            "comfy",
            "modelhash");

    @Override
    public boolean canRead(Passage passage) {
        return passage.json().members().keySet().stream().map(Field::plain).anyMatch(TELLING::contains);
    }

    @Override
    public Reading read(Passage passage, Source source) {
        return read(passage.json(), Json.none(), source);
    }

    /** Reads a {@code meta}, in whatever wrapper is left around it (quirk 20), with what the item says beside it. */
    static Reading read(Json meta, Json item, Source source) {
        var inner = unwrapped(meta);
        var infotext = inner.text().map(text -> Passage.of("", text)).filter(new Infotext()::canRead);
        var draft = new Draft(source);
        infotext.map(text -> new Infotext().read(text, source)).ifPresent(draft::complete);
        new FieldReader(Fields.of(inner), draft).read();
        var reading = draft.build();
        reading.graph()
                .ifPresent(graph -> GraphReading.of(
                                graph, source.at(source.detail().isEmpty() ? "comfy" : source.detail() + ".comfy"))
                        .ifPresent(draft::complete));
        beside(item, draft);
        return draft.build();
    }

    static Json unwrapped(Json meta) {
        var inner = meta;
        for (int i = 0; i < MAX_WRAPPERS && inner.has("meta") && inner.has("id") && !inner.has("prompt"); i++) {
            inner = inner.at("meta");
        }
        return inner;
    }

    /** The item's own lists are about the post as much as about the image: hints, never proofs (quirks 25, 26). */
    private static void beside(Json item, Draft draft) {
        draft.suggest(Parameter.BASE_MODEL, item.at("baseModel"));
        for (var id : item.at("modelVersionIds").items()) {
            var valid = id.scalar().map(Ids::parse).filter(number -> number.isPresent());
            valid.ifPresent(number -> possible(number.getAsLong(), draft));
        }
    }

    private static void possible(long id, Draft draft) {
        var known = draft.ingredients().stream().anyMatch(one -> names(one, id));
        if (!known) {
            draft.mention(Ingredient.of(
                    Role.UNKNOWN, "version " + id, draft.source().at("modelVersionIds"), new Clue.PossibleVersion(id)));
        }
    }

    private static boolean names(Ingredient one, long id) {
        return one.clues().stream().anyMatch(clue -> switch (clue) {
            case Clue.Version(var version) -> version == id;
            case Clue.PossibleVersion(var version) -> version == id;
            case Clue.ByAir(var air) ->
                Optional.of(air.versionId())
                        .filter(v -> v.isPresent() && v.getAsLong() == id)
                        .isPresent();
            case Clue.FullHash _, Clue.KeyHash _, Clue.Named _, Clue.Titled _, Clue.Asked _ -> false;
        });
    }
}
