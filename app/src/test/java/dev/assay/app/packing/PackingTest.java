package dev.assay.app.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.core.json.JsonFactory;

import static org.assertj.core.api.Assertions.assertThat;

class PackingTest {

    @TempDir
    private Path folder;

    @Test
    void givesOldClassesAFormThatTheArchiveTakes() throws Exception {
        var picocli = jarOf(CommandLine.class);
        assertThat(majorVersion(content(picocli), "picocli/CommandLine.class")).isLessThan(50);
        var packed = pack(picocli);
        assertThat(content(packed).keySet())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> majorVersion(content(packed), name) >= 50);
    }

    /** A class that is initialised was verified before. */
    @Test
    void everyClassOfAnOldLibraryStillWorks() throws Exception {
        var packed = pack(jarOf(CommandLine.class));
        var beside = ClassLoader.getPlatformClassLoader();
        try (var loader = new URLClassLoader(new URL[] {packed.toUri().toURL()}, beside)) {
            for (var name : content(packed).keySet()) {
                if (name.startsWith("picocli/") && !name.contains("groovy")) {
                    Class.forName(name.replace('/', '.').replace(".class", ""), true, loader);
                }
            }
        }
    }

    @Test
    void takesWhatALibraryHasForThisVersionOfJava() throws Exception {
        var jackson = jarOf(JsonFactory.class);
        assertThat(content(jackson).keySet()).anyMatch(name -> name.startsWith("META-INF/versions/"));
        assertThat(content(pack(jackson)).keySet()).noneMatch(name -> name.startsWith("META-INF/versions/"));
    }

    @Test
    void joinsWhatSeveralLibrariesOffer() throws Exception {
        var packed = pack(
                jar("one.jar", Map.of("META-INF/services/a.B", "one.Impl")),
                jar("two.jar", Map.of("META-INF/services/a.B", "two.Impl", "META-INF/X.SF", "signature")));
        assertThat(content(packed)).containsOnlyKeys("META-INF/services/a.B");
        assertThat(new String(content(packed).get("META-INF/services/a.B"), StandardCharsets.UTF_8))
                .containsSubsequence("one.Impl\n", "two.Impl\n");
    }

    private Path pack(Path... jars) throws IOException {
        var out = new ByteArrayOutputStream();
        Packing.pack(List.of(jars), out);
        return Files.write(folder.resolve("packed.jar"), out.toByteArray());
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        var jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static Path jarOf(Class<?> type) throws Exception {
        URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(location);
    }

    private static Map<String, byte[]> content(Path jar) {
        Map<String, byte[]> content = new HashMap<>();
        try (var opened = new JarFile(jar.toFile())) {
            for (var entry : (Iterable<JarEntry>) opened.stream()::iterator) {
                try (var stream = opened.getInputStream(entry)) {
                    content.put(entry.getName(), stream.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return content;
    }

    private static int majorVersion(Map<String, byte[]> content, String name) {
        var bytes = content.getOrDefault(name, new byte[8]);
        return ((bytes[6] & 0xff) << 8) | (bytes[7] & 0xff);
    }
}
