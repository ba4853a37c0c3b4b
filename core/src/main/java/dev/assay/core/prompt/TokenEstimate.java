package dev.assay.core.prompt;

/**
 * About how many tokens CLIP makes of a text, without its vocabulary: a word up to eight letters is one, each four
 * letters more another; digits and signs are one each; letters beyond ASCII are two.
 */
final class TokenEstimate {

    private static final int WORD = 8;
    private static final int MORE = 4;

    private TokenEstimate() {}

    static int of(String text) {
        int tokens = 0;
        int letters = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isLatin(c)) {
                letters++;
            } else {
                tokens += ofWord(letters) + ofOther(c);
                letters = 0;
            }
        }
        return tokens;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int ofWord(int letters) {
        return letters == 0 ? 0 : 1 + Math.ceilDiv(Math.max(0, letters - WORD), MORE);
    }

    private static int ofOther(char c) {
        if (Character.isWhitespace(c)) {
            return 0;
        }
        return c < 128 ? 1 : 2;
    }
}
