package dev.assay.wire;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The head of an answer. */
record Head(int status, boolean persistent, HttpHeaders headers) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) (\\d{3})(?: .*)?");
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_INTERIM = 10;

    /** Reads the head of the final answer; those before it only say that it is on its way. */
    static Head read(Inlet inlet) throws IOException {
        for (int interim = 0; interim < MAX_INTERIM; interim++) {
            var head = one(inlet);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new WireException("the answer does not come to its point");
    }

    private static Head one(Inlet inlet) throws IOException {
        var first = inlet.line(MAX_BYTES);
        var status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new WireException("what came is no HTTP");
        }
        var left = MAX_BYTES - first.length();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (var line = inlet.line(left); !line.isEmpty(); line = inlet.line(left)) {
            left -= line.length();
            var colon = line.indexOf(':');
            if (colon < 1 || left <= 0 || line.substring(0, colon).chars().anyMatch(c -> c <= ' ')) {
                throw new WireException("the answer's head is broken or too long");
            }
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        var all = HttpHeaders.of(headers, (_, _) -> true);
        return new Head(Integer.parseInt(status.group(2)), persists(status.group(1), all), all);
    }

    private static boolean persists(String minor, HttpHeaders headers) {
        var said = String.join(",", headers.allValues("Connection")).toLowerCase(java.util.Locale.ROOT);
        return minor.equals("1") ? !said.contains("close") : said.contains("keep-alive");
    }
}
