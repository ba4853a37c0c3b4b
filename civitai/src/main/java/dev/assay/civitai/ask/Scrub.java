package dev.assay.civitai.ask;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.civitai.Secret;

/**
 * Blanks secrets in whatever is logged or kept: the key itself, tokens and signatures in addresses (quirk 54: the site
 * echoes them in {@code nextPage}).
 */
public final class Scrub {

    private static final String BLANK = "-";
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?i)([?&;](?:token|api[_-]?key|key|access_token|auth|signature|sig|secret|policy|key-pair-id"
                    + "|x-amz-(?:signature|credential|security-token)|verify|expires_sig)=)[^&#\\s\"'<>\\\\]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bBearer\\s+)[A-Za-z0-9._~+/=-]{8,}");

    private final Optional<Secret> key;

    public Scrub(Optional<Secret> key) {
        this.key = key;
    }

    /** The text without the key. */
    String key(String text) {
        return key.map(secret -> text.replace(secret.reveal(), BLANK)).orElse(text);
    }

    /** The text without secrets. */
    public String text(String text) {
        return BEARER.matcher(IN_ADDRESS.matcher(key(text)).replaceAll("$1" + BLANK))
                .replaceAll("$1" + BLANK);
    }

    /** The address for people: without user, tokens and signatures. */
    static String address(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost();
        var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Scrub(Optional.empty()).text(uri.getScheme() + "://" + host + port + path + query);
    }
}
