package dev.assay.core.workflow.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Since which version ComfyUI has a class of nodes, as far as its own texts tell. A newly known one is a line of the table. */
public final class CoreSince {

    private static final String RESOURCE = "core-since.tsv";

    private final Map<String, String> versions;

    private CoreSince(Map<String, String> versions) {
        this.versions = versions;
    }

    /** Reads the table. */
    public static CoreSince load() {
        try (var stream = CoreSince.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the table of versions is not in this build");
            }
            return new CoreSince(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that brought the class, such as {@code 0.3.51}; empty where nobody is known to say. */
    public Optional<String> of(String type) {
        return Optional.ofNullable(versions.get(type));
    }

    /** What to do where a server lacks a class: a sentence. */
    public String advice(String type) {
        if (NodeDefinitions.core().find(type).isEmpty()) {
            return "Install the pack of custom nodes that brings it, for example with ComfyUI-Manager, or update ComfyUI.";
        }
        return of(type).map(version -> "It is ComfyUI's own, since version " + version + ": update ComfyUI.")
                .orElse("It is ComfyUI's own: update ComfyUI.");
    }
}
