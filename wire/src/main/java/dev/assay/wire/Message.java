package dev.assay.wire;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is sent, byte for byte. */
final class Message {

    private Message() {}

    /**
     * A GET, or, where there is a question to send along, a POST.
     *
     * @param question JSON
     */
    static byte[] of(Request request, Optional<byte[]> question, Origin origin, Route route) {
        var head = head(request, question, origin, route).getBytes(StandardCharsets.US_ASCII);
        var body = question.orElseGet(() -> new byte[0]);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    private static String head(Request request, Optional<byte[]> question, Origin origin, Route route) {
        var text = new StringBuilder(question.isPresent() ? "POST " : "GET ")
                .append(target(request.address(), origin, route));
        text.append(" HTTP/1.1\r\nHost: ").append(origin.hostHeader()).append("\r\n");
        if (!origin.secure() && route instanceof Route.Http proxy) {
            proxy.secret().ifPresent(secret -> header(text, "Proxy-Authorization", secret.basic()));
        }
        request.headers().forEach((name, value) -> header(text, name, value));
        question.ifPresent(body -> {
            header(text, "Content-Type", "application/json");
            header(text, "Content-Length", Integer.toString(body.length));
        });
        return text.append("\r\n").toString();
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** A proxy that hands plain requests on must be told the whole address. */
    private static String target(URI address, Origin origin, Route route) {
        var path = Optional.ofNullable(address.getRawPath())
                .filter(p -> !p.isEmpty())
                .orElse("/");
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var whole = !origin.secure() && route instanceof Route.Http ? "http://" + origin.hostHeader() : "";
        return URI.create(whole + path + query).toASCIIString();
    }
}
