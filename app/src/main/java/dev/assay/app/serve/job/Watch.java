package dev.assay.app.serve.job;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.models.progress.Progress;

/** What a worker tells while it works, and how it hears that it is no longer wanted. */
public interface Watch extends Progress {

    /** What is known already: the user need not wait for what follows. */
    void publish(Outcome outcome);

    /** A sentence of what goes on. */
    void say(String sentence);

    /** What is to be done, on another thread, when the user ends it; replaces what was agreed before. */
    void onEnd(Runnable action);

    /** What another job has come to. */
    Optional<Outcome> other(String id);

    /** A folder of this job's own, for what it makes; may not exist yet. */
    Path folder();
}
