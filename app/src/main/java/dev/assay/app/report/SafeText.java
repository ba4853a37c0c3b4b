package dev.assay.app.report;

/**
 * Text from outside, made harmless for a terminal: an escape sequence in a model's name must not recolour, move or
 * retitle anything, and a direction override must not make a name look like another.
 */
public final class SafeText {

    private SafeText() {}

    /** One line: line breaks become spaces, control and direction characters become visible. */
    public static String line(String text) {
        return clean(text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '));
    }

    /** The text with its line breaks kept. */
    public static String block(String text) {
        var out = new StringBuilder();
        for (var line : text.split("\\R", -1)) {
            out.append(out.isEmpty() ? "" : "\n").append(clean(line.replace('\t', ' ')));
        }
        return out.toString();
    }

    /** One line, cut to so many characters. */
    public static String brief(String text, int length) {
        var line = line(text);
        if (line.length() <= length) {
            return line;
        }
        var end = length - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String clean(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmful(c)) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> c != 0x200d; // the joiner inside emoji
            default -> false;
        };
    }
}
