package dev.assay.core.reference;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Takes apart what the user points at. It refuses whatever it does not fully understand, and sends nothing: a look-alike
 * host or an id of zero must not reach the network (quirks 2, 58, 63).
 */
public final class ReferenceParser {

    private static final String ACCEPTED =
            "Give an image page (https://civitai.com/images/96712457), an image's number, or an image file.";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d_,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    private final SiteHosts hosts;
    private final Predicate<String> isFile;

    /**
     * @param hosts whose pages count as the site's
     * @param isFile whether a path names a file that exists
     */
    public ReferenceParser(SiteHosts hosts, Predicate<String> isFile) {
        this.hosts = hosts;
        this.isFile = isFile;
    }

    public Parsed parse(String given) {
        var text = given.strip();
        if (text.isEmpty()) {
            return new Parsed.Refused("The reference is empty.", ACCEPTED);
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        var air = Air.parse(text);
        if (air.isPresent()) {
            return new Parsed.Understood(new Reference.ByAir(air.get()));
        }
        if (isFile.test(text)) {
            return new Parsed.Understood(new Reference.LocalFile(text));
        }
        return address(text).orElseGet(() -> noSuchFile(text));
    }

    private static Parsed number(String text) {
        var id = Ids.parse(text);
        if (id.isPresent()) {
            return new Parsed.Understood(new Reference.Image(id.getAsLong(), true));
        }
        return new Parsed.Refused(
                "\"" + text + "\" cannot be the number of an image: those are whole numbers from 1 to 2147483647.",
                ACCEPTED);
    }

    private Optional<Parsed> address(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return Optional.of(url(text));
        }
        if (SCHEME.matcher(text).matches() && !isDrive(text)) {
            return Optional.of(
                    new Parsed.Refused("\"" + text + "\" is neither a web address of the site nor a file.", ACCEPTED));
        }
        var slash = text.indexOf('/');
        if (slash > 0 && hosts.isSite(lower.substring(0, slash))) {
            return Optional.of(url("https://" + text));
        }
        return Optional.empty();
    }

    private static boolean isDrive(String text) {
        return text.length() > 2 && text.charAt(1) == ':';
    }

    private Parsed url(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return new Parsed.Refused("\"" + text + "\" is not a valid web address: " + e.getReason() + ".", ACCEPTED);
        }
        if (uri.getRawUserInfo() != null) {
            return new Parsed.Refused(
                    "The address carries a user name before \"@\", which hides the real host \"" + uri.getHost()
                            + "\".",
                    "Paste the address as the browser shows it on the image's page.");
        }
        if (!hosts.accepts(uri)) {
            return new Parsed.Refused(
                    "\"" + uri.getRawAuthority() + "\" is not a host of the site, however alike it may look.",
                    ACCEPTED);
        }
        return SitePath.read(uri, ACCEPTED);
    }

    private static Parsed noSuchFile(String text) {
        return new Parsed.Refused("There is no file \"" + text + "\", and it is no address of the site.", ACCEPTED);
    }
}
