package dev.assay.replica.world;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the replica holds.
 *
 * @param images in the order of the global feed, the head first
 * @param hub what lies on Hugging Face
 * @param keys the API keys that are valid; any other is silently nobody's (quirk 40)
 * @param mediaBase what item URLs start with, without a slash at the end
 * @param newerServer whether it answers as servers after the snapshot do (quirk 65)
 */
public record World(
        List<Image> images,
        List<Model> models,
        List<HubFile> hub,
        Set<String> keys,
        String mediaBase,
        boolean newerServer) {

    /** The image at the head of the global feed, which every ignored filter gives (quirks 1 to 4). */
    public static final long HEAD = 9173928;

    public World {
        images = List.copyOf(images);
        models = List.copyOf(models);
        hub = List.copyOf(hub);
        keys = Set.copyOf(keys);
    }

    public static WorldBuilder builder() {
        return new WorldBuilder();
    }

    public Optional<Image> image(long id) {
        return images.stream().filter(image -> image.id() == id).findFirst();
    }

    public Optional<Image> imageOfUuid(String uuid) {
        return images.stream()
                .filter(image -> image.picture().uuid().equals(uuid))
                .findFirst();
    }

    /** Some image that is not that one: the head, or the next. */
    public Optional<Image> anotherImage(long id) {
        return images.stream().filter(image -> image.id() != id).findFirst();
    }

    public Stream<Image> imagesOfPost(long postId) {
        return images.stream().filter(image -> image.posting().postId().equals(Optional.of(postId)));
    }

    /** A file of Hugging Face by its content, which is where its storage has it. */
    public Optional<HubFile> hubFile(String sha256) {
        return hub.stream().filter(file -> file.sha256().equals(sha256)).findFirst();
    }

    public Optional<Model> model(long id) {
        return models.stream().filter(model -> model.id() == id).findFirst();
    }

    public Stream<Version> versions() {
        return models.stream().flatMap(model -> model.versions().stream());
    }

    public Optional<Version> version(long id) {
        return versions().filter(version -> version.id() == id).findFirst();
    }

    public Optional<ModelFile> file(long id) {
        return versions()
                .flatMap(version -> version.files().stream())
                .filter(file -> file.id() == id)
                .findFirst();
    }
}
