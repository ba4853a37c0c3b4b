package dev.assay.civitai.model;

import java.util.Optional;

/**
 * A picture that the site shows of a version.
 *
 * @param media UUID of its file on the media host, lower case
 * @param level the site's browsing level (1 and 2 for everybody, from 4 on mature); empty where it does not say
 */
public record Preview(String media, Optional<Long> level) {

    private static final long MILD = 2;

    /** Whether the site says that everybody may see it. */
    public boolean isMild() {
        return level.filter(stated -> stated > 0 && stated <= MILD).isPresent();
    }
}
