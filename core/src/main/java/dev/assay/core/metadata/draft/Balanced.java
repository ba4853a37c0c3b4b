package dev.assay.core.metadata.draft;

/** Finds where a quoted or bracketed value ends. Patterns cannot: braces nest, and names contain brackets. */
public final class Balanced {

    private static final int MAX_DEPTH = 200;

    private Balanced() {}

    /** The place behind the value that begins there with a quote or a bracket; -1 where it has no end. */
    public static int end(String text, int start) {
        return text.charAt(start) == '"' ? endOfString(text, start) : endOfBrackets(text, start);
    }

    /** Whether what begins there is quoted or in brackets. */
    public static boolean opens(String text, int at) {
        return at < text.length() && "\"{[".indexOf(text.charAt(at)) >= 0;
    }

    private static int endOfString(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int endOfBrackets(String text, int start) {
        var depth = 0;
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> {
                    i = endOfString(text, i) - 1;
                    if (i < 0) {
                        return -1;
                    }
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // Part of the value.
                }
            }
            if (depth == 0) {
                return i + 1;
            }
            if (depth > MAX_DEPTH) {
                return -1;
            }
        }
        return -1;
    }
}
