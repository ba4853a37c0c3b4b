package dev.assay.civitai.download;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Which part of a file came, as the header {@code Content-Range} says. */
record ContentRange(long start, OptionalLong total) {

    private static final Pattern FORM = Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Nothing where it makes no sense. */
    static Optional<ContentRange> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var start = Long.parseLong(matcher.group(1));
        var end = Long.parseLong(matcher.group(2));
        var total =
                matcher.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(matcher.group(3)));
        var sound = start <= end && (total.isEmpty() || end < total.getAsLong());
        return sound ? Optional.of(new ContentRange(start, total)) : Optional.empty();
    }
}
