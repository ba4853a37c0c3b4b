package dev.assay.models.store;

import java.util.Optional;

/**
 * All that is known of a file.
 *
 * @param file where it is
 * @param content what it is; empty where only its SHA-256 is known so far
 * @param site what the site said of it; empty where it was not asked
 */
public record Entry(StoredFile file, Optional<Content> content, Optional<SiteAnswer> site) {}
