package dev.assay.wire;

import java.util.Optional;

/** Which way a connection goes. */
sealed interface Route {

    /** Straight to the host. */
    record Direct() implements Route {}

    /** Through a proxy that speaks HTTP: tunnelled for https, handed on for http. */
    record Http(String host, int port, Optional<Secret> secret) implements Route {}

    /** Through a SOCKS 5 proxy, which looks the host's name up itself. */
    record Socks(String host, int port, Optional<Secret> secret) implements Route {}
}
