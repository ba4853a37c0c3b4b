package dev.assay.app.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

import dev.assay.app.config.Environment;
import dev.assay.models.progress.Progress;

/**
 * Where a command prints, and what it finds around it.
 *
 * @param out the result, for people or programs
 * @param err progress and logs
 * @param in what the user hands in, where they say {@code -}
 * @param watcher hears of all progress besides
 */
record Streams(PrintStream out, PrintStream err, InputStream in, Environment environment, Progress watcher) {

    /** Nobody hears of progress besides. */
    Streams(PrintStream out, PrintStream err, InputStream in, Environment environment) {
        this(out, err, in, environment, Progress.silent());
    }

    /** Whether somebody is watching and can be asked. */
    boolean interactive() {
        return console().isPresent();
    }

    /** The terminal, where there is one. */
    Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** Colour is for terminals only, and {@code NO_COLOR} forbids it. */
    boolean colours() {
        return interactive() && environment.variable("NO_COLOR").isEmpty() && !isDumb();
    }

    /**
     * Whether a line of progress may be written over the one before. Java does not tell where standard error goes: the
     * launcher does, where that is no terminal.
     */
    boolean rewritesLines() {
        return interactive()
                && !isDumb()
                && environment.variable("ASSAY_PLAIN_PROGRESS").isEmpty();
    }

    private boolean isDumb() {
        return environment.variable("TERM").filter("dumb"::equals).isPresent();
    }
}
