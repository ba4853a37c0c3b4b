package dev.assay.civitai.ask;

import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** The site's inner interface: its envelopes, in both of its encodings. */
public final class Trpc {

    private static final String DEVALUE = "The site answered in an encoding that cannot be read: ";

    private Trpc() {}

    /** The question to a procedure about one number, which must go as a number (quirk 51). */
    public static Question ask(String procedure, long id) {
        var input =
                Json.object().put("json", Json.object().put("id", id).build()).build();
        return Question.of("/api/trpc/" + procedure).with("input", input.write());
    }

    /** What a procedure answered. */
    public sealed interface Reply {

        record Payload(Json json) implements Reply {}

        /** There is no such thing, or not for this caller. */
        record NotFound(String message) implements Reply {}

        /** No key, an invalid one, or one without the scope: says nothing about the thing (quirk 49). */
        record Denied(String message) implements Reply {}

        /** The site changed this interface, which it never promised: says nothing about the thing. */
        record Changed(String message) implements Reply {}

        /** Any other error of the site's. */
        record Failed(String message) implements Reply {}
    }

    /** Takes the answer out of its envelope. */
    public static Reply read(Answer.Told told) {
        try {
            var body = told.body() instanceof Json.Arr ? told.body().at(0) : told.body();
            return body.has("error") ? error(told.status(), body) : payload(body);
        } catch (MalformedJsonException e) {
            return new Reply.Changed(DEVALUE + e.getMessage());
        } catch (Devalue.UnreadableException e) {
            return new Reply.Changed(DEVALUE + e.getMessage());
        }
    }

    private static Reply payload(Json body) throws MalformedJsonException, Devalue.UnreadableException {
        var data = body.at("result").at("data");
        if (data instanceof Json.Str(var text)) {
            return new Reply.Payload(Devalue.decode(text));
        }
        return data.has("json")
                ? new Reply.Payload(data.at("json"))
                : new Reply.Changed("The site's answer has no payload where it used to have one.");
    }

    private static Reply error(int status, Json body) throws MalformedJsonException, Devalue.UnreadableException {
        var error = body.at("error");
        if (error instanceof Json.Str(var text) && text.startsWith("[")) {
            error = Devalue.decode(text);
        }
        var inner = error.has("json") ? error.at("json") : error;
        var message = Optional.of(ErrorText.of(Json.object().put("error", inner).build()))
                .filter(text -> !text.isEmpty())
                .orElse("status " + status);
        return switch (inner.at("data").at("code").text().orElse("")) {
            case "NOT_FOUND" ->
                message.startsWith("No procedure found")
                        ? new Reply.Changed("The site no longer knows this question: " + message)
                        : new Reply.NotFound(message);
            case "UNAUTHORIZED", "FORBIDDEN" -> new Reply.Denied(message);
            default -> status == 401 || status == 403 ? new Reply.Denied(message) : new Reply.Failed(message);
        };
    }
}
