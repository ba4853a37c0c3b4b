package dev.assay.replica.world;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;

/**
 * One image, and everything the site would say about it.
 *
 * @param picture the file
 * @param posting who put it there, and who may see it
 * @param meta the metadata as stored, or null
 * @param resources rows as {@code image.getGenerationData} gives them
 * @param otherVersionIds listed among {@code modelVersionIds} although no resource of the image (quirk 26)
 * @param captured answers to be given as they were captured, in place of ones put together
 */
public record Image(
        long id,
        Picture picture,
        Posting posting,
        Json meta,
        List<Json> resources,
        List<Long> otherVersionIds,
        Captured captured) {

    /**
     * The file.
     *
     * @param uuid the object key; the site's URLs hold it
     * @param name what the uploader called it; may hold a number that is no id (quirk 18)
     * @param type {@code image}, {@code video} or {@code audio}
     * @param original the bytes as uploaded, where the replica has them
     */
    public record Picture(
            String uuid,
            String name,
            int width,
            int height,
            String type,
            Optional<String> blurHash,
            Optional<Bytes> original) {}

    /**
     * The publication.
     *
     * @param level browsing level: 1 PG, 2 PG-13, 4 R, 8 X, 16 XXX, 32 blocked, 0 not yet rated
     * @param createdAt ISO instant
     * @param hideMeta whether the author hid the metadata
     */
    public record Posting(
            Optional<Long> postId,
            Optional<String> username,
            Optional<String> baseModel,
            String createdAt,
            int level,
            Visibility visibility,
            boolean hideMeta) {}

    /** Raw answers: the REST item, the payload of {@code image.get}, that of {@code image.getGenerationData}. */
    public record Captured(Optional<Json> item, Optional<Json> get, Optional<Json> generation) {

        public static Captured nothing() {
            return new Captured(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public Image {
        resources = List.copyOf(resources);
        otherVersionIds = List.copyOf(otherVersionIds);
    }

    /** Starts an image with that id, 1024 × 1024, PG, public, without metadata. */
    public static ImageBuilder of(long id) {
        return new ImageBuilder(id);
    }
}
