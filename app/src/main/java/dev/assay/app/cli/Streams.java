package dev.assay.app.cli;

import java.io.PrintStream;

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
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** Colour is for terminals only, and {@code NO_COLOR} forbids it. */
    boolean colours() {
        return interactive()
                && environment.variable("NO_COLOR").isEmpty()
                && !environment.variable("TERM").filter("dumb"::equals).isPresent();
    }
}
