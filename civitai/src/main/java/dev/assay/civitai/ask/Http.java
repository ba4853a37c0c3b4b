package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.assay.civitai.Site;
import dev.assay.wire.Proxies;
import dev.assay.wire.Request;
import dev.assay.wire.Response;
import dev.assay.wire.Timeouts;
import dev.assay.wire.Wire;

/** The connection to the site. Redirects are followed here, each checked, since where they lead the key may not go. */
public final class Http implements AutoCloseable {

    private static final int HOPS = 5;
    private static final int BUFFER = 64 << 10;
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private final Wire wire;
    private final UserAgent agent;
    private final Time time;
    private final Patience patience;

    public Http(UserAgent agent, Time time, RandomGenerator random, Proxies proxies) {
        this(agent, time, random, new Wire(proxies, TIMEOUTS));
    }

    /** @param wire is closed with this */
    Http(UserAgent agent, Time time, RandomGenerator random, Wire wire) {
        this.agent = agent;
        this.time = time;
        this.wire = wire;
        this.patience = new Patience(time, random);
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
            if (errand.json().isPresent() && !keepsTheQuestion(arrived.status())) {
                return new Reply.Refused("It is redirected (status " + arrived.status()
                        + ") to where what was asked could not be sent along.");
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

    /** The others turn a POST into a GET, which would ask something else. */
    private static boolean keepsTheQuestion(int status) {
        return status == 307 || status == 308;
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
        var left = budget.left();
        if (left.isZero()) {
            return new Reply.Broken("It took too long.");
        }
        try {
            var request = request(errand, address);
            var json = errand.json();
            return pour(json.isPresent() ? wire.post(request, json.get(), left) : wire.get(request, left), sink);
        } catch (Sink.TooLargeException e) {
            return new Reply.Refused("Its body is " + e.getMessage() + ".");
        } catch (FileSink.DiskException e) {
            return new Reply.NotKept(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Thread.currentThread().isInterrupted()
                    ? new Reply.Refused("Interrupted.")
                    : new Reply.Broken(NetworkTrouble.words(e));
        } catch (IllegalArgumentException _) {
            return new Reply.Refused("Its address cannot be asked.");
        }
    }

    private static Reply pour(Response response, Sink sink) throws IOException {
        try (var body = response.body()) {
            sink.open(response.status());
            var piece = ByteBuffer.allocate(BUFFER);
            while (body.read(piece.clear()) >= 0) {
                sink.take(piece.flip());
            }
            return new Reply.Arrived(response.address(), response.status(), response.headers());
        }
    }

    private Request request(Errand errand, URI address) {
        var request = Request.get(address).with("User-Agent", agent.text()).with("Accept", errand.accept());
        if (errand.gzip()) {
            request = request.with("Accept-Encoding", "gzip");
        }
        var key = errand.keyFor(address);
        return key.isPresent()
                ? request.with("Authorization", "Bearer " + key.get().reveal())
                : request;
    }

    @Override
    public void close() {
        wire.close();
    }
}
