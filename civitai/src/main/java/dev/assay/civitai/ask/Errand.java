package dev.assay.civitai.ask;

import java.net.URI;
import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;

/**
 * What is fetched, and under which rules.
 *
 * @param own whether only the site's own hosts may answer
 * @param withKey whether the key goes along, where it may
 * @param gzip whether the body may come compressed
 */
record Errand(Site site, URI address, String accept, boolean own, boolean withKey, boolean gzip) {

    /** A question: answered in JSON, by the site itself, with the key. */
    static Errand question(Site site, URI address) {
        return new Errand(site, address, "application/json", true, true, true);
    }

    /** A file from the media host, which needs no key and gets none. */
    static Errand file(Site site, URI address) {
        return new Errand(site, address, "*/*", false, false, false);
    }

    boolean mayGoTo(URI hop) {
        return site.permits(hop) && (!own || site.isOwn(hop));
    }

    Optional<Secret> keyFor(URI hop) {
        return withKey && site.mayCarryKey(hop) ? site.key() : Optional.empty();
    }
}
