package dev.assay.core.reference;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query of an address of a version: the site's download addresses say in it which file is meant (§5 of the facts).
 * Whatever else stands there, such as somebody's token, is left out.
 */
final class DownloadAddress {

    private static final List<String> TRAITS = List.of("type", "format", "size", "fp", "quantType");
    private static final int LONGEST = 40;

    private DownloadAddress() {}

    static WantedModel.Version version(long id, String address) {
        var query = query(address);
        return new WantedModel.Version(id, Ids.parse(query.getOrDefault("fileId", "")), traits(query), false);
    }

    private static Map<String, String> traits(Map<String, String> query) {
        Map<String, String> traits = new LinkedHashMap<>();
        for (var trait : TRAITS) {
            var value = query.getOrDefault(trait, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                traits.put(trait, value);
            }
        }
        return traits;
    }

    private static Map<String, String> query(String address) {
        Map<String, String> query = new LinkedHashMap<>();
        try {
            var raw = new URI(address).getRawQuery();
            for (var pair : raw == null ? new String[0] : raw.split("&")) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (URISyntaxException _) {
            // It was read as an address before; without a scheme it has no query that would matter.
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
