package dev.assay.app.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.app.Version;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.job.Kind;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** Describes the interface from its own routes, so that the description cannot say anything else than what is there. */
public final class OpenApi {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SCHEMA = Pattern.compile("assay/([a-z-]+)/(\\d+)");
    private static final String JSON = "application/json";

    private OpenApi() {}

    /** The route that serves it. */
    static Route route(List<Route> others) {
        var document = of(others);
        return Route.get("/api/openapi.json", "This description.", JSON, _ -> Answer.of(document));
    }

    /** The description of these routes. */
    public static Json of(List<Route> routes) {
        Map<String, JsonObjectBuilder> paths = new LinkedHashMap<>();
        for (var route : routes) {
            paths.computeIfAbsent(route.path(), _ -> Json.object())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        var described = Json.object();
        paths.forEach((path, methods) -> described.put(path, methods.build()));
        return Json.object()
                .put("openapi", "3.1.0")
                .put(
                        "info",
                        Json.object()
                                .put("title", "Assay's page")
                                .put("version", Version.NUMBER)
                                .put(
                                        "description",
                                        "What assay serve answers on this computer. Its documents are those of --json; their"
                                                + " schemas are in docs/schema.")
                                .build())
                .put("security", List.of(Json.object().put("secret", List.of()).build()))
                .put("paths", described.build())
                .put("components", components())
                .build();
    }

    private static Json operation(Route route) {
        var operation = Json.object().put("summary", route.summary());
        var parameters = Stream.concat(
                        IN_BRACES
                                .matcher(route.path())
                                .results()
                                .map(found -> parameter("path", found.group(1), type("string"))
                                        .put("required", true)),
                        route.parameters().stream()
                                .map(one -> parameter(one.place(), one.name(), one.schema())
                                        .put("description", one.description())))
                .map(JsonObjectBuilder::build)
                .toList();
        operation.put("parameters", parameters);
        if (!route.takes().isEmpty()) {
            operation.put(
                    "requestBody",
                    Json.object()
                            .put("required", true)
                            .put("content", content(route.takes()))
                            .build());
        }
        return operation
                .put(
                        "responses",
                        Json.object()
                                .put("2XX", response("As asked.", content(route.gives())))
                                .put("default", response("Why not.", content("assay/failure/1")))
                                .build())
                .build();
    }

    private static JsonObjectBuilder parameter(String place, String name, Json schema) {
        return Json.object().put("name", name).put("in", place).put("schema", schema);
    }

    private static Json response(String words, Json content) {
        return Json.object().put("description", words).put("content", content).build();
    }

    /** What is no media type is a document. */
    private static Json content(String of) {
        if (of.contains("/") && !SCHEMA.matcher(of).matches()) {
            return Json.object().put(of, Json.object().build()).build();
        }
        return Json.object()
                .put(JSON, Json.object().put("schema", schema(of)).build())
                .build();
    }

    private static Json schema(String of) {
        var named = SCHEMA.matcher(of);
        if (named.matches()) {
            return reference("schema/" + named.group(1) + "-" + named.group(2) + ".schema.json");
        }
        return of.equals("order") ? reference("#/components/schemas/order") : type("object");
    }

    private static Json reference(String to) {
        return Json.object().put("$ref", to).build();
    }

    private static Json type(String type) {
        return Json.object().put("type", type).build();
    }

    private static Json components() {
        var order = Json.object();
        order.put(
                "kind",
                Json.object()
                        .put("enum", Kind.keys().stream().map(Json::of).toList())
                        .build());
        for (var name : List.of("reference", "file", "result", "job", "metadata", "plan", "folder", "prefer", "mask")) {
            order.put(name, type("string"));
        }
        order.put(
                "format",
                Json.object().put("enum", List.of(text("ui"), text("api"))).build());
        order.put(
                "choices",
                Json.object().put("type", "array").put("items", type("integer")).build());
        for (var name : List.of("sources", "controls")) {
            order.put(
                    name,
                    Json.object()
                            .put("type", "array")
                            .put("items", type("string"))
                            .build());
        }
        for (var name : List.of("strict", "offline", "noDownload", "allowPickle", "inPlace")) {
            order.put(name, type("boolean"));
        }
        return Json.object()
                .put(
                        "schemas",
                        Json.object()
                                .put(
                                        "order",
                                        Json.object()
                                                .put("type", "object")
                                                .put("required", List.of(text("kind")))
                                                .put("properties", order.build())
                                                .build())
                                .build())
                .put(
                        "securitySchemes",
                        Json.object()
                                .put(
                                        "secret",
                                        Json.object()
                                                .put("type", "http")
                                                .put("scheme", "bearer")
                                                .build())
                                .build())
                .build();
    }

    private static Json text(String text) {
        return Json.of(text);
    }
}
