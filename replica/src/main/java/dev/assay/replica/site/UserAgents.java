package dev.assay.replica.site;

import java.util.List;
import java.util.Locale;

/** What the edge and the server read from a user agent. */
final class UserAgents {

    private static final List<String> BROWSERS = List.of("mozilla", "chrome", "safari", "firefox", "opera", "edge");
    private static final List<String> LIBRARIES = List.of("java-http-client", "python-urllib");

    private UserAgents() {}

    /** Whether the server takes the caller for a browser, and answers errors as text (quirk 45). */
    static boolean isBrowser(String userAgent) {
        var agent = userAgent.toLowerCase(Locale.ROOT);
        return BROWSERS.stream().anyMatch(agent::contains);
    }

    /** A library's own user agent, or none, does not get past the edge (quirk 46). */
    static boolean isTurnedAway(String userAgent) {
        var agent = userAgent.toLowerCase(Locale.ROOT);
        return agent.isBlank() || LIBRARIES.stream().anyMatch(agent::startsWith);
    }
}
