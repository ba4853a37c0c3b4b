package dev.assay.replica.site;

import java.util.List;

import dev.assay.core.json.Json;

/** What a tRPC procedure gives back. */
sealed interface Trpc {

    /** A payload, and which of its members are dates. */
    record Payload(Json json, List<String> dates) implements Trpc {
        public Payload {
            dates = List.copyOf(dates);
        }

        static Payload of(Json json, String... dates) {
            return new Payload(json, List.of(dates));
        }
    }

    /** A refusal; the status goes into the envelope as well. */
    record Refusal(int status, int number, String code, String message) implements Trpc {

        static Refusal notFound(String message) {
            return new Refusal(404, -32004, "NOT_FOUND", message);
        }

        static Refusal badRequest(String message) {
            return new Refusal(400, -32600, "BAD_REQUEST", message);
        }

        static Refusal unauthorized() {
            var message = "Please use the public API instead: https://developer.civitai.com/";
            return new Refusal(401, -32001, "UNAUTHORIZED", message);
        }

        static Refusal outOfScope() {
            var message = "Your API key does not have the required scope for this action";
            return new Refusal(403, -32003, "FORBIDDEN", message);
        }

        static Refusal busy() {
            return new Refusal(429, -32029, "TOO_MANY_REQUESTS", "Server busy — please retry.");
        }

        static Refusal internal() {
            var message = "\nInvalid `prisma.$queryRaw()` invocation:\n\n\nRaw query failed.";
            return new Refusal(500, -32603, "INTERNAL_SERVER_ERROR", message);
        }
    }
}
