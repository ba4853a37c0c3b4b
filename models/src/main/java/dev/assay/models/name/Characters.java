package dev.assay.models.name;

/** Which characters a file name may hold. */
final class Characters {

    /** Separators of paths and what Windows forbids in names. */
    private static final String FORBIDDEN = "/\\:*?\"<>|";

    private Characters() {}

    /** The text without what cannot be seen, and with a stand-in for what cannot be in a name. */
    static String harmless(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (Character.getType(c)) {
            // Bidirectional and zero-width characters make a name show as another one.
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {}
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> out.append('_');
            case Character.SPACE_SEPARATOR -> out.append(' ');
            default -> {
                if (FORBIDDEN.indexOf(c) >= 0) {
                    out.append('_');
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
