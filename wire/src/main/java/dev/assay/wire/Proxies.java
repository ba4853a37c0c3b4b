package dev.assay.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the environment names, as {@code curl} reads it: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}
 * and {@code NO_PROXY}, the lower-case form first. One difference: what is on this computer is reached through a proxy on
 * this computer only, since another's loopback is another place.
 */
public final class Proxies {

    private final Map<String, Route> byScheme;
    private final NoProxy none;

    private Proxies(Map<String, Route> byScheme, NoProxy none) {
        this.byScheme = byScheme;
        this.none = none;
    }

    /** What became of reading the environment. */
    public sealed interface Choice {

        record Chosen(Proxies proxies) implements Choice {}

        /** A setting cannot be used, and going without it is not what was asked for. The reason is a sentence. */
        record Refused(String variable, String reason) implements Choice {}
    }

    /** No proxy at all. */
    public static Proxies none() {
        return new Proxies(Map.of(), new NoProxy(java.util.List.of()));
    }

    public static Choice of(Map<String, String> environment) {
        var routes = new java.util.HashMap<String, Route>();
        for (var scheme : java.util.List.of("http", "https")) {
            for (var variable : java.util.List.of(scheme + "_proxy", "all_proxy")) {
                var value = value(environment, variable);
                if (value.isEmpty() || routes.containsKey(scheme)) {
                    continue;
                }
                switch (route(value.get())) {
                    case Parsed.Understood(var route) -> routes.put(scheme, route);
                    case Parsed.Not(var why) -> {
                        return new Choice.Refused(variable.toUpperCase(Locale.ROOT), why);
                    }
                }
            }
        }
        var none = NoProxy.parse(value(environment, "no_proxy").orElse(""));
        return new Choice.Chosen(new Proxies(Map.copyOf(routes), none));
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(environment.get(variable.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private sealed interface Parsed {
        record Understood(Route route) implements Parsed {}

        record Not(String why) implements Parsed {}
    }

    /** Messages do not quote the value, which may hold a password. */
    private static Parsed route(String value) {
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException _) {
            return new Parsed.Not("It is no address of a proxy, such as http://host:port or socks5://host:port.");
        }
        if (uri.getHost() == null) {
            return new Parsed.Not("It names no host, as in http://host:port or socks5://host:port.");
        }
        var secret = Optional.ofNullable(uri.getRawUserInfo()).map(Proxies::secret);
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "http" -> new Parsed.Understood(new Route.Http(uri.getHost(), port(uri, 1080), secret));
            case "socks", "socks5", "socks5h" ->
                new Parsed.Understood(new Route.Socks(uri.getHost(), port(uri, 1080), secret));
            default ->
                new Parsed.Not("Its kind \"" + uri.getScheme() + "\" is not supported; http:// and socks5:// are.");
        };
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() == -1 ? usual : uri.getPort();
    }

    private static Secret secret(String userInfo) {
        var colon = userInfo.indexOf(':');
        return new Secret(
                decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? "" : decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The way to an address, which has a scheme and a host. */
    Route route(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var route = byScheme.getOrDefault(address.getScheme().toLowerCase(Locale.ROOT), new Route.Direct());
        return none.covers(host, Origin.of(address).port()) || isAway(route, host) ? new Route.Direct() : route;
    }

    private static boolean isAway(Route route, String host) {
        return Addresses.isLoopback(host)
                && switch (route) {
                    case Route.Direct() -> false;
                    case Route.Http proxy -> !Addresses.isLoopback(proxy.host());
                    case Route.Socks proxy -> !Addresses.isLoopback(proxy.host());
                };
    }
}
