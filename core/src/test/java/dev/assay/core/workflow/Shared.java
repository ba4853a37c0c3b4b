package dev.assay.core.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real workflows and node definitions beside the project; a test that needs them is skipped where they are not. */
public final class Shared {

    private Shared() {}

    /** A file or folder below {@code ../shared}. */
    public static Path path(String name) {
        var root = root(Path.of(System.getProperty("user.dir", "")).toAbsolutePath());
        assumeTrue(root != null, "needs ../shared");
        return root == null ? Path.of(name) : root.resolve(name);
    }

    public static Json json(String name) {
        return json(path(name));
    }

    public static Json json(Path file) {
        try {
            return WorkflowText.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static @Nullable Path root(@Nullable Path from) {
        if (from == null) {
            return null;
        }
        var shared = from.resolve("shared");
        return Files.isDirectory(shared.resolve("fixtures")) ? shared : root(from.getParent());
    }
}
