package dev.assay.core.metadata.dialect;

import java.util.Optional;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** The models of InvokeAI: objects with a name, which had other keys in version 3. */
final class InvokeModels {

    private final Members members;
    private final Draft draft;
    private final ControlUnits units;

    InvokeModels(Members members, Draft draft) {
        this.members = members;
        this.draft = draft;
        this.units = new ControlUnits(draft);
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
        controlled("", "controlnets", "control_model", "control_weight");
        controlled("", "t2iAdapters", "t2i_adapter_model", "weight");
        controlled("ip-adapter", "ipAdapters", "ip_adapter_model", "weight");
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

    /** Guided by a picture; {@code processed_image} is what the model was shown, so that no preprocessor is left to run. */
    private void controlled(String module, String key, String modelKey, String weightKey) {
        for (var row : members.take(key).items()) {
            var name = name(row.at(modelKey));
            members.model(Role.CONTROLNET, name, Json.none(), Optional.empty(), Optional.empty());
            units.add(
                    Json.of(module),
                    name,
                    row.at(weightKey),
                    row.at("begin_step_percent"),
                    row.at("end_step_percent"),
                    row.at("control_mode"));
        }
        members.keep(key);
    }
}
