package dev.assay.core.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;

/**
 * A class of nodes.
 *
 * @param type its name, such as {@code KSampler}
 * @param inputs in order: required ones first
 * @param outputs in order
 * @param output whether it ends a graph, as {@code SaveImage} does; a server refuses a graph without any
 * @param core whether it comes with ComfyUI itself and not with a pack of custom nodes
 * @param since the oldest version of the bundled table that has it; empty where every version has it or nobody knows
 */
public record NodeDefinition(
        String type,
        List<InputDefinition> inputs,
        List<OutputDefinition> outputs,
        boolean output,
        boolean core,
        String since) {

    private static final int MAX_DEPTH = 8;

    public NodeDefinition {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The place of the output of that name, or else of that type, if it is the only one. */
    public OptionalInt slot(String nameOrType) {
        var named = slots(output -> output.name().equals(nameOrType));
        var found = named.length > 0 ? named : slots(output -> output.type().equals(nameOrType));
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private int[] slots(Function<OutputDefinition, Boolean> test) {
        return IntStream.range(0, outputs.size())
                .filter(i -> test.apply(outputs.get(i)))
                .toArray();
    }

    /**
     * The inputs that a node has when its widgets hold these values: a choice that brings inputs of its own is followed
     * by those of the chosen option, and a growing one stands as its members.
     *
     * @param values the value of the widget of that name; {@link Json#none()} for its initial one
     */
    public List<InputDefinition> inputsFor(Function<String, Json> values) {
        List<InputDefinition> flat = new ArrayList<>();
        inputs.forEach(input -> flatten(input, values, flat, 0));
        return flat;
    }

    private static void flatten(
            InputDefinition input, Function<String, Json> values, List<InputDefinition> flat, int depth) {
        switch (input.type()) {
            case InputType.Variant(var options) -> {
                flat.add(input);
                var set = values.apply(input.name());
                var chosen = (set.isNull() ? input.initial() : set).text().orElse("");
                if (depth < MAX_DEPTH) {
                    options.getOrDefault(chosen, List.of())
                            .forEach(inner ->
                                    flatten(inner.within(input.name(), inner.required()), values, flat, depth + 1));
                }
            }
            case InputType.Growing(var member, var names, var least) -> {
                for (int i = 0; i < names.size(); i++) {
                    flat.add(new InputDefinition(
                            input.name() + '.' + names.get(i), member, i < least, Json.none(), false, input.since()));
                }
            }
            case InputType.Socket _,
                    InputType.Text _,
                    InputType.Whole _,
                    InputType.Decimal _,
                    InputType.Flag _,
                    InputType.Choice _,
                    InputType.Other _ -> flat.add(input);
        }
    }
}
