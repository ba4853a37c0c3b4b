package dev.assay.app.report;

/** Text from outside, made harmless for XML and HTML: nothing in it can become a tag, an attribute or an address. */
final class Markup {

    private Markup() {}

    /** The text as it may stand between tags and in quoted attributes; what XML 1.0 has no place for becomes visible. */
    static String text(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isAllowed(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format("\\u%04x", c));
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                c == 0x200d;
            default -> c < 0xfffe || c > 0xffff;
        };
    }
}
