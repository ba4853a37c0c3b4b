package dev.assay.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Environment;
import picocli.CommandLine;

/** Puts the commands together and runs one. */
public final class CommandLines {

    private CommandLines() {}

    /** Runs the command on the process's own streams, and returns its exit code. */
    public static int run(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var streams = new Streams(out, err, System.in, Environment.ofProcess());
        var code = run(args, streams);
        out.flush();
        // A full disk or a closed pipe behind the output must not count as success.
        return out.checkError() && code == ExitCode.OK.number() ? ExitCode.THIS_COMPUTER.number() : code;
    }

    /** Runs the command on these streams. */
    static int run(String[] args, Streams streams) {
        var failures = new Failures(streams, args);
        var line = new CommandLine(new AssayCommand(), new CommandFactory(streams));
        new Subcommands(AssayCommand.COMMANDS).addTo(line, args);
        // An argument is what it says: a file may be called "@portrait.png".
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                streams.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((exception, _) -> failures.misunderstood(exception));
        line.setExecutionExceptionHandler((exception, command, _) -> failures.failed(exception, command));
        try {
            return line.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Whatever was too deep or too large for this computer is no reason for a trace on the user's screen.
            return failures.failed(e, line);
        }
    }
}
