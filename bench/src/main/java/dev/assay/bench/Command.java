package dev.assay.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program with its arguments.
 *
 * @param variables set in its environment besides those of this process
 */
public record Command(List<String> words, Map<String, String> variables) {

    private static final long MOST_SECONDS = 120;

    public Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** With further arguments. */
    public Command and(String... more) {
        return new Command(Stream.concat(words.stream(), Stream.of(more)).toList(), variables);
    }

    public Command with(String variable, String value) {
        var set = new HashMap<>(variables);
        set.put(variable, value);
        return new Command(words, set);
    }

    /** Runs it to its end; what it prints is thrown away. */
    public void run() throws IOException, InterruptedException {
        run(0);
    }

    /** The same of a program that is to end with that code. */
    public void run(int expected) throws IOException, InterruptedException {
        var process = start(ProcessBuilder.Redirect.DISCARD);
        end(process);
        if (process.exitValue() != expected) {
            throw new IOException(String.join(" ", words) + " ended with " + process.exitValue());
        }
    }

    /** The first line that it prints; empty where it cannot be run or does not end well. */
    public Optional<String> firstLine() throws InterruptedException {
        try {
            var process = start(ProcessBuilder.Redirect.PIPE);
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            end(process);
            return process.exitValue() == 0 ? printed.lines().findFirst() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Starts it, for a conversation over its standard streams. */
    public Process start() throws IOException {
        return start(ProcessBuilder.Redirect.PIPE);
    }

    private Process start(ProcessBuilder.Redirect output) throws IOException {
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(variables);
        return builder.redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", words) + " does not end");
        }
    }

    /** Where a program is, on the path or where administrators' programs are. */
    public static Optional<Path> find(String program) {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Pattern.compile(":")
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
