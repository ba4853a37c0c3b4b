package dev.assay.replica.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Visibility;
import dev.assay.replica.world.World;

/** Which images a query finds, in which order (§1.2, §1.3). */
final class Feed {

    private final World world;

    Feed(World world) {
        this.world = world;
    }

    List<Image> find(ImagesQuery query, Strikes strikes) {
        var filters = query.filters();
        boolean ignoreImage = filters.image().isPresent() && strikes.by(Fault.IGNORE_IMAGE_ID);
        boolean ignorePost = filters.post().isPresent() && strikes.by(Fault.IGNORE_POST_ID);
        if (ignoreImage || ignorePost) {
            // As in 2024 and 2025: the filter is gone, and the global feed comes back.
            return world.images().stream().filter(Feed::listed).toList();
        }
        // An id lookup is one SQL query with an OFFSET: there is no second page of it.
        if (filters.image().isPresent() && query.page().orElse(1) > 1) {
            return List.of();
        }
        var found = new ArrayList<>(world.images().stream()
                .filter(image -> visible(image, query.mask()))
                .filter(image ->
                        query.type().map(image.picture().type()::equals).orElse(true))
                .filter(image -> matches(image, filters))
                .toList());
        sort(found, query.sort());
        return found;
    }

    private static boolean listed(Image image) {
        return image.posting().visibility() == Visibility.PUBLIC
                && image.posting().level() == 1;
    }

    private static boolean visible(Image image, int mask) {
        if ((image.posting().level() & mask) == 0 || image.posting().postId().isEmpty()) {
            return false;
        }
        return switch (image.posting().visibility()) {
            case PUBLIC -> true;
            case HIDDEN_AT_31 -> !Levels.asksForMature(mask);
            case DELETED, UNPUBLISHED, LINK_ONLY -> false;
        };
    }

    private static boolean matches(Image image, ImagesQuery.Filters filters) {
        // With a version, the model is ignored on every backend.
        var model = filters.version().isPresent() ? Optional.<BigDecimal>empty() : filters.model();
        return same(filters.image(), Optional.of(image.id()))
                && same(filters.post(), image.posting().postId())
                && filters.version()
                        .map(id -> uses(image, "modelVersionId", id))
                        .orElse(true)
                && model.map(id -> uses(image, "modelId", id)).orElse(true)
                && filters.username()
                        .map(Optional::of)
                        .map(image.posting().username()::equals)
                        .orElse(true);
    }

    private static boolean same(Optional<BigDecimal> asked, Optional<Long> has) {
        return asked.isEmpty()
                || has.map(BigDecimal::valueOf)
                        .filter(id -> id.compareTo(asked.get()) == 0)
                        .isPresent();
    }

    private static boolean uses(Image image, String key, BigDecimal id) {
        return image.resources().stream()
                .map(row -> row.at(key))
                .map(Json::decimal)
                .anyMatch(value -> value.filter(v -> v.compareTo(id) == 0).isPresent());
    }

    private static void sort(List<Image> images, String sort) {
        var byDate = Comparator.comparing((Image image) -> image.posting().createdAt());
        switch (sort) {
            case "Newest" -> images.sort(byDate.reversed());
            case "Oldest" -> images.sort(byDate);
            // The order of the world stands for the most reactions, comments and so on.
            default -> {}
        }
    }
}
