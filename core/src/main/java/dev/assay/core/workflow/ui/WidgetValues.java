package dev.assay.core.workflow.ui;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinition;

/** Tells which value in {@code widgets_values} belongs to which input. */
final class WidgetValues {

    /** What to do with a seed after a run. */
    static final Set<String> CONTROLS = Set.of("fixed", "increment", "decrement", "randomize");

    private static final String CONTROL = "control_after_generate";
    private static final Set<String> NUMBERS = Set.of("INT", "FLOAT");

    private static final int MAX_ROUNDS = 10;

    private final List<Json> values;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, Json> named = new LinkedHashMap<>();
    private final Set<String> controls = new LinkedHashSet<>();
    private int next;

    private WidgetValues(List<Json> values) {
        this.values = values;
    }

    /**
     * The values of a node.
     *
     * @param byName by the name of their input
     * @param places by the name of their input, where they stand: an index, or a name
     * @param controls where it stands what to do with a seed after a run
     * @param complete whether each value has found its input
     */
    record Named(Map<String, Json> byName, Map<String, String> places, Set<String> controls, boolean complete) {}

    static Named of(UiNode node, Optional<NodeDefinition> definition) {
        if (node.values() instanceof Json.Obj(var members)) {
            Map<String, String> places = new LinkedHashMap<>();
            members.keySet().forEach(name -> places.put(name, name));
            var controls = members.containsKey(CONTROL) ? Set.of(CONTROL) : Set.<String>of();
            return new Named(byName(members, definition), places, controls, true);
        }
        var values = new WidgetValues(node.values().items());
        return definition.isPresent() ? values.defined(definition.get()) : values.listed(node);
    }

    private static Map<String, Json> byName(Map<String, Json> members, Optional<NodeDefinition> definition) {
        Map<String, Json> named = new LinkedHashMap<>(members);
        // A preview that a video pack keeps there; the engine never gets it.
        named.remove("videopreview");
        named.remove(CONTROL);
        definition.ifPresent(known -> known.inputsFor(name -> members.getOrDefault(name, Json.none())).stream()
                .filter(input -> input.type().isWidget())
                .forEach(input -> named.putIfAbsent(input.name(), input.initial())));
        return named;
    }

    /** In the order of the definition; a file that is older lacks the last ones, which then have their initial values. */
    private Named defined(NodeDefinition definition) {
        // A choice that brings inputs of its own is known only once its value is, and so on inwards.
        Map<String, Json> before = Map.of();
        for (int round = 0; round == 0 || (round < MAX_ROUNDS && !named.equals(before)); round++) {
            before = Map.copyOf(named);
            takeAll(definition, before);
        }
        return new Named(named, places, controls, true);
    }

    private void takeAll(NodeDefinition definition, Map<String, Json> before) {
        var widgets = definition.inputsFor(name -> before.getOrDefault(name, Json.none())).stream()
                .filter(input -> input.type().isWidget())
                .toList();
        next = 0;
        named.clear();
        places.clear();
        controls.clear();
        for (int i = 0; i < widgets.size(); i++) {
            take(widgets.get(i), i + 1 < widgets.size() ? Optional.of(widgets.get(i + 1)) : Optional.empty());
        }
    }

    private void take(InputDefinition widget, Optional<InputDefinition> following) {
        if (next < values.size()) {
            places.put(widget.name(), Integer.toString(next));
            named.put(widget.name(), values.get(next++));
            skipControl(widget, following);
        } else if (!widget.initial().isNull() && !isNewer(widget)) {
            named.put(widget.name(), widget.initial());
        }
    }

    /** What only newer versions have, and may be left unsaid, is not said to the others. */
    private static boolean isNewer(InputDefinition widget) {
        return !widget.required() && !widget.since().isEmpty();
    }

    /** Behind a seed stands what to do with it after a run, in 2023 as a boolean; but not in every file. */
    private void skipControl(InputDefinition widget, Optional<InputDefinition> following) {
        if (next >= values.size()) {
            return;
        }
        var value = values.get(next);
        var isControl = (value.text().filter(CONTROLS::contains).isPresent() && !takes(following, value))
                || (widget.controlled() && value instanceof Json.Bool && !isFlag(following))
                || (widget.controlled() && value.isNull());
        if (isControl && (widget.controlled() || widget.type() instanceof InputType.Whole)) {
            controls.add(Integer.toString(next++));
        }
    }

    private static boolean takes(Optional<InputDefinition> following, Json value) {
        return following
                .filter(input -> input.type() instanceof InputType.Choice(var options, var files)
                        && !files
                        && value.scalar().filter(options::contains).isPresent())
                .isPresent();
    }

    private static boolean isFlag(Optional<InputDefinition> following) {
        return following.filter(input -> input.type() instanceof InputType.Flag).isPresent();
    }

    /** By the names that the file itself lists, if their number is right. */
    private Named listed(UiNode node) {
        var widgets = node.inputs().stream()
                .filter(input -> input.widget().isPresent())
                .toList();
        for (var widget : widgets) {
            if (next < values.size()) {
                var name = widget.widget().orElse(widget.name());
                places.put(name, Integer.toString(next));
                named.put(name, values.get(next++));
                skipControl(widget.type(), values.size() - next > widgets.size() - named.size());
            }
        }
        if (next == values.size() && named.size() == widgets.size()) {
            return new Named(named, places, controls, true);
        }
        return noted(node).orElseGet(this::numbered);
    }

    /** LoRA Manager writes down what its widgets are called, its page's own ones among them. */
    private Optional<Named> noted(UiNode node) {
        var names = node.raw().at("properties").at("__lm_widget_ids").items();
        if (names.isEmpty() || names.size() != values.size()) {
            return Optional.empty();
        }
        named.clear();
        places.clear();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).text().orElse("#" + i);
            named.put(name, values.get(i));
            places.put(name, Integer.toString(i));
        }
        return Optional.of(new Named(named, places, Set.of(), false));
    }

    private Named numbered() {
        Map<String, Json> numbered = new LinkedHashMap<>();
        places.clear();
        for (int i = 0; i < values.size(); i++) {
            numbered.put("#" + i, values.get(i));
            places.put("#" + i, Integer.toString(i));
        }
        return new Named(numbered, places, Set.of(), values.isEmpty());
    }

    private void skipControl(String type, boolean tooMany) {
        if (tooMany
                && NUMBERS.contains(type)
                && values.get(next).text().filter(CONTROLS::contains).isPresent()) {
            controls.add(Integer.toString(next++));
        }
    }
}
