package dev.assay.app.cli;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;

/**
 * Holds documents against a JSON Schema, as far as our schemas use its words: {@code type}, {@code const}, {@code enum},
 * {@code required}, {@code properties}, {@code additionalProperties}, {@code items}, {@code oneOf} and {@code $ref}.
 *
 * <p>It is stricter than the standard: a member that the schema does not describe is an error, so that nothing is
 * published that nobody wrote down.
 */
public final class SchemaCheck {

    private final Json root;
    private final List<String> errors = new ArrayList<>();

    private SchemaCheck(Json root) {
        this.root = root;
    }

    /** What is wrong with the document, each with its place; empty where nothing is. */
    public static List<String> errors(Json schema, Json document) {
        var check = new SchemaCheck(schema);
        check.check(schema, document, "$");
        return check.errors;
    }

    private void check(Json schema, Json value, String place) {
        if (schema.has("$ref")) {
            check(definition(schema.at("$ref").text().orElseThrow()), value, place);
        }
        if (schema.has("oneOf")) {
            oneOf(schema.at("oneOf").items(), value, place);
        }
        if (schema.has("const") && !schema.at("const").equals(value)) {
            errors.add(place + " is " + value.write() + ", not "
                    + schema.at("const").write());
        }
        if (schema.has("enum") && !schema.at("enum").items().contains(value)) {
            errors.add(place + " is " + value.write() + ", none of "
                    + schema.at("enum").write());
        }
        if (schema.has("type") && types(schema).stream().noneMatch(type -> isOfType(value, type))) {
            errors.add(place + " is " + value.write() + ", not of type " + types(schema));
        }
        required(schema, value, place);
        members(schema, value, place);
        items(schema, value, place);
    }

    private Json definition(String reference) {
        var prefix = "#/$defs/";
        var found = root.at("$defs").at(reference.substring(prefix.length()));
        if (!reference.startsWith(prefix) || found.isNull()) {
            throw new AssertionError("the schema has no definition " + reference);
        }
        return found;
    }

    private void oneOf(List<Json> choices, Json value, String place) {
        var complaints =
                choices.stream().map(choice -> attempt(choice, value, place)).toList();
        var fitting = complaints.stream().filter(List::isEmpty).count();
        if (fitting != 1) {
            errors.add(place + " fits " + fitting + " of " + choices.size() + " choices: " + complaints);
        }
    }

    private List<String> attempt(Json schema, Json value, String place) {
        var attempt = new SchemaCheck(root);
        attempt.check(schema, value, place);
        return attempt.errors;
    }

    private static List<String> types(Json schema) {
        return schema.at("type") instanceof Json.Arr(var several)
                ? several.stream().map(type -> type.text().orElseThrow()).toList()
                : List.of(schema.at("type").text().orElseThrow());
    }

    private static boolean isOfType(Json value, String type) {
        return switch (type) {
            case "object" -> value instanceof Json.Obj;
            case "array" -> value instanceof Json.Arr;
            case "string" -> value instanceof Json.Str;
            case "number" -> value instanceof Json.Num;
            case "integer" -> value instanceof Json.Num && value.integer().isPresent();
            case "boolean" -> value instanceof Json.Bool;
            case "null" -> value.isNull();
            default -> throw new AssertionError("the schema names a type that there is not: " + type);
        };
    }

    private void required(Json schema, Json value, String place) {
        schema.at("required").items().stream()
                .map(name -> name.text().orElseThrow())
                .filter(name -> !value.has(name))
                .forEach(name -> errors.add(place + " lacks " + name));
    }

    private void members(Json schema, Json value, String place) {
        if (!schema.has("properties") && !schema.has("additionalProperties")) {
            return;
        }
        value.members().forEach((name, member) -> {
            var described = schema.at("properties").has(name)
                    ? schema.at("properties").at(name)
                    : schema.at("additionalProperties");
            if (described.isNull()) {
                errors.add(place + "." + name + " is not described");
            } else {
                check(described, member, place + "." + name);
            }
        });
    }

    private void items(Json schema, Json value, String place) {
        if (schema.has("items")) {
            var items = value.items();
            for (int i = 0; i < items.size(); i++) {
                check(schema.at("items"), items.get(i), place + "[" + i + "]");
            }
        }
    }
}
