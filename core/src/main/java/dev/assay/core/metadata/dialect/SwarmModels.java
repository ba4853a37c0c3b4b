package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.draft.ModelNames;

/**
 * The models of SwarmUI: names in the parameters, without extension, and the hashes of their tensors in a list of their
 * own. Such a hash is not the file's, but begins like the AutoV3 that Civitai knows.
 */
final class SwarmModels {

    private static final int AUTO_V3 = 12;

    /** SwarmUI has three of them, whose parameters are told apart by a word in their names. */
    private static final List<String> CONTROL_NETS = List.of("controlnet", "controlnettwo", "controlnetthree");

    private final Members members;
    private final Json hashes;
    private final Draft draft;
    private final ControlUnits units;

    SwarmModels(Members members, Json hashes, Draft draft) {
        this.members = members;
        this.hashes = hashes;
        this.draft = draft;
        this.units = new ControlUnits(draft);
    }

    void read() {
        single(Role.CHECKPOINT, "model");
        single(Role.VAE, "vae");
        single(Role.REFINER, "refinermodel");
        CONTROL_NETS.forEach(this::controlNet);
        loras();
        for (var row : hashes.items()) {
            hashed(row);
        }
    }

    private void single(Role role, String key) {
        members.model(role, Json.of(name(members.take(key))), Json.none(), Optional.empty(), Optional.empty());
    }

    private void controlNet(String prefix) {
        var model = name(members.take(prefix + "model"));
        if (!model.isEmpty()) {
            members.model(Role.CONTROLNET, Json.of(model), Json.none(), Optional.empty(), Optional.empty());
            units.add(
                    members.take(prefix + "preprocessor"),
                    Json.of(model),
                    members.take(prefix + "strength"),
                    members.take(prefix + "start"),
                    members.take(prefix + "end"),
                    Json.none());
        }
    }

    /** The interface's words for no choice. */
    private static String name(Json stated) {
        var name = stated.text().orElse("");
        return name.startsWith("(") ? "" : name;
    }

    private void loras() {
        var names = list(members.take("loras"));
        var weights = list(members.take("loraweights"));
        var clipWeights = list(members.take("loratencweights"));
        for (int i = 0; i < names.size(); i++) {
            members.model(
                    Role.LORA,
                    Json.of(names.get(i)),
                    Json.none(),
                    at(weights, i).decimal(),
                    at(clipWeights, i).decimal());
        }
        members.keep("lorasectionconfinement");
    }

    private static Json at(List<String> list, int place) {
        return place < list.size() ? Json.of(list.get(place)) : Json.none();
    }

    /** A JSON list, the text of one, or names with commas between them. */
    private static List<String> list(Json stated) {
        var json = LenientJson.structure(stated);
        if (json instanceof Json.Arr(var items)) {
            return items.stream().map(item -> item.scalar().orElse("")).toList();
        }
        return stated.text()
                .filter(text -> !text.isBlank())
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    private void hashed(Json row) {
        var name = row.at("name").text().filter(ModelNames::isModel);
        var hash = row.at("hash").text().map(text -> text.startsWith("0x") ? text.substring(2) : text);
        List<Clue> clues = new ArrayList<>();
        name.map(Clue.Named::new).ifPresent(clues::add);
        hash.filter(text -> text.length() >= AUTO_V3)
                .map(text -> ModelNames.hash(text.substring(0, AUTO_V3)))
                .ifPresent(clues::addAll);
        name.ifPresent(called -> draft.mention(Ingredient.of(
                        role(row.at("param").text().orElse("")), called, draft.source(), clues.toArray(Clue[]::new))
                .withStrength(row.at("weight").decimal(), Optional.empty())));
    }

    private static Role role(String parameter) {
        return switch (parameter) {
            case "model" -> Role.CHECKPOINT;
            case "refinermodel" -> Role.REFINER;
            case "loras" -> Role.LORA;
            case "used_embeddings" -> Role.EMBEDDING;
            case "vae", "refinervae" -> Role.VAE;
            case "controlnetmodel", "controlnettwomodel", "controlnetthreemodel" -> Role.CONTROLNET;
            default -> parameter.endsWith("model") || parameter.isEmpty() ? Role.OTHER : Role.of(parameter);
        };
    }
}
