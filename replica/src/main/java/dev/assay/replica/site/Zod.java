package dev.assay.replica.site;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.Answer;

/** Refusals of the site's schema checker, in the encodings that have been seen (quirk 48). */
final class Zod {

    private Zod() {}

    static Json issue(String parameter, String message) {
        return Json.object()
                .put("code", "invalid_type")
                .put("path", List.of(Json.of(parameter)))
                .put("message", message)
                .build();
    }

    /** The present encoding: the issues are JSON text inside {@code message}. */
    static Answer refusal(Json issue) {
        var error = Json.object()
                .put("name", "ZodError")
                .put("message", Json.of(List.of(issue)).writePretty().strip())
                .build();
        return Answer.json(400, Json.object().put("error", error).build());
    }

    /** What newer servers say instead: one sentence (quirk 65). */
    static Answer newerRefusal(Json issue) {
        return Answer.json(
                400, Json.object().put("message", issue.at("message")).build());
    }

    /** The encoding of older servers: the issues are an array. */
    static Answer olderRefusal(Json issue) {
        var error = Json.object()
                .put("issues", List.of(issue))
                .put("name", "ZodError")
                .build();
        return Answer.json(400, Json.object().put("error", error).build());
    }
}
