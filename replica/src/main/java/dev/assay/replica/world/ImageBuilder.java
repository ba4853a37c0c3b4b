package dev.assay.replica.world;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;

/** Puts an {@link Image} together; whatever is not said is plain and harmless. */
public final class ImageBuilder {

    private final long id;
    private final List<Json> resources = new ArrayList<>();
    private final List<Long> otherVersionIds = new ArrayList<>();
    private String uuid;
    private String name;
    private int width = 1024;
    private int height = 1024;
    private String type = "image";
    private Optional<String> blurHash = Optional.of("U6A0tB-oD*0L~pE10KD*xYW=M{%1");
    private Optional<Bytes> original = Optional.empty();
    private Optional<Long> postId;
    private Optional<String> username = Optional.of("somebody");
    private Optional<String> baseModel = Optional.empty();
    private String createdAt = "2025-10-01T12:00:00.000Z";
    private int level = 1;
    private Visibility visibility = Visibility.PUBLIC;
    private boolean hideMeta;
    private Json meta = Json.none();
    private Image.Captured captured = Image.Captured.nothing();

    ImageBuilder(long id) {
        this.id = id;
        this.uuid = UUID.nameUUIDFromBytes(("image " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
        this.name = id + ".png";
        this.postId = Optional.of(id / 10 + 1);
    }

    public ImageBuilder uuid(String key) {
        this.uuid = key;
        return this;
    }

    public ImageBuilder name(String fileName) {
        this.name = fileName;
        return this;
    }

    public ImageBuilder size(int pixelsWide, int pixelsHigh) {
        this.width = pixelsWide;
        this.height = pixelsHigh;
        return this;
    }

    public ImageBuilder type(String mediaType) {
        this.type = mediaType;
        return this;
    }

    public ImageBuilder blurHash(String hash) {
        this.blurHash = Optional.of(hash);
        return this;
    }

    public ImageBuilder original(Bytes file) {
        this.original = Optional.of(file);
        return this;
    }

    public ImageBuilder post(long post) {
        this.postId = Optional.of(post);
        return this;
    }

    public ImageBuilder withoutPost() {
        this.postId = Optional.empty();
        return this;
    }

    public ImageBuilder username(String author) {
        this.username = Optional.of(author);
        return this;
    }

    public ImageBuilder baseModel(String base) {
        this.baseModel = Optional.of(base);
        return this;
    }

    public ImageBuilder createdAt(String instant) {
        this.createdAt = instant;
        return this;
    }

    /** Browsing level: 1 PG, 2 PG-13, 4 R, 8 X, 16 XXX, 32 blocked. */
    public ImageBuilder level(int browsingLevel) {
        this.level = browsingLevel;
        return this;
    }

    public ImageBuilder visibility(Visibility who) {
        this.visibility = who;
        return this;
    }

    public ImageBuilder hideMeta() {
        this.hideMeta = true;
        return this;
    }

    public ImageBuilder meta(Json stored) {
        this.meta = stored;
        return this;
    }

    /** Links a version of a model, with the strength that the site noted, if any. */
    public ImageBuilder resource(Model model, long versionId, Optional<BigDecimal> strength) {
        var version = model.version(versionId);
        return row(Json.object()
                .put("imageId", id)
                .put("modelVersionId", versionId)
                .put("strength", strength.map(Json::of).orElse(Json.none()))
                .put("modelId", model.id())
                .put("modelName", model.name())
                .put("modelType", model.type())
                .put("versionId", versionId)
                .put("versionName", version.at("name"))
                .put("baseModel", version.at("baseModel"))
                .build());
    }

    /** Adds a resource row as it is. */
    public ImageBuilder row(Json resource) {
        resources.add(resource);
        return this;
    }

    /** Lists a version that is no resource of the image (quirk 26). */
    public ImageBuilder otherVersion(long versionId) {
        otherVersionIds.add(versionId);
        return this;
    }

    public ImageBuilder captured(Image.Captured answers) {
        this.captured = answers;
        return this;
    }

    public Image build() {
        return new Image(
                id,
                new Image.Picture(uuid, name, width, height, type, blurHash, original),
                new Image.Posting(postId, username, baseModel, createdAt, level, visibility, hideMeta),
                meta,
                resources,
                otherVersionIds,
                captured);
    }
}
