package dev.assay.replica.site;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Image;

/** Posts: the payload of {@code post.get}, and the REST answer of newer servers (§2.3, quirk 65). */
final class PostJson {

    private PostJson() {}

    static Json trpc(long id, Image first) {
        return Json.object()
                .put("id", id)
                .put("nsfwLevel", first.posting().level())
                .put("title", Json.none())
                .put("detail", Json.none())
                .put(
                        "modelVersionId",
                        first.resources().stream()
                                .findFirst()
                                .map(row -> row.at("modelVersionId"))
                                .orElse(Json.none()))
                .put("publishedAt", first.posting().createdAt())
                .put("availability", "Public")
                .put("tags", List.of())
                .put("collectionId", Json.none())
                .put(
                        "user",
                        Json.object()
                                .put(
                                        "username",
                                        first.posting().username().map(Json::of).orElse(Json.none()))
                                .build())
                .build();
    }

    static Json rest(long id, List<Image> images) {
        var items = images.stream()
                .map(image -> Json.object()
                        .put("id", image.id())
                        .put("url", image.picture().uuid())
                        .put("width", image.picture().width())
                        .put("height", image.picture().height())
                        .put("nsfwLevel", image.posting().level())
                        .put("meta", Json.none())
                        .build())
                .toList();
        return Json.object()
                .put("id", id)
                .put("title", Json.none())
                .put("images", items)
                .build();
    }
}
