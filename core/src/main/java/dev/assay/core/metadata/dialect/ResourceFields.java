package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.metadata.draft.Values;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.Ids;

/** Statements that list models: the site's resources, and the hashes of A1111 and its extensions. */
final class ResourceFields {

    private final Draft draft;

    ResourceFields(Draft draft) {
        this.draft = draft;
    }

    /** Whether the statement was such a list, and is taken. */
    boolean read(String key, Field field) {
        switch (key) {
            case "hashes" -> pairs(field).forEach(this::hash);
            case "lorahashes" -> pairs(field).forEach(pair -> hash(Role.LORA, pair.key(), pair.value()));
            case "loraweights" -> pairs(field).forEach(this::weight);
            case "tihashes", "embedhashes" ->
                pairs(field).forEach(pair -> hash(Role.EMBEDDING, pair.key(), pair.value()));
            case "resources", "civitairesources", "additionalresources" -> rows(field.value());
            case "models" -> names(Role.CHECKPOINT, field.value());
            case "vaes" -> names(Role.VAE, field.value());
            case "upscalers" -> names(Role.UPSCALER, field.value());
            case "controlnets" -> names(Role.CONTROLNET, field.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A list of hashes is an object, or the text {@code name: hash, name: hash}. */
    private List<Field> pairs(Field field) {
        var value = LenientJson.structure(field.value());
        if (value instanceof Json.Obj) {
            return Fields.of(value).all();
        }
        List<Field> pairs = new ArrayList<>();
        for (var pair : field.value().text().orElse("").split(",", -1)) {
            var colon = pair.lastIndexOf(':');
            if (colon > 0) {
                pairs.add(Field.of(
                        pair.substring(0, colon).strip(),
                        pair.substring(colon + 1).strip()));
            } else if (!pair.isBlank()) {
                draft.extra(field.key(), pair);
            }
        }
        return pairs;
    }

    /** Fooocus names its LoRAs in no tags, but in a list with weights. */
    private void weight(Field pair) {
        if (ModelNames.isModel(pair.key())) {
            draft.mention(Ingredient.of(Role.LORA, pair.key(), draft.source(), ModelNames.clue(pair.key()))
                    .withStrength(pair.value().decimal(), Optional.empty()));
        }
    }

    /** A key of {@code hashes}: a role, and for all but the single ones a name behind a colon; any case. */
    private void hash(Field pair) {
        var colon = pair.key().indexOf(':');
        var kind = (colon < 0 ? pair.key() : pair.key().substring(0, colon)).strip();
        var role = Role.of(kind.toLowerCase(Locale.ROOT));
        if (role == Role.OTHER || role == Role.UNKNOWN) {
            draft.extra("hashes " + pair.key(), pair.value());
        } else {
            hash(role, colon < 0 ? "" : pair.key().substring(colon + 1).strip(), pair.value());
        }
    }

    private void hash(Role role, String name, Json value) {
        var hex = value.scalar().orElse("").strip();
        List<Clue> clues = new ArrayList<>(ModelNames.hash(hex));
        if (clues.isEmpty() && !hex.isEmpty()) {
            draft.find(Finding.info(
                    "HASH_USELESS",
                    "The hash \"" + Values.excerpt(hex) + "\" of "
                            + (name.isEmpty() ? "the " + role.words() : "\"" + name + "\"") + " identifies nothing."));
        }
        if (!name.isEmpty()) {
            clues.addFirst(ModelNames.clue(name));
        }
        if (!clues.isEmpty()) {
            draft.mention(Ingredient.of(role, name.isEmpty() ? hex : name, draft.source(), clues.toArray(Clue[]::new)));
        }
    }

    void rows(Json value) {
        for (var row : LenientJson.structure(value).items()) {
            row(row);
        }
    }

    /** A row of any of the three lists; they share their keys. */
    private void row(Json row) {
        var air = row.at("air").text().or(() -> row.at("name").text()).flatMap(ModelNames::air);
        List<Clue> clues = new ArrayList<>();
        var version = row.at("modelVersionId").scalar().map(Ids::parse).filter(id -> id.isPresent());
        version.ifPresent(id -> clues.add(new Clue.Version(id.getAsLong())));
        air.map(Clue.ByAir::new).ifPresent(clues::add);
        var name = row.at("name").text().filter(ModelNames::isModel);
        name.map(ModelNames::clue).filter(clue -> !clues.contains(clue)).ifPresent(clues::add);
        row.at("hash").text().map(ModelNames::hash).ifPresent(clues::addAll);
        if (clues.isEmpty()) {
            draft.extra("resource", row);
            return;
        }
        var title = row.at("modelName").text();
        title.ifPresent(model -> clues.add(
                new Clue.Titled(model, row.at("modelVersionName").text().orElse(""), "")));
        var called = name.or(() -> title)
                .or(() -> air.map(Air::id))
                .orElseGet(() -> version.map(id -> "version " + id.getAsLong())
                        .orElseGet(() -> row.at("hash").text().orElseThrow()));
        draft.mention(Ingredient.of(role(row, air), called, draft.source(), clues.toArray(Clue[]::new))
                .withStrength(weight(row), row.at("strengthClip").decimal()));
    }

    private static Role role(Json row, Optional<Air> air) {
        var stated = row.at("type").text().map(Role::of).orElse(Role.UNKNOWN);
        return stated == Role.UNKNOWN || stated == Role.OTHER
                ? air.map(a -> ModelNames.role(a, stated)).orElse(stated)
                : stated;
    }

    private static Optional<BigDecimal> weight(Json row) {
        return row.at("weight").decimal().or(() -> row.at("strength").decimal());
    }

    private void names(Role role, Json value) {
        for (var item : value.items()) {
            var name = item.text().filter(ModelNames::isModel);
            name.ifPresent(text -> draft.mention(Ingredient.of(
                    ModelNames.air(text).map(air -> ModelNames.role(air, role)).orElse(role),
                    text,
                    draft.source(),
                    ModelNames.clue(text))));
            if (name.isEmpty()) {
                draft.extra(role.words(), item);
            }
        }
    }
}
