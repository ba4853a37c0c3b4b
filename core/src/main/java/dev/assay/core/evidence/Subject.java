package dev.assay.core.evidence;

import java.util.Optional;

import dev.assay.core.hash.Sha256;

/** What is asked about. */
public sealed interface Subject {

    /**
     * An image of the site.
     *
     * @param id its number
     * @param media the media UUID it must have, where the user pointed at one: the number was then only a hint (quirk 18)
     */
    record SiteImage(long id, Optional<String> media) implements Subject {}

    /** A file on the site's media host whose image number nobody knows. */
    record SiteMedia(String uuid) implements Subject {}

    /** A file of the user's own: it is its own proof. */
    record OwnFile(String name, Sha256 content) implements Subject {}
}
