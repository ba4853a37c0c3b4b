package dev.assay.comfyui.ask;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * The connection to one server. A question has an end: the client's own time-out ends with the headers, so that the whole
 * exchange is timed here.
 */
public final class Caller implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long LARGEST = 64L << 20;
    private static final Pattern HISTORY = Pattern.compile(".*/history/([^/]+)");

    private final String base;
    private final HttpClient client;
    private final Consumer<Heard> log;

    /**
     * A connection; nothing is connected yet.
     *
     * @param address such as {@code http://127.0.0.1:8188}, perhaps with a path
     * @param log hears of each request
     * @throws IllegalArgumentException where it is no address of the web
     */
    public Caller(URI address, Consumer<Heard> log) {
        this.log = log;
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
        var begun = System.nanoTime();
        try {
            var status = send(request, BodyHandlers.discarding(), patience).statusCode();
            heard(request, status, begun, Optional.empty(), List.of());
            return OptionalInt.of(status);
        } catch (IOException _) {
            heard(request, 0, begun, Optional.empty(), List.of());
            return OptionalInt.empty();
        }
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private Reply ask(HttpRequest request, Duration patience) {
        var begun = System.nanoTime();
        var reply = reply(request, patience);
        var asked = HISTORY.matcher(request.uri().getPath());
        var isHistory = asked.matches();
        var received = isHistory && reply instanceof Reply.Told told
                ? List.copyOf(told.body().members().keySet())
                : List.<String>of();
        heard(request, reply.status(), begun, isHistory ? Optional.of(asked.group(1)) : Optional.empty(), received);
        return reply;
    }

    private void heard(HttpRequest request, int status, long begun, Optional<String> asked, List<String> received) {
        var millis = (System.nanoTime() - begun) / 1_000_000;
        log.accept(new Heard(request.method(), request.uri().toString(), status, millis, asked, received));
    }

    private Reply reply(HttpRequest request, Duration patience) {
        try {
            return told(send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST), patience));
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
            return new Reply.Nonsense(response.statusCode(), "status " + response.statusCode() + ", and not in JSON");
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
    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration patience)
            throws IOException {
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

    /** Asks for a file, whose body is read by whoever asked. */
    HttpResponse<InputStream> stream(String path, Duration patience) throws IOException {
        var begun = System.nanoTime();
        var request = HttpRequest.newBuilder(uri(path)).build();
        var response = send(request, BodyHandlers.ofInputStream(), patience);
        heard(request, response.statusCode(), begun, Optional.empty(), List.of());
        return response;
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
