package dev.assay.replica.site;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.replica.wire.Request;

/** Who is calling. A key that is not valid is nobody's, without a word (quirk 40). */
final class Callers {

    private static final Pattern CIVITAI_HOST = Pattern.compile("(?:[a-z0-9-]+\\.)?civitai\\.(?:com|green|blue|red)");

    private final Set<String> keys;
    private final URI origin;

    Callers(Set<String> keys, URI origin) {
        this.keys = keys;
        this.origin = origin;
    }

    /** The valid key of this request: the header's second word, or {@code token} where there is no header. */
    Optional<String> key(Request request) {
        var header = request.header("Authorization");
        var key = header.isPresent()
                ? header.map(value -> value.strip().split("\\s+"))
                        .filter(words -> words.length > 1)
                        .map(words -> words[1])
                : request.query().first("token");
        return key.filter(keys::contains);
    }

    boolean signedIn(Request request) {
        return key(request).isPresent();
    }

    /** tRPC is for the site's own pages and for holders of keys (quirk 49). */
    boolean mayUseTrpc(Request request) {
        return signedIn(request)
                || request.header("Origin").filter(this::ours).isPresent()
                || request.header("Referer").filter(this::ours).isPresent();
    }

    private boolean ours(String address) {
        try {
            var uri = URI.create(address);
            var host = Optional.ofNullable(uri.getHost()).orElse("");
            return CIVITAI_HOST.matcher(host).matches()
                    || (host.equals(origin.getHost()) && uri.getPort() == origin.getPort());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
