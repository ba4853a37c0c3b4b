package dev.assay.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User and password for a proxy; shows neither. */
record Secret(String user, String password) {

    /** As the header {@code Proxy-Authorization} carries it. */
    String basic() {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
