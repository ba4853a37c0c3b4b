package dev.assay.bench.laps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import dev.assay.bench.Command;

/** A process that does the same work each time a line comes, and says when it is done. Its start is not timed. */
public final class Worker implements AutoCloseable {

    private final Command command;
    private final Process process;
    private final Writer orders;
    private final BufferedReader reports;

    private Worker(Command command, Process process) {
        this.command = command;
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.reports = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it. */
    public static Worker start(Command command) throws IOException {
        return new Worker(command, command.start());
    }

    /** Lets it do its work once. */
    public void lap() throws IOException {
        orders.write("go\n");
        orders.flush();
        if (reports.readLine() == null) {
            throw new IOException(String.join(" ", command.words()) + " has ended");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
