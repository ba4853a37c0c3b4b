package dev.assay.civitai.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A GET question to the site: a path of its own and a closed set of parameters, since unknown ones are dropped without a
 * word (quirk 1).
 *
 * @param path such as {@code /api/v1/images}
 * @param parameters in order
 */
public record Question(String path, List<Parameter> parameters) {

    /** One query parameter, not yet encoded. */
    public record Parameter(String name, String value) {}

    public Question {
        parameters = List.copyOf(parameters);
    }

    public static Question of(String path) {
        return new Question(path, List.of());
    }

    public Question with(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Question(path, more);
    }

    public Question with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Path and encoded query: what is asked, without host or secret; the journal's key. */
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
