package dev.assay.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked, and how. Its words may hold a key or a signature, so that it shows neither its headers nor its query.
 *
 * @param address http or https, with a host
 * @param headers in the order in which they are sent; {@code Host} is added
 */
public record Request(URI address, Map<String, String> headers) {

    public Request {
        headers.forEach(Request::check);
        headers = new LinkedHashMap<>(headers);
    }

    public static Request get(URI address) {
        return new Request(address, Map.of());
    }

    /** The same with one more header. */
    public Request with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(address, more);
    }

    /** Nothing that is handed in may begin a header, or a request, of its own. */
    private static void check(String name, String value) {
        var plainName = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
        if (!plainName || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the header \"" + name + "\" cannot be sent");
        }
    }

    @Override
    public String toString() {
        return address.getScheme() + "://" + address.getHost() + address.getRawPath();
    }
}
