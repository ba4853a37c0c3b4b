package dev.assay.core.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** Real inputs that lie beside the project, where they do. */
public final class SharedFixtures {

    private SharedFixtures() {}

    /** A folder of real inputs; the test is skipped where there is none. */
    public static Path folder(String name) {
        for (var at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            var beside = at.resolve("shared/fixtures").resolve(name);
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        Assumptions.abort("needs ../shared");
        throw new AssertionError("unreachable");
    }

    public static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(folder(folder))) {
            return files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
