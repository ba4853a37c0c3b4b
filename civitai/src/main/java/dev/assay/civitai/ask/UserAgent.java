package dev.assay.civitai.ask;

import java.util.List;
import java.util.Locale;

/**
 * How the client names itself: honestly, and by no word that the site takes for a browser, since it answers browsers in
 * pages and with redirects to its login (quirks 45, 46).
 *
 * @param text such as {@code Assay/1.0 (+https://example.org/assay)}
 */
public record UserAgent(String text) {

    private static final List<String> BROWSERS = List.of("mozilla", "chrome", "safari", "firefox", "opera", "edge");

    public UserAgent {
        var lower = text.toLowerCase(Locale.ROOT);
        if (text.isBlank() || BROWSERS.stream().anyMatch(lower::contains)) {
            throw new IllegalArgumentException("looks like a browser: " + text);
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("not plain ASCII: " + text);
        }
    }

    /**
     * Names this program.
     *
     * @param version of Assay
     * @param page where the project lives, so that the site's keepers can find out who asks
     */
    public static UserAgent of(String version, String page) {
        return new UserAgent("Assay/" + version + " (+" + page + ")");
    }
}
