package dev.assay.core.prompt;

import java.math.BigDecimal;

/**
 * Builds a text that ComfyUI reads with exactly the given weights: flat spans {@code (text:weight)}, since there an
 * inner weight replaces the outer ones, and every other round bracket escaped. Square brackets are plain text there.
 */
final class ComfyText {

    private final StringBuilder text = new StringBuilder();
    private int tokens;

    void append(String span, BigDecimal weight) {
        // ComfyUI hides escaped brackets behind NUL while it parses; a NUL in the text could pretend to be one.
        var clean = span.replace("\0", "");
        if (clean.isEmpty()) {
            return;
        }
        tokens += TokenEstimate.of(clean);
        // White space makes no token, so there is nothing to weigh.
        if (weight.compareTo(BigDecimal.ONE) == 0 || clean.isBlank()) {
            escape(clean);
        } else {
            keepBracket();
            text.append('(');
            escape(clean);
            text.append(':').append(weight.toPlainString()).append(')');
        }
    }

    /** A backslash at the end of what is written must not take the meaning from the bracket that follows. */
    private void keepBracket() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\\') {
            text.append(' ');
        }
    }

    private void escape(String span) {
        for (int i = 0; i < span.length(); i++) {
            char c = span.charAt(i);
            if (c == '(' || c == ')') {
                text.append('\\');
            }
            text.append(c);
        }
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    int roughTokens() {
        return tokens;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
