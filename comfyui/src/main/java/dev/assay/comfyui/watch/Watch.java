package dev.assay.comfyui.watch;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.assay.comfyui.ask.Caller;
import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.job.JobState;
import dev.assay.core.json.Json;

/**
 * Follows a job to its end. What the WebSocket says is news, and a reason to ask at once; whether a job is over, and how it
 * ended, is taken from the server's answers about that very job only. Without a WebSocket it is asked again and again.
 */
public final class Watch implements AutoCloseable {

    private static final int ENOUGH = 3;

    private final Caller caller;
    private final JobQueue queue;
    private final Pace pace;
    private final LongSupplier nanos;
    private final String path;
    private final Set<String> strangers = new TreeSet<>();
    private Optional<WebSocket> socket = Optional.empty();
    private Line line = new Line();
    private int unknown;
    private int foreign;

    private Watch(Caller caller, Pace pace, LongSupplier nanos, JobId client) {
        this.caller = caller;
        this.queue = new JobQueue(caller);
        this.pace = pace;
        this.nanos = nanos;
        this.path = "/ws?clientId=" + client.value();
    }

    /**
     * Begins to listen, which is best done before the job is given.
     *
     * @param nanos a count of nanoseconds that only ever grows
     * @param client how Assay calls itself to the server
     */
    public static Watch open(Caller caller, Pace pace, LongSupplier nanos, JobId client) {
        var watch = new Watch(caller, pace, nanos, client);
        watch.connect();
        return watch;
    }

    private void connect() {
        line = new Line();
        try {
            socket = Optional.of(caller.webSocket(path, line).join());
        } catch (CompletionException _) {
            // No WebSocket here, or not now: the job is followed by asking.
            socket = Optional.empty();
        }
    }

    private boolean isConnected() {
        return socket.isPresent() && line.isOpen();
    }

    /** The ids of other jobs that messages spoke of; they were set aside. */
    public List<String> strangers() {
        return List.copyOf(strangers);
    }

    /** Follows the job until it is over, or until nothing more can be learnt of it. */
    public Outcome follow(JobId job, Consumer<News> news) throws InterruptedException {
        // Counted from the first question without an answer: the time in which nobody asked was no silence.
        var silentSince = nanos.getAsLong();
        var wasReachable = true;
        while (true) {
            var state = queue.find(job);
            var now = nanos.getAsLong();
            var isReachable = !(state instanceof JobState.Unreachable);
            if (isReachable || wasReachable) {
                silentSince = now;
            }
            wasReachable = isReachable;
            var silent = Duration.ofNanos(now - silentSince);
            var outcome = judge(state, silent, news);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            listen(job, news, state);
        }
    }

    private Optional<Outcome> judge(JobState state, Duration silent, Consumer<News> news) {
        unknown = state instanceof JobState.Unknown ? unknown + 1 : 0;
        foreign = state instanceof JobState.Foreign ? foreign + 1 : 0;
        return switch (state) {
            case JobState.Ended(var result, var prompt) -> Optional.of(new Outcome.Ended(result, prompt));
            case JobState.Waiting(var ahead) -> told(news, new News.Waiting(ahead));
            case JobState.Running() -> told(news, new News.Running());
            case JobState.Unknown() -> unknown < ENOUGH ? Optional.empty() : Optional.of(new Outcome.Gone());
            case JobState.Foreign(var received) ->
                foreign < ENOUGH ? Optional.empty() : Optional.of(new Outcome.Foreign(received));
            case JobState.Unreachable(var why) ->
                silent.compareTo(pace.patience()) < 0
                        ? told(news, new News.Silence(why))
                        : Optional.of(new Outcome.Lost(why));
        };
    }

    private static Optional<Outcome> told(Consumer<News> news, News piece) {
        news.accept(piece);
        return Optional.empty();
    }

    /** Until there is a reason to ask again. */
    private void listen(JobId job, Consumer<News> news, JobState state) throws InterruptedException {
        var reachable = !(state instanceof JobState.Unreachable);
        if (!isConnected() && reachable) {
            connect();
        }
        // What is not as it should be is looked at again soon, whatever the line says.
        var doubtful = state instanceof JobState.Unknown || state instanceof JobState.Foreign;
        var wait = isConnected() && reachable && !doubtful ? pace.quiet() : pace.poll();
        var until = nanos.getAsLong() + wait.toNanos();
        for (var left = wait; left.isPositive(); left = Duration.ofNanos(until - nanos.getAsLong())) {
            var message = line.next(left);
            if (message.isPresent() && concernsTheEnd(job, message.get(), news)) {
                return;
            }
            if (message.isEmpty() && !line.isOpen() && isConnectedOnce()) {
                socket = Optional.empty();
                return;
            }
        }
    }

    /** Whether the line that just ended was one. */
    private boolean isConnectedOnce() {
        return socket.isPresent();
    }

    private boolean concernsTheEnd(JobId job, Json message, Consumer<News> news) {
        var data = message.at("data");
        var owner = data.at("prompt_id").text();
        if (owner.isEmpty()) {
            return false;
        }
        if (!owner.get().equals(job.value())) {
            if (strangers.size() < ENOUGH) {
                strangers.add(owner.get());
            }
            return false;
        }
        return switch (message.at("type").text().orElse("")) {
            case "executing" -> {
                data.at("node").scalar().ifPresent(node -> news.accept(new News.Node(node)));
                yield data.at("node").isNull();
            }
            case "progress" -> {
                news.accept(new News.Step(
                        data.at("node").scalar().orElse(""),
                        data.at("value").integer().orElse(0L),
                        data.at("max").integer().orElse(0L)));
                yield false;
            }
            case "execution_cached" -> {
                news.accept(new News.Cached(data.at("nodes").items().size()));
                yield false;
            }
            case "execution_success", "execution_error", "execution_interrupted" -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        socket.ifPresent(WebSocket::abort);
    }
}
