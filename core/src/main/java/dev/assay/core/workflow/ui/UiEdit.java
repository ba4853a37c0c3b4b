package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelRename;

/** One edit of one workflow, under way. */
final class UiEdit {

    private static final String CONTROL = "control_after_generate";
    private static final Json FIXED = Json.of("fixed");

    /** A node of one level, which may stand in several places of the opened workflow. */
    private record At(UiScope scope, UiNode node) {}

    private final Homes homes;
    private final Edits edits = new Edits();
    private final Map<NodeId, At> nodes = new HashMap<>();
    private final List<NodeId> unmatched = new ArrayList<>();
    private boolean seedsMoved;

    UiEdit(NodeDefinitions definitions, Subgraphs subgraphs) {
        this.homes = new Homes(definitions);
        for (var scope : subgraphs.scopes()) {
            scope.nodes().values().forEach(node -> nodes.put(scope.id(node), new At(scope, node)));
        }
    }

    Json apply(Json original) {
        return edits.apply(original);
    }

    List<NodeId> unmatched() {
        return unmatched;
    }

    /** Whether a seed was to change after each run; known once {@link #fixSeeds} was called. */
    boolean seedsMoved() {
        return seedsMoved;
    }

    void take(Graph executed) {
        for (var node : executed.nodes()) {
            var at = nodes.get(node.id());
            if (at == null || !at.node().type().equals(node.type()) || !take(node, at)) {
                unmatched.add(node.id());
            }
        }
    }

    /** Whether every value could be taken. */
    private boolean take(Node executed, At at) {
        var places = homes.of(at.scope(), at.node());
        var all = true;
        for (var input : executed.inputs().entrySet()) {
            var home = places.get(input.getKey());
            if (home != null && input.getValue() instanceof Input.Literal(var value)) {
                all &= take(home, value, homes.isDynamic(executed.type(), input.getKey()));
            }
        }
        return all;
    }

    private boolean take(Home home, Json value, boolean dynamic) {
        var old = edits.value(home);
        var same = means(old, value, dynamic);
        if (!same && edits.isSet(home)) {
            // The instances of one subgraph share their inner values, yet were executed with different ones.
            return false;
        }
        edits.set(home, same ? old : dynamic ? escaped(value) : value);
        return true;
    }

    private static Json escaped(Json value) {
        return value instanceof Json.Str(var text) ? Json.of(DynamicPrompt.escape(text)) : value;
    }

    /** Whether the front end would make that value of this one. */
    private static boolean means(Json old, Json value, boolean dynamic) {
        if (old instanceof Json.Num && value instanceof Json.Num) {
            var given = value.decimal();
            return old.decimal()
                    .filter(number -> given.isPresent() && number.compareTo(given.get()) == 0)
                    .isPresent();
        }
        if (dynamic && old instanceof Json.Str(var text)) {
            return DynamicPrompt.resolve(text)
                    .map(Json::of)
                    .filter(value::equals)
                    .isPresent();
        }
        return old.equals(value);
    }

    /** Puts models under their other names, all at once: names may change places. */
    void rename(List<ModelRename> renames) {
        var changes = nodes.values().stream()
                .flatMap(at -> homes.of(at.scope(), at.node()).entrySet().stream()
                        .flatMap(entry -> rename(at, entry.getKey(), entry.getValue(), renames).stream()))
                .toList();
        changes.forEach(change -> edits.set(change.home(), change.value()));
    }

    /** A value that is to stand somewhere. */
    private record Change(Home home, Json value) {}

    private Optional<Change> rename(At at, String input, Home home, List<ModelRename> renames) {
        var value = edits.value(home);
        var here = renames.stream()
                .filter(rename -> rename.isOf(at.node().type(), input))
                .filter(rename -> !ModelInputs.rename(value, List.of(rename)).equals(value))
                .toList();
        here.forEach(
                rename -> rename.model().ifPresent(model -> edits.model(at.scope(), at.node(), rename.from(), model)));
        return here.isEmpty() ? Optional.empty() : Optional.of(new Change(home, ModelInputs.rename(value, here)));
    }

    /** The seed that was executed must survive the first run. */
    void fixSeeds() {
        for (var at : nodes.values()) {
            homes.values(at.node()).controls().forEach(place -> fix(new Home(at.scope(), at.node(), place)));
            if (Virtual.of(at.node().type())
                    .filter(kind -> kind == Virtual.VALUE)
                    .isPresent()) {
                fix(new Home(at.scope(), at.node(), "1"));
            }
            Promoted.entries(at.scope(), at.node()).stream()
                    .filter(entry -> entry.widget().equals(CONTROL))
                    .forEach(entry -> fix(entry.home()));
        }
    }

    /** In 2023 the control was a boolean; a null is some pack's own way, which is left alone. */
    private void fix(Home home) {
        var value = home.value();
        if (value instanceof Json.Bool
                || value.text().filter(WidgetValues.CONTROLS::contains).isPresent()) {
            seedsMoved |= !value.equals(FIXED) && !value.equals(Json.of(false));
            edits.set(home, FIXED);
        }
    }
}
