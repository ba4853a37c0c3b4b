package dev.assay.replica.site;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Visibility;
import dev.assay.replica.world.World;

/** {@code image.getInfinite}: the feed of the site's own pages, which does know {@code ids} (§1.1, §2.3). */
final class ImageInfinite {

    private static final int USUAL_LIMIT = 100;

    private final World world;

    ImageInfinite(World world) {
        this.world = world;
    }

    Trpc page(Json input, boolean signedIn, Strikes strikes) {
        int level = (int) (long) input.at("browsingLevel").integer().orElse(31L);
        // Somebody who is not signed in gets PG, whatever was asked (§2.2).
        int mask = signedIn ? level : 1;
        var ids = input.at("ids").items().stream()
                .flatMap(id -> id.integer().stream())
                .collect(Collectors.toSet());
        long limit = input.at("limit").integer().orElse((long) USUAL_LIMIT);
        var items = world.images().stream()
                .filter(image -> image.posting().visibility() == Visibility.PUBLIC)
                .filter(image -> (image.posting().level() & mask) != 0)
                .filter(image -> asked(image, ids, input))
                .limit(limit)
                .map(image -> Members.without(ImageGetJson.of(image, strikes), "hideMeta"))
                .toList();
        return Trpc.Payload.of(Json.object()
                .put("nextCursor", Json.none())
                .put("items", List.copyOf(items))
                .build());
    }

    private static boolean asked(Image image, Set<Long> ids, Json input) {
        var postId = input.at("postId").integer();
        var imageId = input.at("imageId").integer();
        return (ids.isEmpty() || ids.contains(image.id()))
                && (imageId.isEmpty() || imageId.get() == image.id())
                && (postId.isEmpty() || image.posting().postId().equals(postId));
    }
}
