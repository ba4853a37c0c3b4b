package dev.assay.replica.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.replica.wire.RecordedRequest.Host;

/** One host of the replica: plain http on loopback, a virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {

    private static final int MAX_BODY = 4 << 20;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Binds a port of loopback; 0 stands for any free one. It answers nothing until {@link #open}. */
    public static LoopbackServer bind(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        return new LoopbackServer(HttpServer.create(address, 0), Executors.newVirtualThreadPerTaskExecutor());
    }

    public void open(Host host, Answering answering, RequestLog log) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, host, answering, log));
        server.start();
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void serve(HttpExchange exchange, Host host, Answering answering, RequestLog log)
            throws IOException {
        try (exchange) {
            var request = read(exchange);
            log.note(host, request);
            var answer = answering.answer(request);
            Sending.send(new ExchangeOutlet(exchange), answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A defect of the replica itself; the server would swallow it, and a test would see a fault nobody ordered.
            System.getLogger(LoopbackServer.class.getName()).log(System.Logger.Level.ERROR, "replica defect", e);
            throw e;
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        var body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        return new Request(
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getPath()).orElse("/"),
                uri.toString(),
                Query.parse(Optional.ofNullable(uri.getRawQuery())),
                Collections.unmodifiableMap(headers),
                body);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
