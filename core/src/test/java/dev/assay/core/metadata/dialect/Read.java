package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/** Short ways to read, and to look at what was read. */
final class Read {

    private Read() {}

    static Reading given(String text) {
        return only(MetadataReader.read(new Document.Given(text), new Source(Origin.USER, "")));
    }

    static List<Reading> allGiven(String text) {
        return MetadataReader.read(new Document.Given(text), new Source(Origin.USER, ""));
    }

    static Reading meta(String json) {
        return meta(json(json), Json.none());
    }

    static Reading meta(Json meta, Json item) {
        return only(MetadataReader.read(new Document.Meta(meta, item), new Source(Origin.SITE_ITEM, "meta")));
    }

    static Reading rows(Json payload) {
        return only(MetadataReader.read(new Document.GenerationData(payload), new Source(Origin.SITE_ROWS, "")));
    }

    /** A file with these texts: key, text, key, text… */
    static List<Reading> file(String... keysAndTexts) {
        var entries = IntStream.range(0, keysAndTexts.length / 2)
                .mapToObj(i -> new TextEntry("PNG tEXt", keysAndTexts[2 * i], keysAndTexts[2 * i + 1]))
                .toList();
        return MetadataReader.read(new Document.FileTexts(entries), new Source(Origin.FILE, ""));
    }

    static Reading only(List<Reading> readings) {
        if (readings.size() != 1) {
            throw new AssertionError("one reading expected, not " + readings);
        }
        return readings.getFirst();
    }

    static Json json(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> codes(Reading reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }

    static Ingredient one(Reading reading, Role role) {
        var all = reading.ingredients().stream().filter(i -> i.role() == role).toList();
        if (all.size() != 1) {
            throw new AssertionError("one " + role + " expected, not " + all);
        }
        return all.getFirst();
    }

    static Ingredient named(Reading reading, String name) {
        return reading.ingredients().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + reading.ingredients()));
    }

    static BigDecimal strength(Ingredient ingredient) {
        return ingredient.strength().orElseThrow();
    }

    /** The hashes, numbers and AIRs that are known of it, as text. */
    static List<String> keys(Ingredient ingredient) {
        return ingredient.clues().stream()
                .map(clue -> switch (clue) {
                    case Clue.Version(var id) -> "version " + id;
                    case Clue.PossibleVersion(var id) -> "perhaps " + id;
                    case Clue.FullHash(var hash) -> hash.hex();
                    case Clue.KeyHash(var hash) -> hash.hex();
                    case Clue.ByAir(var air) ->
                        "air " + air.id() + "@" + air.version().orElse("");
                    case Clue.Named(var name) -> "name " + name;
                    case Clue.Asked asked -> asked.toString();
                    case Clue.Titled(var model, var version, var base) -> model + " | " + version + " | " + base;
                })
                .toList();
    }
}
