package dev.assay.replica.world;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;

/** Puts a {@link Version} together; the model it goes to gives the rest. */
public final class VersionBuilder {

    private static final String MEDIA = "https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA/";

    private final long id;
    private final String name;
    private final String baseModel;
    private final List<ModelFileBuilder> files = new ArrayList<>();
    private final List<Json> images = new ArrayList<>();
    private List<String> trainedWords = List.of();
    private String publishedAt = "2024-01-10T10:30:00.000Z";
    private Access access = Access.PUBLIC;
    private boolean listed = true;
    private long price;

    VersionBuilder(long id, String name, String baseModel) {
        this.id = id;
        this.name = name;
        this.baseModel = baseModel;
    }

    public VersionBuilder file(ModelFileBuilder file) {
        files.add(file);
        return this;
    }

    /** Shows an image. Its metadata come raw, though the author hid them (quirk 38); its id is only in the URL. */
    public VersionBuilder image(Image image) {
        boolean hidden = image.posting().hideMeta();
        images.add(Json.object()
                .put("url", MEDIA + image.picture().uuid() + "/width=450/" + image.id() + ".jpeg")
                .put("nsfwLevel", image.posting().level())
                .put("width", image.picture().width())
                .put("height", image.picture().height())
                .put("hash", image.picture().blurHash().map(Json::of).orElse(Json.none()))
                .put("type", image.picture().type())
                .put("hasMeta", !hidden && !image.meta().isNull())
                .put("meta", image.meta())
                .build());
        return this;
    }

    public VersionBuilder trainedWords(String... words) {
        this.trainedWords = List.of(words);
        return this;
    }

    /** ISO instant; the oldest version wins a look-up by hash. */
    public VersionBuilder publishedAt(String instant) {
        this.publishedAt = instant;
        return this;
    }

    public VersionBuilder access(Access who) {
        this.access = who;
        return this;
    }

    /** A download costs so many Buzz; the replica's callers have none. */
    public VersionBuilder price(long buzz) {
        this.price = buzz;
        this.access = Access.EARLY_ACCESS;
        return this;
    }

    /** The model's own answer will not name this version (quirk 16). */
    public VersionBuilder unlisted() {
        this.listed = false;
        return this;
    }

    Version build(long modelId, String modelName, String modelType) {
        var stored = files.stream().map(file -> file.build(id)).toList();
        return new Version(id, modelId, body(modelId, modelName, modelType, stored), access, stored, listed);
    }

    private Json body(long modelId, String modelName, String modelType, List<ModelFile> stored) {
        boolean archived = access == Access.ARCHIVED;
        var model = Json.object()
                .put("name", modelName)
                .put("type", modelType)
                .put("nsfw", false)
                .put("poi", false);
        var body = Json.object()
                .put("id", id)
                .put("modelId", modelId)
                .put("name", name)
                .put("nsfwLevel", 1)
                .put("createdAt", publishedAt)
                .put("updatedAt", publishedAt)
                .put("status", "Published")
                .put("publishedAt", publishedAt)
                .put("trainedWords", trainedWords.stream().map(Json::of).toList())
                .put("trainingStatus", Json.none())
                .put("trainingDetails", Json.none())
                .put("baseModel", baseModel)
                .put("baseModelType", modelType.equals("Checkpoint") ? Json.of("Standard") : Json.none())
                .put("description", Json.none())
                .put("uploadType", "Created")
                .put("usageControl", access == Access.DOWNLOADS_DISABLED ? "Generation" : "Download")
                .put("availability", access == Access.EARLY_ACCESS ? "EarlyAccess" : "Public")
                .put("air", Air.of(baseModel, modelType, modelId, id))
                .put(
                        "stats",
                        Json.object()
                                .put("downloadCount", 1234)
                                .put("thumbsUpCount", 56)
                                .build())
                .put("model", (archived ? model.put("mode", "Archived") : model).build())
                .put(
                        "files",
                        archived
                                ? List.of()
                                : stored.stream().map(ModelFile::body).toList())
                .put("images", images);
        if (access == Access.EARLY_ACCESS) {
            body.put("earlyAccessEndsAt", "2027-01-01T00:00:00.000Z");
        }
        if (price > 0) {
            body.put("paidAccess", Json.object().put("downloadPrice", price).build());
        }
        if (!archived) {
            body.put("downloadUrl", "https://civitai.com/api/download/models/" + id);
        }
        return body.build();
    }
}
