package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real pictures of every kind can be decoded, and each is itself. */
class CompareConformanceTest {

    @TempDir
    private Path folder;

    private static List<Path> images() throws IOException {
        try (var files = Files.list(Shared.fixtures("images"))) {
            return files.filter(file -> file.toString().matches(".*\\.(png|jpg|webp)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyPictureIsItself() throws IOException {
        var program = Program.in(folder);
        for (var image : images()) {
            var ended = program.run("compare", image.toString(), image.toString(), "--json");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(ended.json().at("likeness").at("identical").bool())
                    .as(image.toString())
                    .contains(true);
        }
    }
}
