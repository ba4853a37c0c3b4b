package dev.assay.app.serve.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.models.progress.Step;

/** One job, and where it stands. */
public final class ServedJob {

    private final String id;
    private final Order order;
    private final Instant createdAt;
    private final JobFolder folder;
    private final Tracks tracks = new Tracks();
    private State state;
    private Optional<State> wanted = Optional.empty();
    private Runnable onEnd = () -> {};
    private Outcome outcome;
    private String said = "";
    private long version = 1;

    ServedJob(String id, Order order, Instant createdAt, State state, Outcome outcome, JobFolder folder) {
        this.id = id;
        this.order = order;
        this.createdAt = createdAt;
        this.state = state;
        this.outcome = outcome;
        this.folder = folder;
    }

    public String id() {
        return id;
    }

    public Order order() {
        return order;
    }

    Instant createdAt() {
        return createdAt;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized boolean isOver() {
        return state.isOver();
    }

    /** Its state, for people. */
    public synchronized String stateWord() {
        return state.key();
    }

    public synchronized Outcome outcome() {
        return outcome;
    }

    /** Grows with every change. */
    public synchronized long version() {
        return version;
    }

    /** Waits until it is another version than that one; returns the present one, the same where the time is over. */
    public synchronized long await(long known, long millis) throws InterruptedException {
        var end = System.nanoTime() + millis * 1_000_000;
        for (var left = millis; version == known && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return version;
    }

    /** Asks its worker to end; what waits for its turn ends at once. */
    synchronized boolean end(State as) {
        return switch (state) {
            case CANCELLED, DONE -> false;
            case PAUSED -> as != State.PAUSED && endNow(as);
            case QUEUED -> endNow(as);
            case RUNNING -> {
                wanted = Optional.of(as);
                changed();
                Thread.ofVirtual().start(onEnd);
                yield true;
            }
        };
    }

    private boolean endNow(State as) {
        become(as);
        return true;
    }

    /** Lets it begin, or begin again. */
    synchronized boolean queue() {
        if (state != State.PAUSED) {
            return false;
        }
        wanted = Optional.empty();
        become(State.QUEUED);
        return true;
    }

    /** Begins; false where nobody wants it any more, or another turn of its own has begun it. */
    synchronized boolean begin() {
        if (state != State.QUEUED) {
            return false;
        }
        become(State.RUNNING);
        return true;
    }

    /** Its worker has ended; whether it was done or was ended, its exit code tells. */
    synchronized void ended(Outcome last) {
        outcome = last;
        var declined =
                code().filter(code -> code == 11).isPresent() || last.document().isNull();
        become(declined ? wanted.orElse(State.DONE) : State.DONE);
    }

    private void become(State next) {
        state = next;
        said = "";
        changed();
        folder.save(this);
    }

    /** Says what goes on. */
    synchronized void tell(String sentence) {
        said = sentence;
        changed();
    }

    private synchronized void changed() {
        version++;
        notifyAll();
    }

    private Optional<Long> code() {
        return outcome.document().at("exitCode").integer();
    }

    /** Where it stands, for programs. */
    public synchronized Json json() {
        var json = Json.object()
                .put("schema", "assay/job/1")
                .put("id", id)
                .put("version", version)
                .put("state", state.key())
                .put("ending", wanted.isPresent() && state == State.RUNNING)
                .put("title", outcome.title().isEmpty() ? order.reference() : outcome.title())
                .put("createdAt", createdAt.toString())
                .put("order", order.json())
                .put("exitCode", code().map(Json::of).orElse(Json.none()))
                .put("said", said)
                .put("tracks", tracks.json());
        return results(json).build();
    }

    private JsonObjectBuilder results(JsonObjectBuilder json) {
        return json.put("document", !outcome.document().isNull())
                .put("graph", outcome.workflow().isPresent())
                .put("plan", outcome.plan().orElse(Json.none()))
                .put(
                        "pictures",
                        outcome.pictures().keySet().stream()
                                .sorted()
                                .map(Json::of)
                                .toList());
    }

    /** What its worker talks to. */
    Watch watch(Function<String, Optional<ServedJob>> others) {
        return new Watch() {
            @Override
            public void publish(Outcome known) {
                synchronized (ServedJob.this) {
                    outcome = known;
                    changed();
                }
            }

            @Override
            public void say(String sentence) {
                tell(sentence);
            }

            @Override
            public Optional<Outcome> other(String of) {
                return others.apply(of).map(ServedJob::outcome);
            }

            @Override
            public Path folder() {
                return folder.of(id);
            }

            @Override
            public void onEnd(Runnable action) {
                synchronized (ServedJob.this) {
                    onEnd = action;
                }
            }

            @Override
            public void report(Step step) {
                synchronized (ServedJob.this) {
                    tracks.report(step, System.nanoTime());
                    changed();
                }
            }

            @Override
            public boolean cancelled() {
                synchronized (ServedJob.this) {
                    return wanted.isPresent() || Thread.currentThread().isInterrupted();
                }
            }
        };
    }
}
