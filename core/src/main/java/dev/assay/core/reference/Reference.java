package dev.assay.core.reference;

import java.net.URI;
import java.util.OptionalLong;

/** What the user points at. */
public sealed interface Reference {

    /**
     * An image of the site.
     *
     * @param id 1 to 2147483647
     * @param bare whether only the number was given; it could name a post, a model or a version as well (quirk 19)
     */
    record Image(long id, boolean bare) implements Reference {}

    /** A post, which holds many images; none of them is ever picked. */
    record Post(long id) implements Reference {}

    /** A model page, with the version it names, if it does. */
    record Model(long id, OptionalLong versionId) implements Reference {}

    /** One version of a model. */
    record Version(long id) implements Reference {}

    /** A model by its AIR. */
    record ByAir(Air air) implements Reference {}

    /**
     * A file on the site's media host.
     *
     * @param uuid the key under which the site stores it; lower case
     * @param hint a number in the last segment: the image's id, or any number its uploader wrote (quirk 18)
     * @param address as given, without its query
     */
    record Media(String uuid, OptionalLong hint, URI address) implements Reference {}

    /** A file of the user's own. */
    record LocalFile(String path) implements Reference {}
}
