package dev.assay.replica.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param path the decoded path
 * @param target path and query as sent
 * @param headers names compare without regard to case
 * @param body the body as UTF-8
 */
public record Request(
        String method, String path, String target, Query query, Map<String, List<String>> headers, String body) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public String userAgent() {
        return header("User-Agent").orElse("");
    }

    /** The same request with another path. */
    public Request withPath(String other) {
        return new Request(method, other, target, query, headers, body);
    }
}
