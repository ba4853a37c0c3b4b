package dev.assay.civitai.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address on the media host: {@code https://host/key/uuid/parameters/name.ext}. Only the UUID identifies; parameters
 * and name are decoration (quirk 18).
 *
 * @param uuid lower case
 */
record MediaAddress(URI address, String uuid) {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern BARE = Pattern.compile(UUID_FORM);
    private static final Pattern IN_PATH = Pattern.compile("/[^/]+/(" + UUID_FORM + ")(?:/.*)?");

    /** Reads an item's {@code url}. */
    static Optional<MediaAddress> parse(String text) {
        try {
            var uri = new URI(text.strip());
            if (uri.getHost() == null || uri.getRawPath() == null) {
                return Optional.empty();
            }
            var matcher = IN_PATH.matcher(uri.getRawPath());
            return matcher.matches() ? Optional.of(new MediaAddress(uri, lower(matcher.group(1)))) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** The UUID in an address, or standing alone as {@code image.get} gives it. */
    static Optional<String> uuid(String text) {
        return BARE.matcher(text).matches()
                ? Optional.of(lower(text))
                : parse(text).map(MediaAddress::uuid);
    }

    private static String lower(String uuid) {
        return uuid.toLowerCase(Locale.ROOT);
    }
}
