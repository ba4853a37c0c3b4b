package dev.assay.app.serve.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import com.sun.net.httpserver.HttpExchange;

/** Sends an answer, with what keeps a browser from doing more with it than is meant. */
final class Responder {

    /** Nothing but the program's own files runs, loads or connects; pictures come as blobs, fetched with the secret. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' blob:; media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    private final HttpExchange exchange;

    Responder(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void send(Answer answer) throws IOException, InterruptedException {
        switch (answer) {
            case Answer.Document(var status, var json) ->
                send(status, "application/json", json.writePretty().getBytes(StandardCharsets.UTF_8));
            case Answer.Content(var type, var text) -> send(200, type, text.getBytes(StandardCharsets.UTF_8));
            case Answer.OfFile(var file, var type) -> {
                headers(type);
                exchange.sendResponseHeaders(200, length(Files.size(file)));
                try (var out = exchange.getResponseBody()) {
                    Files.copy(file, out);
                }
            }
            case Answer.Events(var teller) -> {
                headers("text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                try (var out = exchange.getResponseBody()) {
                    teller.tell(out);
                }
            }
        }
    }

    private void send(int status, String type, byte[] bytes) throws IOException {
        headers(type);
        exchange.sendResponseHeaders(status, length(bytes.length));
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** For the JDK's server, 0 stands for an unknown length and -1 for none. */
    private static long length(long bytes) {
        return bytes == 0 ? -1 : bytes;
    }

    private void headers(String type) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type.startsWith("text/") ? type + "; charset=utf-8" : type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }
}
