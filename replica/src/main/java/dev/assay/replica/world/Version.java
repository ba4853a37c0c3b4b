package dev.assay.replica.world;

import java.util.List;

import dev.assay.core.json.Json;

/**
 * A version of a model.
 *
 * @param body what {@code /api/v1/model-versions/:id} answers
 * @param listed whether the model's own answer names it (quirk 16)
 */
public record Version(long id, long modelId, Json body, Access access, List<ModelFile> files, boolean listed) {

    public Version {
        files = List.copyOf(files);
    }

    /** The member of the body with that name. */
    public Json at(String key) {
        return body.at(key);
    }

    /** Starts a version. */
    public static VersionBuilder of(long id, String name, String baseModel) {
        return new VersionBuilder(id, name, baseModel);
    }
}
