package dev.assay.replica.site;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Visibility;

/** The payload of {@code image.get} (§2.3): the URL is a bare uuid, the level a number. */
final class ImageGetJson {

    private static final String OTHER_UUID = "00000000-1111-4222-8333-444444444444";

    private ImageGetJson() {}

    static Json of(Image image, Strikes strikes) {
        return contradicted(image.captured().get().orElseGet(() -> payload(image)), strikes);
    }

    private static Json payload(Image image) {
        var picture = image.picture();
        var posting = image.posting();
        boolean hasMeta = !image.meta().isNull() && !posting.hideMeta();
        return Json.object()
                .put("id", image.id())
                .put("name", picture.name())
                .put("url", picture.uuid())
                .put("height", picture.height())
                .put("width", picture.width())
                .put("index", 0)
                .put("hash", picture.blurHash().map(Json::of).orElse(Json.none()))
                .put("hideMeta", posting.hideMeta())
                .put("createdAt", posting.createdAt())
                .put("mimeType", picture.type().equals("video") ? "video/mp4" : "image/jpeg")
                .put("scannedAt", posting.createdAt())
                .put("needsReview", Json.none())
                .put("postId", posting.postId().map(Json::of).orElse(Json.none()))
                .put("ingestion", "Scanned")
                .put("blockedFor", Json.none())
                .put("type", picture.type())
                .put("nsfwLevel", posting.level())
                .put("minor", false)
                .put("poi", posting.visibility() == Visibility.LINK_ONLY)
                .put("hasMeta", hasMeta)
                .put(
                        "hasPositivePrompt",
                        hasMeta && image.meta().at("prompt").text().isPresent())
                .put("onSite", false)
                .put("remixOfId", Json.none())
                .put("availability", "Public")
                .put("publishedAt", posting.createdAt())
                .put(
                        "user",
                        Json.object()
                                .put("id", 1000 + image.id() % 1000)
                                .put(
                                        "username",
                                        posting.username().map(Json::of).orElse(Json.none()))
                                .put("deletedAt", Json.none())
                                .build())
                .build();
    }

    private static Json contradicted(Json payload, Strikes strikes) {
        var json = payload;
        if (strikes.by(Fault.CONTRADICTING_UUID)) {
            json = Members.with(json, "url", Json.of(OTHER_UUID));
        }
        if (strikes.by(Fault.CONTRADICTING_POST)) {
            json = Members.with(
                    json, "postId", Json.of(json.at("postId").integer().orElse(0L) + 1));
        }
        if (strikes.by(Fault.CONTRADICTING_SIZE)) {
            json = Members.with(json, "width", json.at("height"));
            json = Members.with(
                    json, "height", Json.of(payload.at("width").integer().orElse(0L) + 1));
        }
        return json;
    }
}
