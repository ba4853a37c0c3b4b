package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.reference.Ids;

/** Statements that only the site's {@code meta} objects hold, or Civitai's generator writes. */
final class SiteFields {

    /** RuinedFooocus lists its LoRAs as {@code <folder\name.safetensors:1>}. */
    private static final Pattern BRACKETED = Pattern.compile("<([^:<>]{1,200}):(-?[\\d.]{1,10})>");

    private final Draft draft;
    private final ResourceFields resources;

    SiteFields(Draft draft, ResourceFields resources) {
        this.draft = draft;
        this.resources = resources;
    }

    /** Whether the statement was one of the site's, and is taken. */
    boolean read(String key, Field field) {
        switch (key) {
            case "extra", "civitaimetadata" -> generator(field);
            case "external" -> keep(field);
            case "other" -> other(field);
            case "versionids" -> versions(field.value());
            case "comfy" -> ComfyField.read(field, draft);
            case "workflow" -> word(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the generator on the site was asked for. It speaks only where nobody else does. */
    private void generator(Field field) {
        var value = LenientJson.structure(field.value());
        draft.suggest(Parameter.CLIP_SKIP, value.at("clipSkip"));
        draft.suggest(Parameter.BASE_MODEL, value.at("baseModel"));
        draft.suggest(Parameter.PROCESS, value.at("process"));
        draft.suggest(Parameter.WIDTH, value.at("width"));
        draft.suggest(Parameter.HEIGHT, value.at("height"));
        draft.suggest(Parameter.PROCESS, value.at("workflow"));
        if (value.at("sourceImage") instanceof Json.Obj) {
            draft.suggest(Parameter.PROCESS, Json.of("img2img"));
        }
        resources.rows(value.at("resources"));
        keep(new Field(field.key(), value.isNull() ? field.value() : value));
    }

    /** No graph, but a word such as {@code img2img-hires} (quirk 32). */
    private void word(Field field) {
        if (field.value() instanceof Json.Str) {
            draft.suggest(Parameter.PROCESS, field.value());
        }
        draft.extra(field.key(), field.value());
    }

    private void keep(Field field) {
        if (field.value() instanceof Json.Obj(Map<String, Json> members)) {
            members.forEach((key, value) -> draft.extra(field.key() + "." + key, value));
        } else {
            draft.extra(field.key(), field.value());
        }
    }

    private void other(Field field) {
        var loras = BRACKETED.matcher(field.value().at("loras").text().orElse(""));
        while (loras.find()) {
            var name = loras.group(1);
            if (ModelNames.isModel(name)) {
                draft.mention(Ingredient.of(Role.LORA, name, draft.source(), new Clue.Named(name))
                        .withStrength(Json.of(loras.group(2)).decimal(), Optional.empty()));
            }
        }
        field.value()
                .at("base_model_name")
                .text()
                .filter(ModelNames::isModel)
                .ifPresent(name ->
                        draft.mention(Ingredient.of(Role.CHECKPOINT, name, draft.source(), new Clue.Named(name))));
        keep(field);
    }

    private void versions(Json ids) {
        for (var id : ids.items()) {
            id.integer()
                    .map(Ids::valid)
                    .filter(valid -> valid.isPresent())
                    .ifPresent(valid -> draft.mention(Ingredient.of(
                            Role.UNKNOWN,
                            "version " + valid.getAsLong(),
                            draft.source(),
                            new Clue.PossibleVersion(valid.getAsLong()))));
        }
    }
}
