package dev.assay.replica.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;

/**
 * What goes back.
 *
 * @param headers without the length, which follows from body and delivery
 */
public record Answer(int status, Map<String, String> headers, Bytes body, Delivery delivery) {

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer json(int status, Json body) {
        return of(status, "application/json; charset=utf-8", Bytes.utf8(body.write()));
    }

    /** {@code {"error": text}}, the commonest form of an error. */
    public static Answer error(int status, String text) {
        return json(status, Json.object().put("error", text).build());
    }

    public static Answer html(int status, String html) {
        return of(status, "text/html; charset=utf-8", Bytes.utf8(html));
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", Bytes.utf8(text));
    }

    public static Answer of(int status, String contentType, Bytes body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, new Delivery.Whole());
    }

    /** 307, as the site's framework redirects. */
    public static Answer redirect(String location) {
        return new Answer(307, Map.of("Location", location), Bytes.empty(), new Delivery.Whole());
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, delivery);
    }

    public Answer with(Bytes other) {
        return new Answer(status, headers, other, delivery);
    }

    public Answer delivered(Delivery other) {
        return new Answer(status, headers, body, other);
    }
}
