package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A1111's rules in the most literal way, letter by letter and without care for speed: each bracket that closes
 * multiplies all letters since it opened. Where it stops with an error, over a weight such as 1.2.3, this reads text.
 */
final class A1111Model {

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\[()\\[\\]\\\\]|\\\\|[(\\[)\\]]|:\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*\\)|[^\\\\()\\[\\]:]+|:");

    /** A letter and its weight; a BREAK is the letter NUL. */
    static final class Letter {
        final char c;
        double weight;

        Letter(char c, double weight) {
            this.c = c;
            this.weight = weight;
        }
    }

    private final List<Letter> letters = new ArrayList<>();
    private final List<Integer> round = new ArrayList<>();
    private final List<Integer> square = new ArrayList<>();

    static List<Letter> read(String prompt) {
        return new A1111Model().letters(prompt);
    }

    private List<Letter> letters(String prompt) {
        var tokens = TOKEN.matcher(prompt);
        while (tokens.find()) {
            accept(tokens.group(), tokens.group(1));
        }
        round.forEach(start -> multiply(start, 1.1));
        square.forEach(start -> multiply(start, 1 / 1.1));
        return letters;
    }

    private void accept(String token, @Nullable String weight) {
        if (token.startsWith("\\")) {
            literal(token.substring(1));
        } else if (token.equals("(")) {
            round.add(letters.size());
        } else if (token.equals("[")) {
            square.add(letters.size());
        } else if (weight != null && !round.isEmpty()) {
            multiply(round.removeLast(), Double.parseDouble(weight));
        } else if (token.equals(")") && !round.isEmpty()) {
            multiply(round.removeLast(), 1.1);
        } else if (token.equals("]") && !square.isEmpty()) {
            multiply(square.removeLast(), 1 / 1.1);
        } else {
            var parts = token.split("(?U)\\s*\\bBREAK\\b\\s*", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    letters.add(new Letter('\0', -1));
                }
                literal(parts[i]);
            }
        }
    }

    private void literal(String text) {
        text.chars().forEach(c -> letters.add(new Letter((char) c, 1)));
    }

    private void multiply(int start, double weight) {
        letters.subList(start, letters.size()).forEach(letter -> letter.weight *= weight);
    }
}
