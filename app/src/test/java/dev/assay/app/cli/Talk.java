package dev.assay.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** A conversation with {@code assay mcp} line by line, for what the SDK's client does not say. */
final class Talk implements AutoCloseable {

    private final Process process;
    private final Path errors;
    private final Writer in;
    private final BufferedReader out;
    private final List<Json> heard = new ArrayList<>();

    private Talk(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it. */
    static Talk with(Program program) throws IOException {
        var errors = program.folder().resolve("mcp.err");
        var builder = new ProcessBuilder(program.commandLine("mcp"))
                .directory(program.folder().toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(program.variables());
        return new Talk(builder.start(), errors);
    }

    /** As every conversation begins. */
    Talk introduced() throws IOException {
        request(
                "first",
                "initialize",
                Json.object()
                        .put("protocolVersion", "2025-06-18")
                        .put("capabilities", Json.object().build())
                        .put(
                                "clientInfo",
                                Json.object()
                                        .put("name", "test")
                                        .put("version", "1")
                                        .build())
                        .build());
        answer("first");
        notify("notifications/initialized", Json.object().build());
        return this;
    }

    void call(String id, String tool, Json arguments) throws IOException {
        request(
                id,
                "tools/call",
                Json.object().put("name", tool).put("arguments", arguments).build());
    }

    void request(String id, String method, Json params) throws IOException {
        line(Json.object()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("method", method)
                .put("params", params)
                .build()
                .write());
    }

    void notify(String method, Json params) throws IOException {
        line(Json.object()
                .put("jsonrpc", "2.0")
                .put("method", method)
                .put("params", params)
                .build()
                .write());
    }

    void line(String text) throws IOException {
        in.write(text + "\n");
        in.flush();
    }

    /** The next line, as it is. */
    String hear() throws IOException {
        var line = out.readLine();
        if (line == null) {
            throw new AssertionError("it has hung up");
        }
        try {
            heard.add(Json.parse(line));
            return line;
        } catch (MalformedJsonException e) {
            throw new AssertionError("no message of the protocol: " + line, e);
        }
    }

    /** The answer to that request, and whatever comes before is remembered. */
    String answer(String id) throws IOException {
        String line;
        do {
            line = hear();
        } while (!heard.getLast().at("id").equals(Json.of(id)));
        return line;
    }

    /** All that was heard. */
    List<Json> heard() {
        return List.copyOf(heard);
    }

    /** Hangs up. */
    void hangUp() throws IOException {
        in.close();
    }

    /** Lets a moment pass; false where it has ended meanwhile. */
    boolean goesOn() throws InterruptedException {
        return !process.waitFor(2, TimeUnit.MILLISECONDS);
    }

    /** How it ended by itself. */
    int end() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    String rest() throws IOException {
        return out.lines().reduce("", String::concat);
    }

    Path errors() {
        return errors;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
