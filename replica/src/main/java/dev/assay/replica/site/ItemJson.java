package dev.assay.replica.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/** Items of {@code /images} (§1.6). */
final class ItemJson {

    private static final Duration SKEW = Duration.ofSeconds(41);

    private final World world;

    ItemJson(World world) {
        this.world = world;
    }

    /** Captured items go out as they are, but for {@code meta}, which is null unless asked for. */
    Json of(Image image, ImagesQuery query, MetaShape shape) {
        var captured = image.captured().item();
        if (captured.isPresent()) {
            return query.withMeta() ? captured.get() : Members.with(captured.get(), "meta", Json.none());
        }
        var picture = image.picture();
        var posting = image.posting();
        var word = Levels.word(posting.level());
        return Json.object()
                .put("id", image.id())
                .put("url", url(picture))
                .put("hash", picture.blurHash().map(Json::of).orElse(Json.none()))
                .put("width", picture.width())
                .put("height", picture.height())
                .put("nsfwLevel", word)
                .put("type", picture.type())
                .put("nsfw", !word.equals("None"))
                .put("browsingLevel", posting.level())
                .put("createdAt", query.legacy() ? posting.createdAt() : published(posting))
                .put("postId", posting.postId().map(Json::of).orElse(Json.none()))
                .put("stats", stats(image.id()))
                .put("meta", shape.of(image, query))
                .put("username", posting.username().map(Json::of).orElse(Json.none()))
                .put(
                        "baseModel",
                        query.legacy() ? posting.baseModel().map(Json::of).orElse(Json.none()) : allBases(image))
                .put("modelVersionIds", versionIds(image).stream().map(Json::of).toList())
                .build();
    }

    /** The extension follows the type of media, not the content (quirk 61). */
    private String url(Image.Picture picture) {
        var extension = switch (picture.type()) {
            case "video" -> "mp4";
            case "audio" -> "mp3";
            default -> "jpeg";
        };
        return world.mediaBase() + "/" + picture.uuid() + "/original=true/" + picture.uuid() + "." + extension;
    }

    /** The search index dates an image by its publication, a little later than its upload (quirks 24, 39). */
    private static String published(Image.Posting posting) {
        return Instant.parse(posting.createdAt()).plus(SKEW).toString();
    }

    /** The search index runs the bases of all checkpoints together (quirk 25). */
    private static Json allBases(Image image) {
        return Json.of(image.resources().stream()
                .filter(row -> row.at("modelType").text().equals(Optional.of("Checkpoint")))
                .map(row -> row.at("baseModel").text().orElse(""))
                .collect(Collectors.joining()));
    }

    private static Set<Long> versionIds(Image image) {
        var ids = new LinkedHashSet<>(image.otherVersionIds());
        image.resources().forEach(row -> row.at("modelVersionId").integer().ifPresent(ids::add));
        return ids;
    }

    private static Json stats(long id) {
        var stats = Json.object();
        for (var name : List.of("cryCount", "laughCount", "likeCount", "dislikeCount", "heartCount", "commentCount")) {
            stats.put(name, name.equals("dislikeCount") ? BigDecimal.ZERO : BigDecimal.valueOf(id % 97));
        }
        return stats.build();
    }
}
