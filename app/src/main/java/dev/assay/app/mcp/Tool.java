package dev.assay.app.mcp;

import java.util.List;

import dev.assay.core.json.Json;

/**
 * A command as a tool.
 *
 * @param title for people
 * @param description for the agent: what it does and when to use it
 * @param command the words that the command line begins with
 * @param effect what it may do
 */
record Tool(
        String name,
        String title,
        String description,
        List<String> command,
        Effect effect,
        List<Parameter> parameters) {

    /** What a tool may do. */
    enum Effect {
        /** Reads what is on this computer. */
        LOOKS,
        /** Asks the site as well. */
        ASKS,
        /** Asks the site, and keeps files of it among Assay's own data; what is the user's stays as it is. */
        KEEPS,
        /** Writes a file that is not there yet, where it is told a name for one. */
        WRITES,
        /** Asks the site, downloads, and writes. */
        FETCHES;

        boolean readsOnly() {
            return this == LOOKS || this == ASKS || this == KEEPS;
        }

        /** Whether others may run beside it: nothing that it does takes a lock of a file. */
        boolean runsBeside() {
            return this == LOOKS || this == ASKS;
        }

        boolean reachesOut() {
            return this == ASKS || this == KEEPS || this == FETCHES;
        }
    }

    /** The JSON Schema of its arguments. */
    Json schema() {
        var properties = Json.object();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        return Json.object()
                .put("type", "object")
                .put("properties", properties.build())
                .put(
                        "required",
                        parameters.stream()
                                .filter(Parameter::required)
                                .map(parameter -> Json.of(parameter.name()))
                                .toList())
                .put("additionalProperties", Json.of(false))
                .build();
    }
}
