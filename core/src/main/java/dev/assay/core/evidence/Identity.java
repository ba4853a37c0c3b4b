package dev.assay.core.evidence;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer says of which image it is about. Absent is no statement.
 *
 * @param imageId number of the image
 * @param media UUID of its file on the media host, lower case
 * @param postId number of its post
 * @param size of the file, in pixels
 * @param blurHash a blurred miniature as text; supports, never decides
 */
public record Identity(
        OptionalLong imageId,
        Optional<String> media,
        OptionalLong postId,
        Optional<Size> size,
        Optional<String> blurHash) {

    /** Says nothing. */
    public static final Identity NONE = new Identity(
            OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** Says the number of the image and nothing else. */
    public static Identity ofImage(long id) {
        return new Identity(
                OptionalLong.of(id), Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Width and height in pixels.
     */
    public record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** What both say, this one first. */
    Identity or(Identity other) {
        return new Identity(
                imageId.isPresent() ? imageId : other.imageId,
                media.or(other::media),
                postId.isPresent() ? postId : other.postId,
                size.or(other::size),
                blurHash.or(other::blurHash));
    }
}
