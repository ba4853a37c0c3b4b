package dev.assay.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.app.Main;
import dev.assay.app.config.Environment;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;

/** The program as its user runs it, in a folder of its own with an empty ComfyUI, against a replica. */
final class Program {

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    private Program(Path folder) {
        this.folder = folder;
        variables.put("ASSAY_HOME", folder.resolve("home").toString());
        variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        variables.put("COMFYUI_ROOT", comfy().toString());
    }

    static Program in(Path folder) {
        try {
            for (var kind : List.of("checkpoints", "loras", "vae", "embeddings", "upscale_models")) {
                Files.createDirectories(folder.resolve("ComfyUI/models").resolve(kind));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(folder);
    }

    /** Against this replica. */
    Program at(Replica replica) {
        return with("ASSAY_CIVITAI_URL", replica.site().toString());
    }

    Program key(String key) {
        return with("CIVITAI_API_KEY", key);
    }

    Program with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Program without(String variable) {
        variables.remove(variable);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path comfy() {
        return folder.resolve("ComfyUI");
    }

    /** The models that are there under their final names, relative to {@code models}. */
    List<String> models() {
        var models = comfy().resolve("models");
        try (var files = Files.walk(models)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> models.relativize(file).toString())
                    .filter(name -> !name.contains(".assay-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workflows that were written into ComfyUI's own folder. */
    List<String> workflows() {
        var workflows = comfy().resolve("user/default/workflows");
        if (!Files.isDirectory(workflows)) {
            return List.of();
        }
        try (var files = Files.list(workflows)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    Ended run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                new Environment(variables, folder, folder));
        var code = CommandLines.run(args, streams);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Starts a command as a process of its own, which can be killed. */
    Process start(String... args) throws IOException {
        var command = commandLine(args);
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** What starts a command as a process of its own. */
    List<String> commandLine(String... args) {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** The environment that it runs in. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** How a run ended, and what it printed. */
    record Ended(int code, String out, String err) {

        /** The document of {@code --json}. */
        Json json() {
            try {
                return Json.parse(out);
            } catch (MalformedJsonException e) {
                throw new AssertionError("no JSON document: " + out, e);
            }
        }

        /** Everything that was printed. */
        String printed() {
            return out + err;
        }
    }
}
