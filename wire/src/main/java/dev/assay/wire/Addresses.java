package dev.assay.wire;

import java.net.InetAddress;
import java.util.Optional;

/** What a host's name says by itself; nothing is looked up. */
final class Addresses {

    private Addresses() {}

    /** The address that the text is, with or without brackets; empty where it is a name. */
    static Optional<InetAddress> literal(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        // Only what can be one: old forms such as "0x7f.1" are no business of ours.
        if (!bare.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%\\w+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
