package dev.assay.core.ingredient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;

/** The standard files that Assay knows: a table. */
public final class StandardFiles {

    private static final String RESOURCE = "standard-files.tsv";

    private final List<StandardFile> all;

    private StandardFiles(List<StandardFile> all) {
        this.all = all;
    }

    /** Reads the table that comes with the program; hold on to the result. */
    public static StandardFiles load() {
        var stream = StandardFiles.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of standard files is not in this build");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new StandardFiles(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(StandardFile::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All, in the order of the table. */
    public List<StandardFile> all() {
        return all;
    }

    /**
     * Those of exactly that name. Several are several contents under one name: then a name alone does not tell which is
     * meant.
     */
    public List<StandardFile> named(String name) {
        return all.stream().filter(file -> file.name().equals(name)).toList();
    }

    /** The one with that content, under whatever name. */
    public Optional<StandardFile> withContent(Sha256 hash) {
        return all.stream()
                .filter(file -> file.sha256().filter(hash::equals).isPresent())
                .findFirst();
    }

    /** The one that lies at that place. */
    public Optional<StandardFile> at(String repository, String path) {
        return all.stream()
                .filter(file ->
                        file.repository().equals(repository) && file.path().equals(path))
                .findFirst();
    }
}
