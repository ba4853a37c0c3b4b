package dev.assay.app.cli;

import picocli.CommandLine;

/** Puts the commands together and runs one. */
public final class CommandLines {

    private CommandLines() {}

    /** Runs the command and returns its exit code. */
    public static int run(String[] args) {
        return new CommandLine(new AssayCommand()).execute(args);
    }
}
