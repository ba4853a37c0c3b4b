package dev.assay.core.metadata.graph;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.source.Source;

/** Finds the models that the nodes of a graph load. */
final class LoaderModels {

    private static final int LONGEST = 300;

    /** Inputs of texts whose tags load LoRAs. */
    private static final Map<String, String> TAGGED = Map.of(
            "ImpactWildcardEncode", "populated_text",
            "WildcardEncode //Inspire", "populated_text",
            "Power Prompt (rgthree)", "prompt",
            "SDXL Power Prompt - Positive (rgthree)", "prompt_g",
            "ttN pipeLoader_v2", "loras",
            "ttN pipeLoaderSDXL_v2", "loras");

    private static final Set<String> TEXTS =
            Set.of("text", "prompt", "string", "lora_text", "lora_string", "lora_syntax");

    private final Literals literals;
    private final Draft draft;
    private final Source source;

    LoaderModels(ApiGraph graph, Draft draft) {
        this.literals = new Literals(graph);
        this.draft = draft;
        this.source = draft.source();
    }

    /** Whether the node puts something into the model, or brings it. */
    static boolean isLoader(ApiNode node) {
        var type = node.words();
        return type.contains("lora") || type.contains("loader") || type.contains("stack");
    }

    void read(ApiNode node) {
        var hasList = node.inputs().values().stream().anyMatch(LoaderModels::isList);
        node.inputs().forEach((input, value) -> {
            if (value.has("lora") && value.has("strength")) {
                switched(value, "lora", "strength", "strengthTwo", value.at("on"));
            } else if (isList(value)) {
                list(value);
            } else if (isTagged(node, input)) {
                if (!hasList) {
                    literals.of(node, input).flatMap(Json::text).ifPresent(text -> PromptTags.read(text, draft));
                }
            } else if (StackPlace.counts(node, input)) {
                single(node, input, value);
            }
        });
    }

    /** LoRA Manager's: rows with a name, a strength and a switch each, wrapped so that they are not taken for a link. */
    private static boolean isList(Json value) {
        var rows = value instanceof Json.Obj ? value.at("__value__") : value;
        return rows.at(0).has("name") && rows.at(0).has("strength");
    }

    /** Loaders of LoRAs that go by the tags of a text call it by many names. */
    private static boolean isTagged(ApiNode node, String input) {
        return TAGGED.getOrDefault(node.type(), "").equals(input)
                || (node.words().contains("lora") && TEXTS.contains(input));
    }

    private void single(ApiNode node, String input, Json value) {
        var stated = LoaderRoles.stated(node.type(), input);
        var name = name(node, input, value, stated.isPresent());
        if (name.isEmpty() || !ModelNames.isModel(name.get())) {
            return;
        }
        var air = ModelNames.air(name.get());
        if (stated.isEmpty() && air.isEmpty() && !isFile(name.get())) {
            return;
        }
        var role = stated.or(() -> air.map(a -> ModelNames.role(a, Role.OTHER)))
                .orElseGet(() -> LoaderRoles.guessed(node.type(), input));
        var one = Ingredient.of(role, name.get(), source, ModelNames.clue(name.get()));
        draft.mention(hasStrength(role) ? new StackPlace(node, input, literals).weigh(one) : one);
    }

    private static boolean isFile(String name) {
        return name.length() < LONGEST && name.indexOf('\n') < 0 && ModelNames.hasExtension(name);
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
