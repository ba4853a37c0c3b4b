package dev.assay.app.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** One request that was let in. */
public final class Call {

    /** A workflow with everything in it is far smaller. */
    private static final int MOST_JSON = 16 << 20;

    private final HttpExchange exchange;
    private final Map<String, String> captured;

    Call(HttpExchange exchange, Map<String, String> captured) {
        this.exchange = exchange;
        this.captured = Map.copyOf(captured);
    }

    /** What stands in the path in place of those braces. */
    public String segment(String name) {
        return captured.getOrDefault(name, "");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The value of a parameter behind the question mark. */
    public Optional<String> query(String name) {
        var all = exchange.getRequestURI().getRawQuery();
        if (all == null) {
            return Optional.empty();
        }
        for (var pair : all.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The document that was sent along. */
    public Json json() throws IOException, RefusedException {
        if (header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            throw new RefusedException(Answer.failed(
                    415,
                    new Problem(
                            ExitCode.USAGE,
                            "request",
                            "What was sent is not said to be JSON.",
                            "Nothing was done.",
                            "Send Content-Type: application/json.")));
        }
        try (var body = body(MOST_JSON)) {
            return Json.parse(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (TooLongException _) {
            throw new RefusedException(tooLong(MOST_JSON));
        } catch (MalformedJsonException e) {
            throw new RefusedException(
                    Answer.misunderstood("It is no JSON: " + e.getMessage() + ".", "Send one JSON object."));
        }
    }

    /**
     * What was sent along.
     *
     * @param most bytes that are taken; reading more fails with {@link TooLongException}
     */
    public InputStream body(long most) throws RefusedException {
        var stated = header("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        if (stated.filter(length -> length > most).isPresent()) {
            throw new RefusedException(tooLong(most));
        }
        return new BoundedInput(exchange.getRequestBody(), most);
    }

    /** The answer to a body that is longer than that. */
    public static Answer tooLong(long most) {
        return Answer.failed(
                413,
                new Problem(
                        ExitCode.USAGE,
                        "request",
                        "What was sent is larger than " + most + " bytes.",
                        "It was not taken.",
                        "Use the command line for files of that size."));
    }
}
