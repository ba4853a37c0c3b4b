package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.reference.Ids;
import dev.assay.core.source.Source;

/**
 * A recipe of LoRA Manager: in a file of its own, or behind an infotext as {@code Recipe metadata: {…}}. Its models have
 * the site's numbers and whole hashes.
 */
final class LoraManagerRecipe implements Dialect {

    @Override
    public boolean canRead(Passage passage) {
        var json = passage.json();
        return json.at("loras") instanceof Json.Arr && (json.has("gen_params") || json.has("fingerprint"));
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("LoRA Manager"));
        read(passage.json(), draft);
        return draft.build();
    }

    /** A recipe behind an infotext, which says the rest itself. */
    static void beside(Field field, Draft draft) {
        draft.extra(field.key(), field.value());
        read(LenientJson.structure(field.value()), draft);
    }

    private static void read(Json recipe, Draft draft) {
        recipe.at("loras").items().forEach(row -> model(Role.LORA, row, draft));
        model(Role.CHECKPOINT, recipe.at("checkpoint"), draft);
        draft.suggest(Parameter.BASE_MODEL, recipe.at("base_model"));
        var asked = new Draft(draft.source());
        new FieldReader(Fields.of(recipe.at("gen_params")), asked).read();
        draft.complete(asked.build());
        draft.extra("Recipe title", recipe.at("title"));
    }

    private static void model(Role role, Json row, Draft draft) {
        List<Clue> clues = new ArrayList<>();
        var file = row.at("file_name").text().filter(ModelNames::isModel);
        file.map(Clue.Named::new).ifPresent(clues::add);
        row.at("hash").text().map(ModelNames::hash).ifPresent(clues::addAll);
        var version = row.at("modelVersionId").scalar().map(Ids::parse).filter(id -> id.isPresent());
        version.ifPresent(id -> clues.add(new Clue.Version(id.getAsLong())));
        if (clues.isEmpty()) {
            draft.extra(role.words(), row.isNull() ? Json.none() : row);
            return;
        }
        var title = row.at("modelName").text().or(() -> row.at("name").text());
        title.ifPresent(name -> clues.add(
                new Clue.Titled(name, row.at("modelVersionName").text().orElse(""), "")));
        var called = file.or(() -> title)
                .orElse("version " + version.map(id -> id.getAsLong()).orElse(0L));
        draft.mention(Ingredient.of(role, called, draft.source(), clues.toArray(Clue[]::new))
                .withStrength(strength(row), Optional.empty()));
    }

    private static Optional<BigDecimal> strength(Json row) {
        return row.at("strength").decimal().or(() -> row.at("weight").decimal());
    }
}
