package dev.assay.app.serve.http;

import java.util.List;

import dev.assay.core.json.Json;

/**
 * Something that a request may carry beside its path and its body.
 *
 * @param place {@code query} or {@code header}, as OpenAPI calls it
 * @param schema what it can be, as a JSON schema, with what is taken where it is not there
 */
public record Parameter(String place, String name, String description, Json schema) {

    private static final String QUERY = "query";

    /** Any text behind the question mark. */
    public static Parameter text(String name, String description, String usual) {
        return new Parameter(QUERY, name, description, schema("string", Json.of(usual)));
    }

    /** {@code true} or {@code false} behind the question mark. */
    public static Parameter flag(String name, String description) {
        return new Parameter(QUERY, name, description, schema("boolean", Json.of(false)));
    }

    /** One of these words behind the question mark; the first is the usual one. */
    public static Parameter oneOf(List<String> words, String name, String description) {
        var schema = Json.object()
                .put("enum", words.stream().map(Json::of).toList())
                .put("default", words.getFirst())
                .build();
        return new Parameter(QUERY, name, description, schema);
    }

    /** A count in a header. */
    public static Parameter header(String name, String description) {
        return new Parameter("header", name, description, schema("integer", Json.of(0)));
    }

    private static Json schema(String type, Json usual) {
        return Json.object().put("type", type).put("default", usual).build();
    }
}
