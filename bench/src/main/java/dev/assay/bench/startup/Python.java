package dev.assay.bench.startup;

import java.util.Optional;

import dev.assay.bench.Command;

/**
 * A Python that has {@code requests}.
 *
 * @param executable the interpreter itself
 * @param name with its versions
 */
record Python(String executable, String name) {

    private static final String WHO = "import sys, requests; print(sys.executable, '|', 'Python',"
            + " sys.version.split()[0], 'with requests', requests.__version__)";

    /** The one of the path, else the system's own. */
    static Optional<Python> withRequests() throws InterruptedException {
        var found = named("python3");
        return found.isPresent() ? found : named("/usr/bin/python3");
    }

    private static Optional<Python> named(String program) throws InterruptedException {
        return Command.of(program, "-c", WHO)
                .firstLine()
                .map(line -> line.split(" \\| ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Python(parts[0], parts[1]));
    }

    Command importingRequests() {
        return Command.of(executable, "-c", "import requests");
    }
}
