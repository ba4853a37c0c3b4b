package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * InvokeAI's way of weighting (Compel): {@code word++}, {@code (a few words)1.2}, {@code (more)-}; each plus multiplies by
 * 1.1, each minus by 0.9, and parentheses alone do nothing. In A1111's words each of these is {@code (text:weight)}.
 */
final class CompelPrompt {

    private static final BigDecimal PLUS = new BigDecimal("1.1");
    private static final BigDecimal MINUS = new BigDecimal("0.9");
    private static final int MAX_SIGNS = 20;
    private static final int MAX_DEPTH = 50;

    /** Blending and joining of whole prompts, and swapping of words while it runs. */
    private static final Pattern OPERATION = Pattern.compile("\\)\\s?\\.(?:and|blend|swap)\\(");

    private static final Pattern WEIGHT =
            Pattern.compile("\\G(?:(\\++)|(-+)|(\\d{1,3}(?:\\.\\d{1,6})?|\\.\\d{1,6}))(?=[\\s,.;)]|$)");

    private static final Pattern WORD = Pattern.compile("\\G[^\\s,()\\\\]+");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int place;
    private boolean sound = true;

    private CompelPrompt(String text) {
        this.text = text;
    }

    /** Whether the prompt has anything that A1111 would read in another way. */
    static boolean isUsed(String text) {
        return OPERATION.matcher(text).find()
                || text.indexOf('(') >= 0
                || text.matches("(?s).*\\w[+-]{1,20}(?:[\\s,.)].*|$)");
    }

    /** The same in A1111's words; empty where there are no words for it. */
    static Optional<String> translated(String text) {
        if (OPERATION.matcher(text).find()) {
            return Optional.empty();
        }
        var prompt = new CompelPrompt(text);
        prompt.run(0);
        return prompt.sound && prompt.place == text.length() ? Optional.of(prompt.out.toString()) : Optional.empty();
    }

    /** Up to the end, or to the parenthesis that closes the one before. */
    private void run(int depth) {
        while (place < text.length() && text.charAt(place) != ')') {
            var c = text.charAt(place);
            if (c == '(') {
                group(depth);
            } else if (c == '\\' && place + 1 < text.length()) {
                out.append(text, place, place + 2);
                place += 2;
            } else if (c == '[' || c == ']') {
                // Here plain text, there a way to weaken.
                out.append('\\').append(c);
                place++;
            } else {
                word(c);
            }
        }
    }

    private void group(int depth) {
        var start = out.length();
        place++;
        if (depth == MAX_DEPTH) {
            sound = false;
            return;
        }
        run(depth + 1);
        if (place >= text.length()) {
            sound = false;
            return;
        }
        place++;
        weigh(start);
    }

    private void word(char first) {
        var word = WORD.matcher(text);
        if (!word.find(place)) {
            out.append(first);
            place++;
            return;
        }
        var whole = word.group();
        var bare = whole.replaceFirst("[+-]{1,20}$", "");
        var signs = whole.substring(bare.length());
        if (bare.isEmpty() || signs.isEmpty() || signs.chars().distinct().count() > 1) {
            out.append(whole.replace("[", "\\[").replace("]", "\\]"));
            place += whole.length();
            return;
        }
        var start = out.length();
        out.append(bare.replace("[", "\\[").replace("]", "\\]"));
        place += bare.length();
        weigh(start);
    }

    /** Puts what was written since then into parentheses, if a weight follows. */
    private void weigh(int start) {
        var weight = WEIGHT.matcher(text);
        if (!weight.find(place)) {
            return;
        }
        place = weight.end();
        var number = weight.group(3) != null
                ? new BigDecimal(weight.group(3))
                : power(weight.group(1) != null ? PLUS : MINUS, weight.group().length());
        out.insert(start, '(')
                .append(':')
                .append(number.stripTrailingZeros().toPlainString())
                .append(')');
    }

    private static BigDecimal power(BigDecimal base, int count) {
        return base.pow(Math.min(count, MAX_SIGNS), MathContext.DECIMAL32);
    }
}
