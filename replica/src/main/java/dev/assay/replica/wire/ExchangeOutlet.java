package dev.assay.replica.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/** An outlet of the JDK's own server, whose convention for lengths is the same. */
record ExchangeOutlet(HttpExchange exchange) implements Outlet {

    @Override
    public OutputStream begin(int status, Map<String, String> headers, long length) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, length);
        return exchange.getResponseBody();
    }

    @Override
    public boolean headersOnly() {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
