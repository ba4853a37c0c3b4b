package dev.assay.core.prompt;

import java.util.OptionalDouble;

import dev.assay.core.prompt.AttentionToken.Close;
import dev.assay.core.prompt.AttentionToken.CloseWithWeight;
import dev.assay.core.prompt.AttentionToken.Literal;
import dev.assay.core.prompt.AttentionToken.Open;

/**
 * Cuts a prompt into tokens as A1111's prompt parser does: a backslash takes the meaning from a bracket or another
 * backslash and vanishes before anything else; {@code :1.2)} is one token, with white space around the number.
 */
final class AttentionScanner {

    private static final String SPECIAL = "\\()[]:";
    private static final String ESCAPABLE = "\\()[]";

    private final String text;
    private int at;

    AttentionScanner(String text) {
        this.text = text;
    }

    boolean hasNext() {
        return at < text.length();
    }

    AttentionToken next() {
        char c = text.charAt(at);
        return switch (c) {
            case '\\' -> escape();
            case '(', '[' -> new Open(take(1));
            case ')', ']' -> new Close(take(1));
            case ':' -> colon();
            default -> new Literal(take(plainLength()));
        };
    }

    private Literal escape() {
        at++;
        return hasNext() && ESCAPABLE.indexOf(text.charAt(at)) >= 0 ? new Literal(take(1)) : new Literal("");
    }

    private AttentionToken colon() {
        int numberFrom = skipSpace(at + 1);
        int numberTo = numberFrom;
        while (numberTo < text.length() && "+-.0123456789".indexOf(text.charAt(numberTo)) >= 0) {
            numberTo++;
        }
        int close = skipSpace(numberTo);
        var weight = close < text.length() && text.charAt(close) == ')'
                ? number(numberFrom, numberTo)
                : OptionalDouble.empty();
        return weight.isPresent()
                ? new CloseWithWeight(take(close + 1 - at), weight.getAsDouble())
                : new Literal(take(1));
    }

    private OptionalDouble number(int from, int to) {
        var number = Decimals.read(text.subSequence(from, to));
        return number.isPresent() ? OptionalDouble.of(number.get().doubleValue()) : OptionalDouble.empty();
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int plainLength() {
        int i = at;
        while (i < text.length() && SPECIAL.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i - at;
    }

    private String take(int length) {
        var taken = text.substring(at, at + length);
        at += length;
        return taken;
    }
}
