package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.EmbeddedModel;

/** Changes to single values of a workflow in UI format; everything else is written as it was read. */
final class Edits {

    /** A node in the file: the subgraph definition it is in, empty for the root, and its id there. */
    private record Address(String level, String node) {

        static Address of(UiScope scope, UiNode node) {
            var level = scope.outer().isEmpty()
                    ? ""
                    : scope.definition().at("id").text().orElse("");
            return new Address(level, node.id());
        }
    }

    private final Map<Address, Map<String, Json>> values = new HashMap<>();
    private final Map<Address, Map<String, EmbeddedModel>> models = new HashMap<>();

    /** The value that will stand there. */
    Json value(Home home) {
        var set = values.getOrDefault(Address.of(home.scope(), home.node()), Map.of())
                .get(home.place());
        return set == null ? home.value() : set;
    }

    boolean isSet(Home home) {
        return values.getOrDefault(Address.of(home.scope(), home.node()), Map.of())
                .containsKey(home.place());
    }

    void set(Home home, Json value) {
        values.computeIfAbsent(Address.of(home.scope(), home.node()), _ -> new LinkedHashMap<>())
                .put(home.place(), value);
    }

    /** Puts the model on the node instead of the one of that name. */
    void model(UiScope scope, UiNode node, String instead, EmbeddedModel model) {
        models.computeIfAbsent(Address.of(scope, node), _ -> new LinkedHashMap<>())
                .put(instead, model);
    }

    Json apply(Json workflow) {
        Map<String, Json> members = new LinkedHashMap<>(workflow.members());
        members.put("nodes", nodes("", workflow.at("nodes")));
        if (workflow.at("definitions").has("subgraphs")) {
            Map<String, Json> definitions =
                    new LinkedHashMap<>(workflow.at("definitions").members());
            definitions.computeIfPresent(
                    "subgraphs",
                    (_, subgraphs) -> Json.of(
                            subgraphs.items().stream().map(this::subgraph).toList()));
            members.put("definitions", new Json.Obj(definitions));
        }
        return new Json.Obj(members);
    }

    private Json subgraph(Json definition) {
        Map<String, Json> members = new LinkedHashMap<>(definition.members());
        members.computeIfPresent(
                "nodes", (_, nodes) -> nodes(definition.at("id").text().orElse(""), nodes));
        return new Json.Obj(members);
    }

    private Json nodes(String level, Json nodes) {
        return Json.of(nodes.items().stream().map(node -> node(level, node)).toList());
    }

    private Json node(String level, Json node) {
        var address = new Address(level, node.at("id").scalar().orElse(""));
        var changed = values.getOrDefault(address, Map.of());
        var known = models.getOrDefault(address, Map.of());
        if (changed.isEmpty() && known.isEmpty()) {
            return node;
        }
        Map<String, Json> members = new LinkedHashMap<>(node.members());
        members.computeIfPresent("widgets_values", (_, old) -> changed(old, changed));
        if (!known.isEmpty()) {
            members.put("properties", properties(node.at("properties"), known));
        }
        return new Json.Obj(members);
    }

    private static Json changed(Json old, Map<String, Json> changed) {
        if (old instanceof Json.Arr(var items)) {
            return Json.of(IntStream.range(0, items.size())
                    .mapToObj(i -> changed.getOrDefault(Integer.toString(i), items.get(i)))
                    .toList());
        }
        Map<String, Json> members = new LinkedHashMap<>(old.members());
        members.putAll(changed);
        return new Json.Obj(members);
    }

    private static Json properties(Json old, Map<String, EmbeddedModel> known) {
        List<Json> entries = new ArrayList<>();
        old.at("models").items().stream()
                .filter(entry ->
                        entry.at("name").text().filter(known::containsKey).isEmpty())
                .forEach(entries::add);
        known.values().stream()
                .filter(model -> !model.url().isBlank())
                .map(ModelEntry::write)
                .forEach(entries::add);
        Map<String, Json> members = new LinkedHashMap<>(old.members());
        members.put("models", Json.of(entries));
        return new Json.Obj(members);
    }
}
