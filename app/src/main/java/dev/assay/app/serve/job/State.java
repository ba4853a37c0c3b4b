package dev.assay.app.serve.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a job stands. */
public enum State {
    /** It waits for another one. */
    QUEUED,
    RUNNING,
    /** The user holds it, or the program ended while it ran; what has arrived is kept, and it can be resumed. */
    PAUSED,
    /** The user ended it; what has arrived is kept for whoever wants it again. */
    CANCELLED,
    /** It came to its end; how, its document tells. */
    DONE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String key) {
        return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case CANCELLED, DONE -> true;
        };
    }
}
