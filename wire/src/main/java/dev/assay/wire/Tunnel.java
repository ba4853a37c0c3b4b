package dev.assay.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks an HTTP proxy for a tunnel to a host. */
final class Tunnel {

    private Tunnel() {}

    static void open(Link link, Duration silence, Origin origin, Route.Http proxy) throws IOException {
        var target = origin.host() + ":" + origin.port();
        var request = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        proxy.secret()
                .ifPresent(secret -> request.append("Proxy-Authorization: ")
                        .append(secret.basic())
                        .append("\r\n"));
        link.write(ByteBuffer.wrap(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII)));
        var inlet = new Inlet(link, silence);
        var head = Head.read(inlet);
        if (head.status() / 100 != 2 || !inlet.isEmpty()) {
            throw new WireException(
                    "the proxy " + proxy.host() + " refuses the connection (status " + head.status() + ")");
        }
    }
}
