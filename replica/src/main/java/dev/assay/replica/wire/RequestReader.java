package dev.assay.replica.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one request of HTTP/1.1 off a connection. */
final class RequestReader {

    private static final int MAX_LINE = 64 << 10;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_BODY = 64 << 20;

    private RequestReader() {}

    /** The request; empty where the connection ended before one came. */
    static Optional<Request> read(InputStream in) throws IOException {
        var first = line(in).split(" ", 3);
        if (first.length < 3) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < MAX_HEADERS; i++) {
            var line = line(in);
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        var uri = URI.create(first[1]);
        return Optional.of(new Request(
                first[0],
                Optional.ofNullable(uri.getPath()).orElse("/"),
                first[1],
                Query.parse(Optional.ofNullable(uri.getRawQuery())),
                Collections.unmodifiableMap(headers),
                body(in, headers)));
    }

    /** The length is always declared by those who call: a body in chunks is not read. */
    private static String body(InputStream in, Map<String, List<String>> headers) throws IOException {
        var length = headers.getOrDefault("Content-Length", List.of("0")).getFirst();
        var size = length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), MAX_BODY) : 0;
        return new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n' && line.size() < MAX_LINE; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
