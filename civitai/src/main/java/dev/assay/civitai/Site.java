package dev.assay.civitai;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.reference.SiteHosts;

/**
 * The site that is asked: the real one, or another set in its place, such as a replica. What may be contacted at all and
 * where the key may go is decided here.
 */
public final class Site {

    private static final URI REAL = URI.create("https://civitai.com");
    private static final URI SIBLING = URI.create("https://civitai.red");

    private final URI origin;
    private final Optional<Secret> key;
    private final SiteHosts hosts;

    private Site(URI origin, Optional<Secret> key) {
        this.origin = origin;
        this.key = key;
        this.hosts = new SiteHosts(Optional.of(origin));
    }

    /** What became of a site setting. */
    public sealed interface Choice {

        record Chosen(Site site) implements Choice {}

        /** It cannot be used; the reason is a sentence. */
        record Refused(String reason) implements Choice {}
    }

    /** The real site. */
    public static Site real(Optional<Secret> key) {
        return new Site(REAL, key);
    }

    /** The site at an address that the user set: an origin and nothing more. */
    public static Choice at(String address, Optional<Secret> key) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            return new Choice.Refused("The site setting is no web address: " + e.getReason() + ".");
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return new Choice.Refused("The site setting must look like https://civitai.com.");
        }
        if (!isBare(uri)) {
            return new Choice.Refused("The site setting must end behind the host and port: no user, path or query.");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            return new Choice.Refused("The port of the site setting can be 1 to 65535.");
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !Hosts.isLoopback(host)) {
            return new Choice.Refused("Plain http is allowed only for a site on this computer; use https.");
        }
        var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return new Choice.Chosen(new Site(URI.create(scheme + "://" + host + port), key));
    }

    private static boolean isBare(URI uri) {
        var path = uri.getRawPath();
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (path == null || path.isEmpty() || path.equals("/"));
    }

    /** Scheme, host and port. */
    public URI origin() {
        return origin;
    }

    public Optional<Secret> key() {
        return key;
    }

    /** Whether another site was set in place of the real one. */
    public boolean isReplaced() {
        return !SiteHosts.sameOrigin(REAL, origin);
    }

    /**
     * The sister host, which lists images that the main one does not; asked without the key. Empty where the site is
     * replaced.
     */
    public Optional<Site> sibling() {
        return isReplaced() ? Optional.empty() : Optional.of(new Site(SIBLING, Optional.empty()));
    }

    /** The address of something on the site; the path begins with a slash and is encoded. */
    public URI address(String pathAndQuery) {
        return URI.create(origin + pathAndQuery);
    }

    /**
     * The address to use for one that came from outside: where the site is replaced, every address on a host of the real
     * one leads to its replacement; otherwise such an address is made https.
     */
    public URI map(URI uri) {
        if (uri.getHost() == null || !hosts.isSite(uri.getHost().toLowerCase(Locale.ROOT))) {
            return uri;
        }
        if (isReplaced()) {
            return URI.create(origin + pathAndQuery(uri));
        }
        return "http".equalsIgnoreCase(uri.getScheme()) && uri.getPort() == -1 && uri.getRawUserInfo() == null
                ? URI.create("https://" + uri.getRawAuthority() + pathAndQuery(uri))
                : uri;
    }

    private static String pathAndQuery(URI uri) {
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Whether the address is on the site's own hosts; call it on a mapped one. */
    public boolean isOwn(URI uri) {
        return hosts.accepts(uri);
    }

    /**
     * Whether the address may be contacted: https, but no address of this computer or its network that the site might
     * point at; plain http only from a site that is itself http on loopback, to loopback.
     */
    public boolean permits(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        if (SiteHosts.sameOrigin(origin, uri)) {
            return true;
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        if ("http".equalsIgnoreCase(uri.getScheme())) {
            return "http".equals(origin.getScheme()) && Hosts.isLoopback(host);
        }
        return "https".equalsIgnoreCase(uri.getScheme()) && (!Hosts.isLocal(host) || Hosts.isLocal(origin.getHost()));
    }

    /** Whether a request there may carry the key: to the whole origin of the site and nowhere else. */
    public boolean mayCarryKey(URI uri) {
        return uri.getRawUserInfo() == null && SiteHosts.sameOrigin(origin, uri);
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
