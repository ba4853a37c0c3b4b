package dev.assay.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Real answers and files, where they lie beside the checkout. */
final class Shared {

    private Shared() {}

    /** A folder below {@code ../shared/fixtures}; where there is none, the test is skipped, visibly. */
    static Path fixtures(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/fixtures").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return Assumptions.abort("needs ../shared");
    }
}
