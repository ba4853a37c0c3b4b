package dev.assay.app;

import dev.assay.app.cli.CommandLines;

/** The program's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return CommandLines.run(args);
    }
}
