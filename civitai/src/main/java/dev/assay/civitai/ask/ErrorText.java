package dev.assay.civitai.ask;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** What an error answer says, whichever of its many shapes the site chose (quirk 48). */
public final class ErrorText {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_ISSUES = 5;

    private ErrorText() {}

    /** The message; empty where the body has none. */
    public static String of(Json body) {
        var text = find(body).orElse("").strip();
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    private static Optional<String> find(Json body) {
        var error = body.at("error");
        if (error.text().isPresent()) {
            return joined(error.text().get(), body.at("message").text());
        }
        return Stream.of(error.at("json"), error, body, body.at(0).at("error").at("json"))
                .map(ErrorText::message)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@code {"error":"Unauthorized","message":"…"}}: the second tells more. */
    private static Optional<String> joined(String error, Optional<String> message) {
        return message.filter(more -> !more.equals(error))
                .map(more -> error + ": " + more)
                .or(() -> issues(error))
                .or(() -> Optional.of(error));
    }

    private static Optional<String> message(Json error) {
        return issues(error)
                .or(() -> issues(error.at("issues")))
                .or(() ->
                        error.at("message").text().flatMap(text -> issues(text).or(() -> Optional.of(text))));
    }

    /** Zod 4 puts its issues into the message, as JSON text. */
    private static Optional<String> issues(String text) {
        if (!text.strip().startsWith("[")) {
            return Optional.empty();
        }
        try {
            return issues(Json.parse(text));
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> issues(Json list) {
        List<String> issues = list.items().stream()
                .filter(issue -> issue.at("message").text().isPresent())
                .limit(MAX_ISSUES)
                .map(ErrorText::issue)
                .toList();
        return issues.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", issues));
    }

    private static String issue(Json issue) {
        var path = issue.at("path").items().stream()
                .flatMap(step -> step.scalar().stream())
                .collect(Collectors.joining("."));
        var message = issue.at("message").text().orElse("");
        return path.isEmpty() ? message : path + ": " + message;
    }
}
