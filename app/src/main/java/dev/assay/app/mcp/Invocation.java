package dev.assay.app.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call of a tool as a command line. */
sealed interface Invocation {

    /**
     * It can be run.
     *
     * @param arguments as they would be typed
     * @param input for standard input
     */
    record Line(List<String> arguments, String input) implements Invocation {}

    /** The arguments are not those of the tool. */
    record Refused(String why) implements Invocation {}

    /** Reads the arguments, strictly: one that is misspelt must not be taken for one that is not there. */
    static Invocation of(Tool tool, Map<String, Object> given) {
        var known = tool.parameters().stream().map(Parameter::name).toList();
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                return new Refused(
                        "There is no argument \"" + name + "\"; there are " + String.join(", ", known) + ".");
            }
        }
        var line = new Builder(tool);
        for (var parameter : tool.parameters()) {
            var value = given.get(parameter.name());
            if (value == null && parameter.required()) {
                return new Refused("The argument \"" + parameter.name() + "\" is missing.");
            }
            if (value != null && !line.take(parameter, value)) {
                return new Refused("The argument \"" + parameter.name() + "\" is not of its kind: "
                        + parameter.schema().write());
            }
        }
        return line.build();
    }

    /** Puts a command line together; whatever is behind the two dashes is no option, whatever it looks like. */
    final class Builder {

        private final List<String> words;
        private final List<String> operands = new ArrayList<>();
        private String input = "";

        private Builder(Tool tool) {
            words = new ArrayList<>(tool.command());
            words.add("--json");
        }

        /** Takes a value; false where it is of another kind. */
        private boolean take(Parameter parameter, Object value) {
            return switch (parameter.place()) {
                case Parameter.Place.Flag(var option) -> value instanceof Boolean set && (!set || words.add(option));
                case Parameter.Place.Option(var option) ->
                    value instanceof String text && isOneOf(parameter.choices(), text) && addOption(option, text);
                case Parameter.Place.Input(var option) -> value instanceof String text && addInput(option, text);
                case Parameter.Place.Operand() -> value instanceof String text && operands.add(text);
                case Parameter.Place.Operands() -> value instanceof List<?> texts && addAll(texts);
            };
        }

        private static boolean isOneOf(List<String> choices, String text) {
            return choices.isEmpty() || choices.contains(text);
        }

        private boolean addOption(String option, String text) {
            return words.add(option + "=" + text);
        }

        private boolean addInput(String option, String text) {
            input = text;
            return words.add(option);
        }

        private boolean addAll(List<?> texts) {
            for (var text : texts) {
                if (!(text instanceof String one)) {
                    return false;
                }
                operands.add(one);
            }
            return !texts.isEmpty();
        }

        private Line build() {
            words.add("--");
            words.addAll(operands);
            return new Line(List.copyOf(words), input);
        }
    }
}
