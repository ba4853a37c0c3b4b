package dev.assay.core.reference;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts whose addresses name things of the site. Numbers are the same on all of them. A host counts when it is one of
 * these or ends in a dot and one of these: never by a mere ending (quirk 63).
 *
 * @param configured the site the user set instead, if any; its whole origin counts
 */
public record SiteHosts(Optional<URI> configured) {

    private static final List<String> DOMAINS = List.of("civitai.com", "civitai.green", "civitai.red", "civitai.blue");

    /** Whether the host, in lower case and without port, belongs to the site. */
    public boolean isSite(String host) {
        return DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Whether the address is one of the site's, or of the configured one. */
    public boolean accepts(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        if (configured.map(site -> sameOrigin(site, uri)).orElse(false)) {
            return true;
        }
        return uri.getPort() == -1 && isSite(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether both have the same scheme, host and port. */
    public static boolean sameOrigin(URI a, URI b) {
        return a.getScheme() != null
                && a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost() != null
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }
}
