package dev.assay.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Environment;
import dev.assay.app.report.SafeText;
import dev.assay.app.wiring.BadSettingException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together and runs one. */
public final class CommandLines {

    private CommandLines() {}

    /** Runs the command on the process's own streams, and returns its exit code. */
    public static int run(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var streams = new Streams(out, err, Environment.ofProcess());
        var code = run(args, streams);
        out.flush();
        // A full disk or a closed pipe behind the output must not count as success.
        return out.checkError() && code == ExitCode.OK.number() ? ExitCode.THIS_COMPUTER.number() : code;
    }

    /** Runs the command on these streams. */
    static int run(String[] args, Streams streams) {
        var line = new CommandLine(new AssayCommand(), new CommandFactory(streams));
        new Subcommands(AssayCommand.COMMANDS).addTo(line, args);
        // An argument is what it says: a file may be called "@portrait.png".
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                streams.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((exception, _) -> misunderstood(exception, streams));
        line.setExecutionExceptionHandler((exception, _, _) -> defect(exception, args, streams));
        return line.execute(args);
    }

    private static int misunderstood(ParameterException exception, Streams streams) {
        var unmatched =
                exception instanceof UnmatchedArgumentException strange ? strange.getUnmatched() : List.<String>of();
        streams.err()
                .println("assay: "
                        + (unmatched.isEmpty()
                                ? exception.getMessage()
                                : "\"" + SafeText.line(unmatched.getFirst()) + "\" is no command or option of this."));
        var command = exception.getCommandLine().getCommandSpec().qualifiedName();
        streams.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE.number();
    }

    private static int defect(Exception exception, String[] args, Streams streams) {
        if (exception instanceof StopException stop) {
            streams.err().println("assay: " + stop.getMessage());
            return stop.code().number();
        }
        if (exception instanceof BadSettingException bad) {
            streams.err().println("assay: " + bad.getMessage());
            return ExitCode.USAGE.number();
        }
        streams.err().println("assay: a defect in Assay itself: " + exception);
        if (Arrays.asList(args).contains("-vv")) {
            exception.printStackTrace(streams.err());
        } else {
            streams.err().println("Please report it. Run the same command with -vv for the details.");
        }
        return ExitCode.DEFECT.number();
    }
}
