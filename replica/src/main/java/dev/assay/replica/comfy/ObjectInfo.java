package dev.assay.replica.comfy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;

/** What nodes the server knows, with the models and input files that are on its disk at this moment. */
final class ObjectInfo {

    private static final Set<String> HIDDEN = Set.of("VAEDecode", "TextEncodeQwenImageEdit");

    private final Json definitions;
    private final ComfyFolder folder;
    private final Faults faults;
    private final ModelInputs models = ModelInputs.load();

    ObjectInfo(Json definitions, ComfyFolder folder, Faults faults) {
        this.definitions = definitions;
        this.folder = folder;
        this.faults = faults;
    }

    /** All classes. */
    Json all() {
        var answer = Json.object();
        definitions.members().keySet().forEach(type -> find(type).ifPresent(node -> answer.put(type, node)));
        return answer.build();
    }

    Optional<Json> find(String type) {
        if (!definitions.has(type) || (HIDDEN.contains(type) && faults.active().contains(Fault.COMFY_MISSING_CLASS))) {
            return Optional.empty();
        }
        return Optional.of(change(definitions.at(type), "input", input -> sections(type, input)));
    }

    private Json sections(String type, Json input) {
        var required = change(input, "required", inputs -> inputs(type, inputs));
        return change(required, "optional", inputs -> inputs(type, inputs));
    }

    private Json inputs(String type, Json inputs) {
        Map<String, Json> filled = new LinkedHashMap<>();
        inputs.members().forEach((name, form) -> filled.put(name, filled(type, name, form)));
        return new Json.Obj(filled);
    }

    private Json filled(String type, String name, Json form) {
        if (form.at(1).at("image_upload").bool().orElse(false)) {
            return withOptions(form, folder.inputs());
        }
        return models.folder(type, name)
                .filter(_ -> Combo.is(form))
                .map(kind -> withOptions(form, listed(kind)))
                .orElse(form);
    }

    /** The models of a kind, spelt as this server does. */
    List<String> listed(String kind) {
        var backslashes = faults.active().contains(Fault.COMFY_BACKSLASHES);
        return folder.models(kind).stream()
                .map(name -> backslashes ? name.replace('/', '\\') : name)
                .toList();
    }

    /** In the old form the options stand in place of the type, in the new one among the settings. */
    private static Json withOptions(Json form, List<String> options) {
        var list = Json.of(options.stream().map(Json::of).toList());
        List<Json> parts = new ArrayList<>(form.items());
        if (parts.getFirst() instanceof Json.Arr) {
            parts.set(0, list);
        } else {
            Map<String, Json> settings = new LinkedHashMap<>(form.at(1).members());
            settings.put("options", list);
            parts.subList(1, parts.size()).clear();
            parts.add(new Json.Obj(settings));
        }
        return Json.of(parts);
    }

    private static Json change(Json object, String member, UnaryOperator<Json> change) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.computeIfPresent(member, (_, value) -> change.apply(value));
        return new Json.Obj(members);
    }
}
