package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

import dev.assay.civitai.Site;

/**
 * The connection to the site. Redirects are followed by hand, because the client's own way sends the key to other hosts or
 * stops without a word; bodies are watched, because its time-outs end with the headers.
 */
public final class Http implements AutoCloseable {

    private static final int HOPS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration STALL = Duration.ofSeconds(20);

    private static final Reply FAILED = new Reply.Broken("The connection failed.");

    private final HttpClient client;
    private final UserAgent agent;
    private final Duration stall;
    private final Time time;
    private final Patience patience;

    public Http(UserAgent agent, Time time, RandomGenerator random) {
        this(agent, time, random, STALL);
    }

    /** @param stall how long a connection may show no sign of life */
    Http(UserAgent agent, Time time, RandomGenerator random, Duration stall) {
        this.agent = agent;
        this.time = time;
        this.stall = stall;
        this.patience = new Patience(time, random);
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    Time time() {
        return time;
    }

    Patience patience() {
        return patience;
    }

    /** Makes one request, and those it is redirected to. */
    Reply get(Errand errand, Sink sink, Budget budget) {
        var address = errand.address();
        for (int hop = 0; hop <= HOPS; hop++) {
            if (!errand.mayGoTo(address)) {
                return new Reply.Refused("It leads to " + Scrub.address(address) + ", where Assay does not follow.");
            }
            var reply = single(errand, address, sink, budget);
            if (!(reply instanceof Reply.Arrived arrived) || !isRedirect(arrived.status())) {
                return reply;
            }
            var next = next(errand.site(), arrived);
            if (next.isEmpty()) {
                return new Reply.Refused("It is redirected to nowhere (status " + arrived.status() + ").");
            }
            address = next.get();
        }
        return new Reply.Refused("It is redirected more than " + HOPS + " times.");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static Optional<URI> next(Site site, Reply.Arrived arrived) {
        try {
            return arrived.headers()
                    .firstValue("Location")
                    .map(target -> site.map(arrived.address().resolve(target)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Reply single(Errand errand, URI address, Sink sink, Budget budget) {
        var life = new Life();
        try {
            var future =
                    client.sendAsync(request(errand, address), info -> new Draining(sink, info.statusCode(), life));
            var response = await(future, life, budget);
            return new Reply.Arrived(address, response.statusCode(), response.headers());
        } catch (TimeoutException _) {
            return new Reply.Broken("It showed no sign of life any more.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Refused("Interrupted.");
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause()).map(Http::failure).orElse(FAILED);
        } catch (IllegalArgumentException _) {
            return new Reply.Refused("Its address cannot be asked.");
        }
    }

    private HttpRequest request(Errand errand, URI address) {
        var request = HttpRequest.newBuilder(address)
                .header("User-Agent", agent.text())
                .header("Accept", errand.accept());
        if (errand.gzip()) {
            request.header("Accept-Encoding", "gzip");
        }
        if ("http".equalsIgnoreCase(address.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        errand.keyFor(address).ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request.build();
    }

    private HttpResponse<Boolean> await(CompletableFuture<HttpResponse<Boolean>> future, Life life, Budget budget)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            while (true) {
                var before = life.signs();
                var left = budget.left();
                var wait = left.compareTo(stall) < 0 ? left : stall;
                try {
                    return future.get(wait.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (life.signs() == before || budget.left().isZero()) {
                        throw e;
                    }
                }
            }
        } finally {
            life.end();
            future.cancel(true);
        }
    }

    private static Reply failure(Throwable cause) {
        return switch (cause) {
            case Sink.TooLargeException e -> new Reply.Refused("Its body is " + e.getMessage() + ".");
            case FileSink.DiskException e -> new Reply.NotKept(String.valueOf(e.getMessage()));
            case IOException e -> new Reply.Broken(NetworkTrouble.words(e));
            // The client reports a malformed answer in exceptions of several kinds; each means that nothing usable
            // came.
            default ->
                new Reply.Broken("The connection failed (" + cause.getClass().getSimpleName() + ").");
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
