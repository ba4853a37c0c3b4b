package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.source.Source;

/** Finds the models that the nodes of a graph load. */
final class LoaderModels {

    private final Literals literals;
    private final Draft draft;
    private final Source source;

    LoaderModels(ApiGraph graph, Draft draft) {
        this.literals = new Literals(graph);
        this.draft = draft;
        this.source = draft.source();
    }

    void read(ApiNode node) {
        node.inputs().forEach((input, value) -> {
            if (value.has("lora") && input.toLowerCase(Locale.ROOT).startsWith("lora_")) {
                switched(value, "lora", "strength", "strengthTwo", value.at("on"));
            } else if (input.equals("loras")) {
                list(value);
            } else {
                single(node, input, value);
            }
        });
    }

    private void single(ApiNode node, String input, Json value) {
        var stated = LoaderRoles.stated(node.type(), input);
        var name = name(node, input, value, stated.isPresent());
        if (name.isEmpty() || !ModelNames.isModel(name.get())) {
            return;
        }
        var air = ModelNames.air(name.get());
        if (stated.isEmpty() && air.isEmpty() && !ModelNames.hasExtension(name.get())) {
            return;
        }
        var role = stated.or(() -> air.map(a -> ModelNames.role(a, Role.OTHER)))
                .orElseGet(() -> LoaderRoles.guessed(node.type(), input));
        var one = Ingredient.of(role, name.get(), source, ModelNames.clue(name.get()));
        draft.mention(hasStrength(role) ? strengthened(one, node, input) : one);
    }

    /** Some packs put the name into an object with a picture; some nodes take it from another node. */
    private Optional<String> name(ApiNode node, String input, Json value, boolean follow) {
        if (value instanceof Json.Obj) {
            return value.at("content").text();
        }
        return follow ? literals.of(node, input).flatMap(Json::text) : value.text();
    }

    private static boolean hasStrength(Role role) {
        return role == Role.LORA || role == Role.HYPERNETWORK;
    }

    /** The numbered inputs of a stack have numbered weights. */
    private Ingredient strengthened(Ingredient one, ApiNode node, String input) {
        var number = input.replaceAll("\\D", "");
        var tail = number.isEmpty() ? "" : "_" + number;
        var model = weight(node, "strength_model" + tail)
                .or(() -> weight(node, "model_weight" + tail))
                .or(() -> weight(node, "model_str" + tail))
                .or(() -> weight(node, "lora_model_strength" + tail))
                .or(() -> weight(node, "strength" + tail))
                .or(() -> weight(node, "lora_wt" + tail));
        var clip = weight(node, "strength_clip" + tail)
                .or(() -> weight(node, "clip_weight" + tail))
                .or(() -> weight(node, "clip_str" + tail))
                .or(() -> weight(node, "lora_clip_strength" + tail));
        return one.withStrength(model, clip);
    }

    private Optional<BigDecimal> weight(ApiNode node, String input) {
        return node.inputs().containsKey(input) ? literals.of(node, input).flatMap(Json::decimal) : Optional.empty();
    }

    /** LoRA Manager keeps a list, wrapped so that it is not taken for a link. */
    private void list(Json value) {
        var rows = value instanceof Json.Obj ? value.at("__value__") : value;
        for (var row : rows.items()) {
            switched(row, "name", "strength", "clipStrength", row.at("active"));
        }
    }

    private void switched(Json row, String name, String model, String clip, Json on) {
        var off = on.bool().filter(state -> !state).isPresent();
        row.at(name)
                .text()
                .filter(ModelNames::isModel)
                .filter(_ -> !off)
                .ifPresent(text -> draft.mention(Ingredient.of(Role.LORA, text, source, ModelNames.clue(text))
                        .withStrength(row.at(model).decimal(), row.at(clip).decimal())));
    }
}
