package dev.assay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes requests, each on its own connection. Nothing is followed, remembered or repeated: what a redirect or an error
 * means, and where a key may go, is for the caller to say. Safe for any number of threads.
 */
public final class Wire implements AutoCloseable {

    private static final int MOST_ASKED = 1 << 20;

    private final Proxies proxies;
    private final Timeouts timeouts;
    private final Watch watch;
    private final Connector connector;
    private final IdleLinks idle = new IdleLinks();

    public Wire(Proxies proxies, Timeouts timeouts) {
        this(
                proxies,
                timeouts,
                new Connector.Surroundings(
                        () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), InetAddress::getAllByName));
    }

    Wire(Proxies proxies, Timeouts timeouts, Connector.Surroundings surroundings) {
        this.proxies = proxies;
        this.timeouts = timeouts;
        this.watch = new Watch(
                timeouts.connect().compareTo(timeouts.silence()) < 0 ? timeouts.connect() : timeouts.silence());
        this.connector = new Connector(timeouts, watch, surroundings);
    }

    /**
     * Asks, and returns as soon as the head of the answer is here.
     *
     * @throws IOException where there is no answer
     * @throws IllegalArgumentException where the address is none of the web
     */
    public Response get(Request request) throws IOException {
        return exchange(request, Optional.empty(), Link.Deadline.NONE);
    }

    /**
     * The same, where everything, the body included, must be over in that time.
     *
     * @param inAll longer than nothing
     */
    public Response get(Request request, Duration inAll) throws IOException {
        return exchange(request, Optional.empty(), Link.Deadline.in(inAll));
    }

    /**
     * Asks by a POST what is too long for an address. It must be a question: where a connection that was kept turns out to be
     * closed, it is sent once more, and nobody can tell whether the first one was heard.
     *
     * @param json the question; at most 1 MiB
     * @throws IOException where there is no answer
     */
    public Response post(Request request, String json, Duration inAll) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_ASKED) {
            throw new IllegalArgumentException("a question of " + bytes.length + " bytes");
        }
        return exchange(request, Optional.of(bytes), Link.Deadline.in(inAll));
    }

    private Response exchange(Request request, Optional<byte[]> question, Link.Deadline deadline) throws IOException {
        var origin = Origin.of(request.address());
        var route = proxies.route(request.address());
        var message = Message.of(request, question, origin, route);
        var kept = idle.take(origin, route);
        if (kept.isPresent()) {
            kept.get().endBy(deadline);
            var answer = again(request, message, origin, route, kept.get());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return exchange(request, message, origin, route, connector.connect(origin, route, deadline));
    }

    /** A connection that was kept may have been closed meanwhile, which shows only when it is used. */
    private Optional<Response> again(Request request, byte[] message, Origin origin, Route route, Link link)
            throws IOException {
        try {
            return Optional.of(exchange(request, message, origin, route, link));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Response exchange(Request request, byte[] message, Origin origin, Route route, Link link)
            throws IOException {
        try {
            link.within(timeouts.silence(), () -> {
                link.write(ByteBuffer.wrap(message));
                return message.length;
            });
            var inlet = new Inlet(link, timeouts.silence());
            var answer = Head.read(inlet);
            var body = new Body(
                    link,
                    inlet,
                    Framing.of(answer.status(), answer.headers()),
                    answer.persistent() ? free -> idle.put(origin, route, free) : Link::close);
            return new Response(request.address(), answer.status(), answer.headers(), body);
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** Cuts all connections, also those whose bodies are being read. */
    @Override
    public void close() {
        idle.close();
        watch.close();
    }
}
