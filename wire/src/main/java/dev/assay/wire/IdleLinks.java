package dev.assay.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Connections that have done their work and may do more, for a short while. */
final class IdleLinks {

    /** Servers close idle connections after 5 seconds and more. */
    private static final long FRESH = Duration.ofSeconds(4).toNanos();

    private static final int MOST = 32;

    private record Idle(Origin origin, Route route, Link link, long since) {}

    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    synchronized void put(Origin origin, Route route, Link link) {
        clear();
        if (closed || idle.size() >= MOST) {
            link.close();
        } else {
            idle.addFirst(new Idle(origin, route, link, System.nanoTime()));
        }
    }

    synchronized Optional<Link> take(Origin origin, Route route) {
        clear();
        var found = idle.stream()
                .filter(one -> one.origin.equals(origin) && one.route.equals(route))
                .findFirst();
        found.ifPresent(idle::remove);
        return found.map(Idle::link);
    }

    private void clear() {
        var now = System.nanoTime();
        while (!idle.isEmpty() && now - idle.peekLast().since > FRESH) {
            idle.removeLast().link.close();
        }
    }

    synchronized void close() {
        closed = true;
        idle.forEach(one -> one.link.close());
        idle.clear();
    }
}
