package dev.assay.app.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

import dev.assay.app.config.Environment;

/**
 * Where a command prints, and what it finds around it.
 *
 * @param out the result, for people or programs
 * @param err progress and logs
 */
record Streams(PrintStream out, PrintStream err, Environment environment) {

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
