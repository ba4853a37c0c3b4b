package dev.assay.bench.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.replica.sample.Workflows;

/** Many workflows, made by varying the real ones beside the checkout, or else our own. */
final class SampleWorkflows {

    private SampleWorkflows() {}

    /**
     * Makes them.
     *
     * @return whether they are made from real ones
     */
    static boolean write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var texts = real();
        var sources = texts.isEmpty()
                ? List.of(Workflows.textToImage("base.safetensors", 7).write())
                : texts;
        for (int i = 0; i < count; i++) {
            Files.writeString(
                    folder.resolve(String.format("%05d.json", i)), varied(sources.get(i % sources.size()), i));
        }
        return !texts.isEmpty();
    }

    private static List<String> real() throws IOException {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var fixtures = at.resolve("shared/fixtures/workflows");
            if (Files.isDirectory(fixtures)) {
                try (Stream<Path> files = Files.list(fixtures)) {
                    List<String> texts = new ArrayList<>();
                    for (var file : files.filter(one -> one.toString().endsWith(".json"))
                            .sorted()
                            .toList()) {
                        texts.add(Files.readString(file));
                    }
                    return texts;
                }
            }
        }
        return List.of();
    }

    /** Other names of models, a hundred different ones of each. */
    private static String varied(String text, int number) {
        return text.replaceAll("\\.(safetensors|ckpt|pth)", "_" + number % 100 + ".$1");
    }
}
