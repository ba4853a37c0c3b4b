package dev.assay.wire;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address. */
record Origin(boolean secure, String host, int port) {

    static Origin of(URI address) {
        var secure = "https".equalsIgnoreCase(address.getScheme());
        if ((!secure && !"http".equalsIgnoreCase(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("no web address");
        }
        var usual = secure ? 443 : 80;
        return new Origin(
                secure,
                address.getHost().toLowerCase(Locale.ROOT),
                address.getPort() == -1 ? usual : address.getPort());
    }

    /** As the header {@code Host} says it: without the usual port. */
    String hostHeader() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }
}
