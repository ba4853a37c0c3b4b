package dev.assay.comfyui.ask;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * The connection to one server. A question has an end: the client's own time-out ends with the headers, so that the whole
 * exchange is timed here.
 */
public final class Caller implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long LARGEST = 64L << 20;

    private final String base;
    private final HttpClient client;

    /**
     * @param address such as {@code http://127.0.0.1:8188}, perhaps with a path
     * @throws IllegalArgumentException where it is no address of the web
     */
    public Caller(URI address) {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("\"" + address + "\" is no web address");
        }
        this.base = address.toString().replaceAll("[?#].*$", "").replaceAll("/+$", "");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /** Where it asks, without a slash at the end. */
    public String base() {
        return base;
    }

    public Reply get(String path, Duration patience) {
        return ask(HttpRequest.newBuilder(uri(path)).build(), patience);
    }

    public Reply post(String path, Json body, Duration patience) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.write()))
                .build();
        return ask(request, patience);
    }

    /** The status of that path, without its body; empty where nobody answers. */
    public OptionalInt head(String path, Duration patience) {
        var request = HttpRequest.newBuilder(uri(path))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        try {
            return OptionalInt.of(
                    send(request, BodyHandlers.discarding(), patience).statusCode());
        } catch (IOException _) {
            return OptionalInt.empty();
        }
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private Reply ask(HttpRequest request, Duration patience) {
        try {
            var response = send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST), patience);
            return told(response);
        } catch (IOException e) {
            return new Reply.Silence(words(e));
        }
    }

    private static Reply told(HttpResponse<String> response) {
        if (response.body().isBlank()) {
            return new Reply.Told(response.statusCode(), Json.none());
        }
        try {
            return new Reply.Told(response.statusCode(), Json.parse(response.body()));
        } catch (MalformedJsonException _) {
            return new Reply.Nonsense(
                    response.statusCode(), "status " + response.statusCode() + ", and not in JSON");
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case ConnectException _ -> "no connection";
            case TimedOutException _ -> "no answer in time";
            default -> "the connection failed";
        };
    }

    /** Sends, and waits for the whole answer for so long. */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration patience) throws IOException {
        var future = client.sendAsync(request, handler);
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            future.cancel(true);
            throw new TimedOutException();
        } catch (InterruptedException _) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    HttpRequest request(String path) {
        return HttpRequest.newBuilder(uri(path)).build();
    }

    /** Opens the WebSocket of that path. */
    public CompletableFuture<WebSocket> webSocket(String path, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .buildAsync(URI.create(base.replaceFirst("(?i)^http", "ws") + path), listener);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static final class TimedOutException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
