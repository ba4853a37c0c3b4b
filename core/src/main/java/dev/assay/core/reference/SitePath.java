package dev.assay.core.reference;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the path of an address whose host is already known to be the site's. */
final class SitePath {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern VERSION_IN_QUERY = Pattern.compile("(?:^|&)modelVersionId=(\\d{1,10})(?:&|$)");

    private final URI uri;
    private final List<String> segments;
    private final String accepted;

    private SitePath(URI uri, String accepted) {
        this.uri = uri;
        this.segments = Arrays.stream(uri.getRawPath().split("/"))
                .filter(s -> !s.isEmpty())
                .toList();
        this.accepted = accepted;
    }

    static Parsed read(URI uri, String accepted) {
        return new SitePath(uri, accepted).read();
    }

    private Parsed read() {
        return switch (segment(0)) {
            case "images" -> image();
            case "posts" -> segments.size() <= 3 ? numbered(1, Reference.Post::new) : notAnImage();
            case "models" -> numbered(1, id -> new Reference.Model(id, versionInQuery()));
            case "model-versions" -> numbered(1, Reference.Version::new);
            case "api" -> api();
            default -> media();
        };
    }

    private Parsed image() {
        if (segments.size() != 2) {
            return notAnImage();
        }
        return numbered(1, id -> new Reference.Image(id, false));
    }

    private Parsed api() {
        if (segment(1).equals("download") && segment(2).equals("models")) {
            return numbered(3, Reference.Version::new);
        }
        if (segment(2).equals("model-versions")) {
            return numbered(3, Reference.Version::new);
        }
        return new Parsed.Refused(
                "\"" + uri.getRawPath() + "\" is an address of the site's interface for programs, not an image.",
                accepted);
    }

    private Parsed media() {
        if (segments.size() >= 2 && UUID.matcher(segment(1)).matches()) {
            var uuid = segment(1).toLowerCase(Locale.ROOT);
            return new Parsed.Understood(new Reference.Media(uuid, hint(), withoutQuery()));
        }
        return notAnImage();
    }

    private OptionalLong hint() {
        var name = segments.getLast();
        var dot = name.lastIndexOf('.');
        return segments.size() > 2 ? Ids.parse(dot < 0 ? name : name.substring(0, dot)) : OptionalLong.empty();
    }

    private URI withoutQuery() {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath());
    }

    private OptionalLong versionInQuery() {
        if (uri.getRawQuery() == null) {
            return OptionalLong.empty();
        }
        var matcher = VERSION_IN_QUERY.matcher(uri.getRawQuery());
        return matcher.find() ? Ids.parse(matcher.group(1)) : OptionalLong.empty();
    }

    private interface Numbered {
        Reference of(long id);
    }

    private Parsed numbered(int at, Numbered make) {
        var id = Ids.parse(segment(at));
        if (id.isEmpty()) {
            return new Parsed.Refused(
                    "\"" + segment(at) + "\" in the address is not a possible number: those are whole numbers from 1"
                            + " to 2147483647.",
                    accepted);
        }
        return new Parsed.Understood(make.of(id.getAsLong()));
    }

    private Parsed notAnImage() {
        return new Parsed.Refused(
                "\"" + uri.getRawPath() + "\" is a page of the site, but not of one image.", accepted);
    }

    private String segment(int at) {
        return at < segments.size() ? segments.get(at) : "";
    }
}
