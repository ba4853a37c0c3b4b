package dev.assay.civitai.ask;

import java.net.URI;
import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.core.json.Json;

/**
 * What is fetched, and under which rules.
 *
 * @param own whether only the site's own hosts may answer
 * @param withKey whether the key goes along, where it may
 * @param gzip whether the body may come compressed
 * @param json what is sent along; where there is such, it is a POST
 */
record Errand(
        Site site, URI address, String accept, boolean own, boolean withKey, boolean gzip, Optional<String> json) {

    /** A question: answered in JSON, by the site itself, with the key. */
    static Errand question(Site site, Question question) {
        return new Errand(
                site,
                site.address(question.pathAndQuery()),
                "application/json",
                true,
                true,
                true,
                question.list().map(Json::write));
    }

    /** A file from the media host, which needs no key and gets none. */
    static Errand file(Site site, URI address) {
        return new Errand(site, address, "*/*", false, false, false, Optional.empty());
    }

    String method() {
        return json.isPresent() ? "POST" : "GET";
    }

    boolean mayGoTo(URI hop) {
        return site.permits(hop) && (!own || site.isOwn(hop));
    }

    Optional<Secret> keyFor(URI hop) {
        return withKey && site.mayCarryKey(hop) ? site.key() : Optional.empty();
    }
}
