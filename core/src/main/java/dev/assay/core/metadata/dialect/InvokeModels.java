package dev.assay.core.metadata.dialect;

import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** The models of InvokeAI: objects with a name, which had other keys in version 3. */
final class InvokeModels {

    private final Members members;
    private final Draft draft;

    InvokeModels(Members members, Draft draft) {
        this.members = members;
        this.draft = draft;
    }

    void read() {
        single(Role.CHECKPOINT, "model");
        single(Role.VAE, "vae");
        single(Role.REFINER, "refiner_model");
        if (members.has("refiner_model")) {
            members.value(Parameter.REFINER_SWITCH_AT, "refiner_start");
        }
        for (var row : members.take("loras").items()) {
            var model = row.has("lora") ? row.at("lora") : row.at("model");
            members.model(Role.LORA, name(model), hash(model), row.at("weight").decimal(), Optional.empty());
        }
        controlled(Role.CONTROLNET, "controlnets", "control_model");
        controlled(Role.OTHER, "ipAdapters", "ip_adapter_model");
        controlled(Role.CONTROLNET, "t2iAdapters", "t2i_adapter_model");
    }

    private void single(Role role, String key) {
        var model = members.take(key);
        members.model(role, name(model), hash(model), Optional.empty(), Optional.empty());
        if (role == Role.CHECKPOINT) {
            draft.suggest(Parameter.BASE_MODEL, model.has("base") ? model.at("base") : model.at("base_model"));
        }
    }

    private static Json name(Json model) {
        return model.has("name") ? model.at("name") : model.has("model_name") ? model.at("model_name") : model;
    }

    /** Only a hash of the file that others know as well. */
    private static Json hash(Json model) {
        return model.at("hash")
                        .text()
                        .filter(hash -> hash.startsWith("sha256:"))
                        .isPresent()
                ? model.at("hash")
                : Json.none();
    }

    /** Guided by a picture that is not in the file. */
    private void controlled(Role role, String key, String modelKey) {
        for (var row : members.take(key).items()) {
            members.model(role, name(row.at(modelKey)), Json.none(), Optional.empty(), Optional.empty());
            draft.find(Finding.warning(
                    "CONTROL_IMAGE_MISSING",
                    Effect.LEAVES_OUT,
                    "It was guided by a picture (" + key + "), which is not in the file."));
        }
        members.keep(key);
    }
}
