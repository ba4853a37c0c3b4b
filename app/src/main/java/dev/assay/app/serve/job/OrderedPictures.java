package dev.assay.app.serve.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/**
 * Uploaded pictures that an image begins with, by their digests; as {@code --source}, {@code --mask} and {@code --control}.
 *
 * @param sources what the image was made from
 * @param mask white where the source was painted over
 * @param controls what steered it, in the order of the ControlNets
 */
public record OrderedPictures(List<String> sources, Optional<String> mask, List<String> controls) {

    public OrderedPictures {
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
    }

    /** All of them. */
    public Stream<String> all() {
        return Stream.of(sources.stream(), mask.stream(), controls.stream()).flatMap(Function.identity());
    }

    static OrderedPictures of(Json order) {
        return new OrderedPictures(texts(order.at("sources")), order.at("mask").text(), texts(order.at("controls")));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    JsonObjectBuilder putInto(JsonObjectBuilder order) {
        return order.put("sources", sources.stream().map(Json::of).toList())
                .putIfPresent("mask", mask)
                .put("controls", controls.stream().map(Json::of).toList());
    }
}
