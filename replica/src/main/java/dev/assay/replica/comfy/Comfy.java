package dev.assay.replica.comfy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.RecordedRequest;
import dev.assay.replica.wire.RequestLog;

/**
 * A running ComfyUI server without an engine, on loopback, in a ComfyUI folder: it lists the models that are there, and
 * writes small pictures into {@code output} in place of generated ones. Close it when done.
 */
public final class Comfy implements AutoCloseable {

    private final ComfyFolder folder;
    private final Json definitions;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog(InstantSource.system());
    private Optional<Life> life;
    private final URI address;

    private Comfy(ComfyFolder folder, Json definitions, int port) throws IOException {
        this.folder = folder;
        this.definitions = definitions;
        var first = begin(port);
        this.life = Optional.of(first);
        this.address = first.origin();
    }

    /** Starts on any free port, with the core nodes that Assay knows. */
    public static Comfy start(Path folder) throws IOException {
        return start(folder, NodeDefinitions.coreAsObjectInfo(), 0);
    }

    /**
     * Starts.
     *
     * @param definitions what nodes there are, in the form of {@code GET /object_info}; lists of models are filled from
     *     the folder
     * @param port 0 stands for any free one
     */
    public static Comfy start(Path folder, Json definitions, int port) throws IOException {
        return new Comfy(new ComfyFolder(folder), definitions, port);
    }

    private Life begin(int port) throws IOException {
        var info = new ObjectInfo(definitions, folder, faults);
        return Life.begin(port, info, folder, faults, log, new Fate());
    }

    /** What a job can bring about; from a thread of its own, since the job's thread ends with it. */
    private final class Fate implements Engine.Fate {
        @Override
        public void restart() {
            Thread.ofVirtual().start(Comfy.this::restart);
        }

        @Override
        public void die() {
            Thread.ofVirtual().start(Comfy.this::stop);
        }
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    /** The switchboard of faults; those whose names begin with {@code COMFY} have an effect here. */
    public Faults faults() {
        return faults;
    }

    /** Every request since the start, in order of arrival. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /** The queue as {@code GET /queue} tells it. */
    public synchronized Json queue() {
        return life.map(running -> running.queue().json()).orElse(Json.none());
    }

    /** The history as {@code GET /history} tells it. */
    public synchronized Json history() {
        return life.map(running -> running.queue().history()).orElse(Json.none());
    }

    /** Somebody else's job comes into the queue; with {@code COMFY_SLOW} or the like it stays for a while. */
    public synchronized String strangersJob() {
        life.ifPresent(running -> {
            running.queue().put(Stranger.job());
            running.queue().release();
        });
        return Stranger.ID;
    }

    /** Starts anew on the same port: queue and history are forgotten, files stay. */
    public synchronized void restart() {
        stop();
        try {
            life = Optional.of(begin(address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends as a killed process does; {@link #restart} brings it back. */
    public synchronized void stop() {
        life.ifPresent(Life::end);
        life = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }
}
