package dev.assay.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks after all open connections, on one thread, which exists only while there is something to look after. */
final class Watch implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Duration interval;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private boolean running;
    private volatile boolean closed;

    /** @param shortest of the times that are watched */
    Watch(Duration shortest) {
        var quarter = shortest.dividedBy(4);
        this.interval = quarter.compareTo(OFTEN) < 0 ? quarter : OFTEN;
    }

    synchronized void over(Link link) {
        links.add(link);
        if (closed) {
            link.close();
        } else if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("assay-watch").start(this::look);
        }
    }

    private void look() {
        while (goesOn()) {
            var now = System.nanoTime();
            links.forEach(link -> link.check(now));
            links.removeIf(link -> !link.isOpen());
            try {
                Thread.sleep(interval);
            } catch (InterruptedException _) {
                close();
            }
        }
    }

    private synchronized boolean goesOn() {
        running = !closed && !links.isEmpty();
        return running;
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        closed = true;
        links.forEach(Link::close);
    }
}
