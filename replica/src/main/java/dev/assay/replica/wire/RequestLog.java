package dev.assay.replica.wire;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.assay.replica.wire.RecordedRequest.Host;

/** Every request, noted as it arrives and before it is answered. */
public final class RequestLog {

    private final InstantSource clock;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    public RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    void note(Host host, Request request) {
        requests.add(new RecordedRequest(
                host, clock.instant(), request.method(), request.path(), request.target(), request.headers()));
    }

    /** The requests so far, in order of arrival. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public void clear() {
        requests.clear();
    }
}
