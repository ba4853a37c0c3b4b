package dev.assay.civitai.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A question to the site: a path of its own and a closed set of parameters, since unknown ones are dropped without a
 * word (quirk 1).
 *
 * @param path such as {@code /api/v1/images}
 * @param parameters in order
 * @param list what is asked about, where that is too much for an address: then it is a POST, which changes nothing either
 */
public record Question(String path, List<Parameter> parameters, Optional<Json> list) {

    private static final int DIGITS = 16;

    /** One query parameter, not yet encoded. */
    public record Parameter(String name, String value) {}

    public Question {
        parameters = List.copyOf(parameters);
    }

    public static Question of(String path) {
        return new Question(path, List.of(), Optional.empty());
    }

    /** A question about all of these at once. */
    public static Question about(String path, List<String> these) {
        return new Question(
                path,
                List.of(),
                Optional.of(Json.of(these.stream().map(Json::of).toList())));
    }

    public Question with(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Question(path, more, list);
    }

    public Question with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** What tells this question from all others, without host or secret: the journal's key. */
    public String key() {
        return pathAndQuery()
                + list.map(json -> "#" + Digest.of(json.write()).substring(0, DIGITS))
                        .orElse("");
    }

    /** Path and encoded query. */
    public String pathAndQuery() {
        if (parameters.isEmpty()) {
            return path;
        }
        var query = parameters.stream()
                .map(p -> encode(p.name()) + "=" + encode(p.value()))
                .toList();
        return path + "?" + String.join("&", query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
