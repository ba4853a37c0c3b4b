package dev.assay.core.workflow.definition;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.json.Json;

/**
 * One input of a class of nodes.
 *
 * @param name as in the API format
 * @param type what it takes
 * @param required whether the server refuses a node without it
 * @param fallback the stated default; {@link Json#none()} where there is none
 * @param controlled whether the front end keeps a {@code control_after_generate} value behind it, as it does for seeds
 * @param since the oldest version of the bundled table that has it; empty where every version has it or nobody knows
 */
public record InputDefinition(
        String name, InputType type, boolean required, Json fallback, boolean controlled, String since) {

    /** The value that the front end gives a new widget; {@link Json#none()} for what has no value. */
    public Json initial() {
        if (!fallback.isNull()) {
            return fallback;
        }
        return switch (type) {
            case InputType.Text _ -> Json.of("");
            case InputType.Whole(var range) ->
                Json.of(range.min().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO));
            case InputType.Decimal(var range) ->
                Json.of(range.min().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO));
            case InputType.Flag _ -> Json.of(false);
            case InputType.Choice(var options, var _) -> first(options);
            case InputType.Variant(var options) -> first(List.copyOf(options.keySet()));
            case InputType.Socket _, InputType.Other _, InputType.Growing _ -> Json.none();
        };
    }

    private static Json first(List<String> options) {
        return options.isEmpty() ? Json.none() : Json.of(options.getFirst());
    }

    InputDefinition within(String parent, boolean needed) {
        return new InputDefinition(parent + '.' + name, type, needed, fallback, controlled, since);
    }
}
