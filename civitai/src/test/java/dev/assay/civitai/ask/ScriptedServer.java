package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A host that does as it is told, and notes which credentials reached it. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void redirect(String path, String target) {
        redirect(path, target, 307);
    }

    void redirect(String path, String target, int status) {
        server.createContext(path, exchange -> {
            note(exchange);
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    void answer(String path, String body) {
        server.createContext(path, exchange -> {
            note(exchange);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(exchange.getRequestMethod() + " " + body);
        authorizations.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
    }

    /** What each request brought as {@code Authorization}; empty texts where nothing. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Method and body of each request. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
