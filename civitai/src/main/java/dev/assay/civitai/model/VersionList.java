package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.ingredient.Resolution;

/** The versions of a model that the site lists. */
public sealed interface VersionList {

    /**
     * In the site's order. A version that is not listed may still exist, and the reverse (quirk 16).
     *
     * @param versions maybe none
     */
    record Listed(List<ModelVersion> versions) implements VersionList {
        public Listed {
            versions = List.copyOf(versions);
        }
    }

    /** It lists none; the reason is never {@link Resolution.Exact}. */
    record Unlisted(Resolution why) implements VersionList {}
}
