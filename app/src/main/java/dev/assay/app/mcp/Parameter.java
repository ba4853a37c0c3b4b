package dev.assay.app.mcp;

import java.util.List;

import dev.assay.core.json.Json;

/**
 * One argument of a tool, and where it goes on the command line.
 *
 * @param choices the only values that it can have; empty where any can be
 */
record Parameter(String name, String description, Place place, boolean required, List<String> choices) {

    /** Where its value goes. */
    sealed interface Place {

        /** A text behind an option. */
        record Option(String option) implements Place {}

        /** An option that stands alone, where the value is true. */
        record Flag(String option) implements Place {}

        /** A text behind all options. */
        record Operand() implements Place {}

        /** Several texts behind all options. */
        record Operands() implements Place {}

        /** Standard input, which the option is told to read. */
        record Input(String option) implements Place {}
    }

    static Parameter operand(String name, String description) {
        return new Parameter(name, description, new Place.Operand(), true, List.of());
    }

    static Parameter operands(String name, String description) {
        return new Parameter(name, description, new Place.Operands(), true, List.of());
    }

    static Parameter option(String name, String option, String description) {
        return new Parameter(name, description, new Place.Option(option), false, List.of());
    }

    static Parameter choice(String name, String option, String description, String... choices) {
        return new Parameter(name, description, new Place.Option(option), false, List.of(choices));
    }

    static Parameter flag(String name, String option, String description) {
        return new Parameter(name, description, new Place.Flag(option), false, List.of());
    }

    static Parameter input(String name, String option, String description) {
        return new Parameter(name, description, new Place.Input(option), false, List.of());
    }

    Parameter mandatory() {
        return new Parameter(name, description, place, true, choices);
    }

    /** Its JSON Schema. */
    Json schema() {
        var schema = Json.object();
        switch (place) {
            case Place.Flag _ -> schema.put("type", "boolean");
            case Place.Operands _ ->
                schema.put("type", "array")
                        .put("items", Json.object().put("type", "string").build())
                        .put("minItems", 1);
            case Place.Option _, Place.Operand _, Place.Input _ -> schema.put("type", "string");
        }
        if (!choices.isEmpty()) {
            schema.put("enum", choices.stream().map(Json::of).toList());
        }
        return schema.put("description", description).build();
    }
}
