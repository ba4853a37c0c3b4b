package dev.assay.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.SiteHashes;

/** Model files of a program's ComfyUI, and what its library says of them. */
final class Shelf {

    private final Program program;

    Shelf(Program program) {
        this.program = program;
    }

    Path models() {
        return program.comfy().resolve("models");
    }

    /** Puts a file below {@code models}. */
    Path put(String path, Bytes content) {
        var file = models().resolve(path);
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Json scan(String... more) {
        return run("scan", more).json();
    }

    Json list(String... more) {
        return run("list", more).json();
    }

    Program.Ended run(String command, String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "library";
        arguments[1] = command;
        arguments[2] = "--json";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return program.run(arguments);
    }

    /** A hash of a content as the site prints it; empty where it has none of that kind. */
    static String hash(Bytes content, String kind) {
        return SiteHashes.of(content).getOrDefault(kind, "");
    }

    /** What the list says of the file of that name in ComfyUI's list. */
    static Json file(Json list, String name) {
        return find(list, name).orElseThrow(() -> new AssertionError(name + " is not in " + list.writePretty()));
    }

    static Optional<Json> find(Json list, String name) {
        return list.at("files").items().stream()
                .filter(file -> file.at("name").text().equals(Optional.of(name)))
                .findFirst();
    }

    static List<String> names(Json list) {
        return list.at("files").items().stream()
                .map(file -> file.at("name").text().orElseThrow())
                .sorted()
                .toList();
    }
}
