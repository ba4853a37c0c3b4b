package dev.assay.app.serve.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param path such as {@code /api/jobs/{id}}; what stands in braces is any one segment
 * @param summary what it does, for the description of the interface
 * @param parameters beside those in the path
 * @param takes schema or media type of what is sent along; empty for nothing
 * @param gives schema or media type of the answer
 */
public record Route(
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        String takes,
        String gives,
        Handler handler) {

    public Route {
        parameters = List.copyOf(parameters);
    }

    public static Route get(String path, String summary, String gives, Handler handler) {
        return new Route("GET", path, summary, List.of(), "", gives, handler);
    }

    public static Route post(String path, String summary, String takes, String gives, Handler handler) {
        return new Route("POST", path, summary, List.of(), takes, gives, handler);
    }

    public static Route delete(String path, String summary, String gives, Handler handler) {
        return new Route("DELETE", path, summary, List.of(), "", gives, handler);
    }

    /** The same, which also takes these. */
    public Route taking(Parameter... more) {
        return new Route(method, path, summary, List.of(more), takes, gives, handler);
    }

    /** What the braces stand for in this path; empty where it is another's. */
    Optional<Map<String, String>> match(String asked) {
        var pattern = List.of(path.split("/", -1));
        var segments = List.of(asked.split("/", -1));
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> captured = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            if (part.startsWith("{")) {
                captured.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(captured);
    }
}
