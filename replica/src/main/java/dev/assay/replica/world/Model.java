package dev.assay.replica.world;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A model and its versions, the latest first.
 *
 * @param shown whether {@code /api/v1/models/:id} answers at all; its versions may be had all the same (quirk 16)
 * @param captured the raw answer, in place of one put together
 */
public record Model(long id, String name, String type, boolean shown, List<Version> versions, Optional<Json> captured) {

    public Model {
        versions = List.copyOf(versions);
    }

    /** Starts a model. */
    public static ModelBuilder of(long id, String name, String type) {
        return new ModelBuilder(id, name, type);
    }

    /** The version of that id, which must be there. */
    public Version version(long versionId) {
        return versions.stream()
                .filter(version -> version.id() == versionId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model " + id + " has no version " + versionId));
    }
}
