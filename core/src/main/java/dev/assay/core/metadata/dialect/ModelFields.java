package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.ControlUnit;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.draft.ModelNames;

/** Statements that name a model, with its hash or weight in a statement of its own. */
final class ModelFields {

    private static final Pattern NAME_AND_HASH =
            Pattern.compile("(.{1,300}?)\\s*[\\[(]([0-9a-fA-F]{8,64})[\\])]", Pattern.DOTALL);

    private static final Pattern VAE_NAME = Pattern.compile("(?i).*vae.*|ae\\b.*|tae.*");

    private final Fields fields;
    private final Draft draft;

    ModelFields(Fields fields, Draft draft) {
        this.fields = fields;
        this.draft = draft;
    }

    /** Whether the statement was about a model, and is taken. */
    boolean read(String key, Field field) {
        return switch (key) {
                    case "model" -> mention(Role.CHECKPOINT, name(field.value()), fields.text("modelhash"));
                    case "modelhash" ->
                        fields.at("model").isNull() && mention(Role.CHECKPOINT, Optional.empty(), text(field));
                    case "vae" -> mention(Role.VAE, name(field.value()), fields.text("vaehash"));
                    case "vaehash" -> fields.at("vae").isNull() && mention(Role.VAE, Optional.empty(), text(field));
                    case "refiner" -> refiner(field);
                    case "refinerhash" -> fields.text("refiner").isPresent();
                    case "hypernet" -> weighted(Role.HYPERNETWORK, text(field), fields.at("hypernetstrength"));
                    case "hypernetstrength" -> fields.text("hypernet").isPresent();
                    default -> numbered(key, field);
                }
                || belongsToModel(key);
    }

    private boolean belongsToModel(String key) {
        return (key.equals("modelhash") && !fields.at("model").isNull())
                || (key.equals("vaehash") && !fields.at("vae").isNull());
    }

    private boolean numbered(String key, Field field) {
        if (key.matches("(?:hires)?module\\d{1,2}")) {
            var role = VAE_NAME.matcher(text(field).orElse("")).matches() ? Role.VAE : Role.TEXT_ENCODER;
            return mention(role, text(field), Optional.empty());
        }
        if (key.matches("addnetmodel\\d{1,2}")) {
            return additionalNetwork(key.substring("addnetmodel".length()), field);
        }
        if (key.matches("controlnet\\d{0,2}")) {
            var unit = ControlUnit.of(field.value());
            unit.model().ifPresent(name -> mention(Role.CONTROLNET, Optional.of(name), unit.hash()));
            // What else the unit says has no place of its own, and is kept.
            return false;
        }
        if (key.matches("lora\\d{1,3}modelname")) {
            return savedLora(key.substring(0, key.length() - "modelname".length()), field);
        }
        return false;
    }

    private static Optional<String> text(Field field) {
        return field.value().scalar().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The site takes a quoted name with a colon apart into an object (quirk 29). */
    private static Optional<String> name(Json value) {
        return switch (value) {
            case Json.Obj(var members) ->
                Optional.of(members.entrySet().stream()
                        .map(member -> member.getKey() + ":"
                                + member.getValue().scalar().orElse(""))
                        .collect(Collectors.joining(", ")));
            case Json.Str _, Json.Num _, Json.Bool _ -> value.scalar();
            case Json.Arr _, Json.Null _ -> Optional.empty();
        };
    }

    /** Mentions what is named or hashed; false where neither says anything, so that the text is kept as it is. */
    private boolean mention(Role role, Optional<String> name, Optional<String> hash) {
        List<Clue> clues = new ArrayList<>();
        name.filter(ModelNames::isModel).map(ModelNames::clue).ifPresent(clues::add);
        hash.map(ModelNames::hash).ifPresent(clues::addAll);
        if (clues.isEmpty()) {
            return false;
        }
        var called =
                name.filter(ModelNames::isModel).or(() -> hash).orElseThrow().strip();
        draft.mention(Ingredient.of(role, called, draft.source(), clues.toArray(Clue[]::new)));
        return true;
    }

    private boolean weighted(Role role, Optional<String> name, Json weight) {
        if (name.filter(ModelNames::isModel).isEmpty()) {
            return false;
        }
        draft.mention(Ingredient.of(role, name.get(), draft.source(), new Clue.Named(name.get()))
                .withStrength(weight.decimal(), Optional.empty()));
        return true;
    }

    /** The second pass's own model takes over as a refiner does; where there is one as well, only that is drawn. */
    void hiresCheckpoint(Field field) {
        if (fields.at("refiner").isNull() && !text(field).orElse("").startsWith("Use same")) {
            refiner(field);
        }
    }

    private boolean refiner(Field field) {
        var whole = text(field).orElse("");
        var both = NAME_AND_HASH.matcher(whole);
        return both.matches()
                ? mention(Role.REFINER, Optional.of(both.group(1)), Optional.of(both.group(2)))
                : mention(Role.REFINER, Optional.of(whole), fields.text("refinerhash"));
    }

    /** The extension that loaded LoRAs before A1111 could: A is the model's weight, B the text encoder's. */
    private boolean additionalNetwork(String number, Field field) {
        var off = fields.text("addnetenabled")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter("false"::equals);
        var both = NAME_AND_HASH.matcher(text(field).orElse(""));
        if (off.isPresent() || !both.matches()) {
            return false;
        }
        List<Clue> clues = new ArrayList<>(ModelNames.hash(both.group(2)));
        clues.add(new Clue.Named(both.group(1)));
        var model = fields.at("addnetweighta" + number).decimal();
        var clip = fields.at("addnetweightb" + number).decimal();
        draft.mention(Ingredient.of(Role.LORA, both.group(1), draft.source(), clues.toArray(Clue[]::new))
                .withStrength(model.or(() -> fields.at("addnetweight" + number).decimal()), clip));
        return true;
    }

    /** As savers for ComfyUI write it: {@code Lora_0 Model name}, and the rest of it under the same beginning. */
    private boolean savedLora(String prefix, Field field) {
        var name = text(field).filter(ModelNames::isModel);
        if (name.isEmpty()) {
            return false;
        }
        List<Clue> clues = new ArrayList<>();
        clues.add(ModelNames.clue(name.get()));
        fields.text(prefix + "modelhash").map(ModelNames::hash).ifPresent(clues::addAll);
        draft.mention(Ingredient.of(Role.LORA, name.get(), draft.source(), clues.toArray(Clue[]::new))
                .withStrength(
                        fields.at(prefix + "strengthmodel").decimal(),
                        fields.at(prefix + "strengthclip").decimal()));
        return true;
    }
}
