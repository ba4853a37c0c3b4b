package dev.assay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
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
        return get(request, Link.Deadline.NONE);
    }

    /**
     * The same, where everything, the body included, must be over in that time.
     *
     * @param inAll longer than nothing
     */
    public Response get(Request request, Duration inAll) throws IOException {
        return get(request, Link.Deadline.in(inAll));
    }

    private Response get(Request request, Link.Deadline deadline) throws IOException {
        var origin = Origin.of(request.address());
        var route = proxies.route(request.address());
        var kept = idle.take(origin, route);
        if (kept.isPresent()) {
            kept.get().endBy(deadline);
            var answer = again(request, origin, route, kept.get());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return exchange(request, origin, route, connector.connect(origin, route, deadline));
    }

    /** A connection that was kept may have been closed meanwhile, which shows only when it is used. */
    private Optional<Response> again(Request request, Origin origin, Route route, Link link) throws IOException {
        try {
            return Optional.of(exchange(request, origin, route, link));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Response exchange(Request request, Origin origin, Route route, Link link) throws IOException {
        try {
            var head = text(request, origin, route).getBytes(StandardCharsets.US_ASCII);
            link.within(timeouts.silence(), () -> {
                link.write(ByteBuffer.wrap(head));
                return head.length;
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

    private static String text(Request request, Origin origin, Route route) {
        var text = new StringBuilder("GET ").append(target(request.address(), origin, route));
        text.append(" HTTP/1.1\r\nHost: ").append(origin.hostHeader()).append("\r\n");
        if (!origin.secure() && route instanceof Route.Http proxy) {
            proxy.secret().ifPresent(secret -> header(text, "Proxy-Authorization", secret.basic()));
        }
        request.headers().forEach((name, value) -> header(text, name, value));
        return text.append("\r\n").toString();
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** A proxy that hands plain requests on must be told the whole address. */
    private static String target(URI address, Origin origin, Route route) {
        var path = Optional.ofNullable(address.getRawPath())
                .filter(p -> !p.isEmpty())
                .orElse("/");
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var whole = !origin.secure() && route instanceof Route.Http ? "http://" + origin.hostHeader() : "";
        return URI.create(whole + path + query).toASCIIString();
    }

    /** Cuts all connections, also those whose bodies are being read. */
    @Override
    public void close() {
        idle.close();
        watch.close();
    }
}
