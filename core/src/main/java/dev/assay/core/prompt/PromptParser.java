package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.prompt.AttentionToken.Close;
import dev.assay.core.prompt.AttentionToken.CloseWithWeight;
import dev.assay.core.prompt.AttentionToken.Literal;
import dev.assay.core.prompt.AttentionToken.Open;
import dev.assay.core.prompt.Brackets.Bracket;

/**
 * Reads A1111's attention grammar: {@code (x)} is ×1.1, {@code [x]} ÷1.1, {@code (x:1.3)} ×1.3, nesting multiplies,
 * {@code \(} is a bracket of the text, a bracket that nothing closes counts to the end, one that nothing opened is
 * text. Linear in the prompt's length, at any depth.
 */
public final class PromptParser {

    /** Beyond it a weight is held to this value: nothing but noise is left of an image long before. */
    static final BigDecimal MAX_WEIGHT = BigDecimal.valueOf(1_000_000);

    private static final Pattern BREAK = Pattern.compile("\\bBREAK\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int DECIMALS = 6;

    private record Piece(String text, boolean isBreak, Bracket round, Bracket square) {
        double weight() {
            return round.total() * square.total();
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final Brackets round = new Brackets(1.1);
    private final Brackets square = new Brackets(1 / 1.1);

    private PromptParser() {}

    /** The pieces of a prompt; neighbours of the same weight are one piece. Never fails: whatever is amiss is text. */
    public static List<Span> parse(String prompt) {
        var parser = new PromptParser();
        var scanner = new AttentionScanner(prompt);
        while (scanner.hasNext()) {
            parser.accept(scanner.next());
        }
        return parser.spans();
    }

    private void accept(AttentionToken token) {
        boolean bracket = switch (token) {
            case Open open -> open(open);
            case Close close -> close.written().equals(")") ? round.close() : square.close();
            case CloseWithWeight close -> round.close(close.weight());
            case Literal _ -> false;
        };
        if (!bracket) {
            text(token.written());
        }
    }

    private boolean open(Open open) {
        (open.written().equals("(") ? round : square).open();
        return true;
    }

    private void text(String text) {
        var matcher = BREAK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            piece(text.substring(from, matcher.start()).stripTrailing(), false);
            piece("BREAK", true);
            from = matcher.end();
        }
        piece(from == 0 ? text : text.substring(from).stripLeading(), false);
    }

    private void piece(String text, boolean isBreak) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, isBreak, round.innermost(), square.innermost()));
        }
    }

    private List<Span> spans() {
        round.settle();
        square.settle();
        var spans = new SpanList();
        for (var piece : pieces) {
            if (piece.isBreak() && piece.weight() == 1) {
                spans.addBreak();
            } else {
                // A1111 marks a BREAK by the weight -1: inside brackets it no longer is -1, and becomes a word.
                spans.add(piece.text(), rounded(piece.isBreak() ? -piece.weight() : piece.weight()));
            }
        }
        return spans.spans();
    }

    private static BigDecimal rounded(double weight) {
        if (Double.isNaN(weight)) {
            return BigDecimal.ZERO;
        }
        double max = MAX_WEIGHT.doubleValue();
        var held = BigDecimal.valueOf(Math.clamp(weight, -max, max)).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return held.signum() == 0 ? BigDecimal.ZERO : held.stripTrailingZeros();
    }
}
