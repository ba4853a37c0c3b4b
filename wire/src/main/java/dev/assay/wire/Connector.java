package dev.assay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Makes connections: to the host itself, or through a proxy; encrypted for https. */
final class Connector {

    /** Where a host has several addresses, one that does not answer must not use up the patience for the others. */
    private static final Duration PER_ADDRESS = Duration.ofSeconds(3);

    private final Timeouts timeouts;
    private final Watch watch;
    private final Encryption encryption;
    private final Names names;

    /** Looks a name up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @param sockets decide whom to trust; loaded late, since that takes its time */
    record Surroundings(Supplier<SSLSocketFactory> sockets, Names names) {}

    Connector(Timeouts timeouts, Watch watch, Surroundings surroundings) {
        this.timeouts = timeouts;
        this.watch = watch;
        this.encryption = new Encryption(surroundings.sockets());
        this.names = surroundings.names();
    }

    Link connect(Origin origin, Route route, Link.Deadline deadline) throws IOException {
        var link = switch (route) {
            case Route.Direct() -> reach(origin.host(), origin.port(), deadline);
            case Route.Http proxy -> reach(proxy.host(), proxy.port(), deadline);
            case Route.Socks proxy -> reach(proxy.host(), proxy.port(), deadline);
        };
        try {
            return prepared(link, origin, route);
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private Link prepared(Link link, Origin origin, Route route) throws IOException {
        switch (route) {
            case Route.Direct() -> {}
            case Route.Http proxy -> {
                if (origin.secure()) {
                    Tunnel.open(link, timeouts.silence(), origin, proxy);
                }
            }
            case Route.Socks proxy -> SocksGreeting.exchange(link, timeouts.silence(), origin, proxy);
        }
        if (origin.secure()) {
            link.within(timeouts.silence(), () -> encryption.begin(link, origin));
        }
        return link;
    }

    private Link reach(String host, int port, Link.Deadline deadline) throws IOException {
        var addresses = addresses(host);
        for (int i = 0; i < addresses.length - 1; i++) {
            try {
                return reach(new InetSocketAddress(addresses[i], port), shorter(timeouts.connect()), deadline);
            } catch (IOException _) {
                // The next address may do, as where only one of IPv4 and IPv6 leads anywhere.
            }
        }
        return reach(new InetSocketAddress(addresses[addresses.length - 1], port), timeouts.connect(), deadline);
    }

    private static Duration shorter(Duration whole) {
        return whole.compareTo(PER_ADDRESS) < 0 ? whole : PER_ADDRESS;
    }

    private InetAddress[] addresses(String host) throws IOException {
        var literal = Addresses.literal(host);
        if (literal.isPresent()) {
            return new InetAddress[] {literal.get()};
        }
        return names.of(host);
    }

    private Link reach(InetSocketAddress address, Duration allowed, Link.Deadline deadline) throws IOException {
        var link = new Link(SocketChannel.open());
        link.endBy(deadline);
        watch.over(link);
        try {
            link.channel().setOption(StandardSocketOptions.TCP_NODELAY, true);
            link.within(allowed, () -> link.channel().connect(address));
            return link;
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }
}
