package dev.assay.app.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts the program and its libraries into one jar, which the JVM starts from faster than from a dozen: one file to open,
 * nothing to inflate, and no class that its archive refuses.
 */
public final class Packing {

    private Packing() {}

    /** Arguments: the folder of the jars, and the jar to write. */
    public static void main(String[] args) throws IOException {
        try (var out = Files.newOutputStream(Path.of(args[1]))) {
            pack(jars(Path.of(args[0])), out);
        }
    }

    static void pack(List<Path> jars, OutputStream out) throws IOException {
        try (var packed = new PackedJar(out)) {
            for (var jar : jars) {
                packed.addAll(jar);
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
