package dev.assay.replica;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import dev.assay.replica.fault.Faults;
import dev.assay.replica.hub.Hub;
import dev.assay.replica.site.Site;
import dev.assay.replica.storage.Leak;
import dev.assay.replica.storage.Signatures;
import dev.assay.replica.storage.Storage;
import dev.assay.replica.wire.LoopbackServer;
import dev.assay.replica.wire.RecordedRequest;
import dev.assay.replica.wire.RecordedRequest.Host;
import dev.assay.replica.wire.RequestLog;
import dev.assay.replica.world.World;

/** A running replica: three hosts on loopback, plain http. Close it when done. */
public final class Replica implements AutoCloseable {

    private final LoopbackServer site;
    private final LoopbackServer store;
    private final LoopbackServer hub;
    private final Storage storage;
    private final Faults faults;
    private final RequestLog log;

    private Replica(
            LoopbackServer site,
            LoopbackServer store,
            LoopbackServer hub,
            Storage storage,
            Faults faults,
            RequestLog log) {
        this.site = site;
        this.store = store;
        this.hub = hub;
        this.storage = storage;
        this.faults = faults;
        this.log = log;
    }

    /** Starts on any free ports, by the computer's clock. */
    public static Replica start(World world) throws IOException {
        return start(world, 0, InstantSource.system());
    }

    /**
     * Starts.
     *
     * @param port of the site; 0 stands for any free one, and the other hosts always take one
     * @param clock dates signatures, which last 24 hours, and the record of requests
     * @throws IOException where the port cannot be had
     */
    public static Replica start(World world, int port, InstantSource clock) throws IOException {
        var site = LoopbackServer.bind(port);
        var store = LoopbackServer.bind(0);
        var hub = LoopbackServer.bind(0);
        var faults = new Faults();
        var log = new RequestLog(clock);
        var signatures = new Signatures(store.origin(), clock);
        var storage = new Storage(world, faults, signatures);
        store.open(Host.STORAGE, storage, log);
        site.open(Host.SITE, new Site(world, faults, signatures, site.origin()), log);
        hub.open(Host.HUB, new Hub(world, faults, store.origin()), log);
        return new Replica(site, store, hub, storage, faults, log);
    }

    /** Where the site is, such as {@code http://127.0.0.1:8000}: API, pages and media. */
    public URI site() {
        return site.origin();
    }

    /** Where the storage host is. */
    public URI storage() {
        return store.origin();
    }

    /** Where Hugging Face is. */
    public URI hub() {
        return hub.origin();
    }

    /** The switchboard of faults. */
    public Faults faults() {
        return faults;
    }

    /** Every request to any host since the start or the last {@link #forgetRequests}, in order of arrival. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    public void forgetRequests() {
        log.clear();
    }

    /** Every credential that reached the storage host; a test that finds any has found a defect. */
    public List<Leak> leaks() {
        return storage.leaks();
    }

    @Override
    public void close() {
        site.close();
        store.close();
        hub.close();
    }
}
