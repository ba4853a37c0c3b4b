package dev.assay.app.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that is being written: nothing in it is compressed, and it is for this version of Java only. */
final class PackedJar implements AutoCloseable {

    private static final String SERVICES = "META-INF/services/";

    private final JarOutputStream out;
    private final Set<String> names = new HashSet<>();
    private final Map<String, ByteArrayOutputStream> services = new TreeMap<>();

    PackedJar(OutputStream out) throws IOException {
        this.out = new JarOutputStream(out);
    }

    /** Adds what is in the jar; of what several jars have under one name, the first stays. */
    void addAll(Path jar) throws IOException {
        // What a jar keeps for several versions of Java becomes what this one would see.
        try (var opened = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (var entry : (Iterable<JarEntry>) opened.versionedStream()::iterator) {
                try (var stream = opened.getInputStream(entry)) {
                    add(entry.getName(), stream.readAllBytes());
                }
            }
        }
    }

    private void add(String name, byte[] content) throws IOException {
        if (name.endsWith("/") || isAboutItsJar(name)) {
            return;
        }
        if (name.startsWith(SERVICES)) {
            var lines = services.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
            lines.write(content);
            lines.write('\n');
        } else if (names.add(name)) {
            put(name, name.endsWith(".class") ? OldClass.modernised(content) : content);
        }
    }

    /** The manifest, the signatures over it, and the module that the jar is: none of them is true of the whole. */
    private static boolean isAboutItsJar(String name) {
        return name.equals(JarFile.MANIFEST_NAME)
                || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC|LIST)")
                || name.equals("module-info.class");
    }

    private void put(String name, byte[] content) throws IOException {
        var check = new CRC32();
        check.update(content);
        var entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(check.getValue());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            for (var service : services.entrySet()) {
                put(service.getKey(), service.getValue().toByteArray());
            }
        }
    }
}
