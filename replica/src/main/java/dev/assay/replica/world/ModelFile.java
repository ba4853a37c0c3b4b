package dev.assay.replica.world;

import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;

/**
 * A file of a version.
 *
 * @param body the file object, as the site lists it
 * @param bytes the content; none for captured files, which cannot be downloaded
 */
public record ModelFile(long id, String name, Json body, Optional<Bytes> bytes) {

    public boolean primary() {
        return body.at("primary").bool().orElse(false);
    }

    /** Starts a file with that content. Type {@code Model}, clean scans; hashes and size follow from the content. */
    public static ModelFileBuilder of(long id, String name, Bytes bytes) {
        return new ModelFileBuilder(id, name, bytes);
    }
}
