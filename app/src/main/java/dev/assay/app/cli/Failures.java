package dev.assay.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonGet;
import dev.assay.app.report.JsonReport;
import dev.assay.app.report.SafeText;
import dev.assay.app.wiring.BadSettingException;
import dev.assay.core.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells why a command came to no result of its own: in words for people, or, with {@code --json}, in one document. What
 * it says may quote what was typed, or what lies on a disk, and is made harmless first.
 */
final class Failures {

    /** The commands whose document is a report. */
    private static final Set<String> REPORTING = Set.of("make", "show");

    private static final String NOTHING_DONE = "Nothing was sent or changed.";

    private final Streams streams;
    private final List<String> arguments;

    Failures(Streams streams, String[] arguments) {
        this.streams = streams;
        this.arguments = List.of(arguments);
    }

    /** The command line cannot be understood. */
    int misunderstood(ParameterException exception) {
        var unmatched =
                exception instanceof UnmatchedArgumentException strange ? strange.getUnmatched() : List.<String>of();
        var what = unmatched.isEmpty()
                ? String.valueOf(exception.getMessage())
                : "\"" + unmatched.getFirst() + "\" is no command or option of this.";
        var command = exception.getCommandLine();
        return tell(new Problem(
                ExitCode.USAGE,
                "command line",
                what,
                NOTHING_DONE,
                "Try '" + command.getCommandSpec().qualifiedName() + " --help'."));
    }

    /** The command was understood, and failed. */
    int failed(Throwable failure, CommandLine command) {
        return switch (failure) {
            case StopException stop ->
                tell(new Problem(stop.code(), name(command), message(stop), meaning(stop), stop.next()));
            case BadSettingException bad ->
                tell(new Problem(
                        ExitCode.USAGE, "settings", message(bad), NOTHING_DONE, "Run assay doctor to see them."));
            default -> defect(failure, command);
        };
    }

    private int defect(Throwable failure, CommandLine command) {
        if (isVeryVerbose()) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            streams.err().println(SafeText.block(trace.toString()));
        }
        return tell(new Problem(
                ExitCode.DEFECT,
                name(command),
                "A defect in Assay itself: " + failure,
                "",
                "Please report it. Run the same command with -vv for the details."));
    }

    /** Whether {@code -v} stands there twice, together or apart. */
    private boolean isVeryVerbose() {
        return arguments.stream()
                        .filter(argument -> argument.matches("-v+"))
                        .mapToInt(argument -> argument.length() - 1)
                        .sum()
                > 1;
    }

    private int tell(Problem problem) {
        if (wantsJson()) {
            streams.out().print(json(problem).writePretty());
        } else {
            streams.err().println("assay: " + SafeText.line(problem.what()));
            if (!problem.next().isEmpty()) {
                streams.err().println(SafeText.line(problem.next()));
            }
        }
        return problem.code().number();
    }

    private Json json(Problem problem) {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        if (command.equals("get")) {
            return JsonGet.failed(problem);
        }
        return REPORTING.contains(command) ? JsonReport.failed(problem) : JsonReport.withoutReport(problem);
    }

    private static String meaning(StopException stop) {
        return stop.code() == ExitCode.USAGE ? NOTHING_DONE : "";
    }

    private static String name(CommandLine command) {
        return command.getCommandName();
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Looked for by hand: a command line that cannot be understood has no parsed options. */
    private boolean wantsJson() {
        return arguments.stream().takeWhile(argument -> !argument.equals("--")).anyMatch("--json"::equals);
    }
}
