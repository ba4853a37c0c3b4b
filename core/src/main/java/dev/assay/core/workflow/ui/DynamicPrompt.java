package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the front end does to some texts when it queues them: it strips C-style comments, replaces <code>{a|b}</code> by
 * one of its options, and then takes the backslash off <code>\{</code>, <code>\}</code> and <code>\|</code>.
 */
final class DynamicPrompt {

    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|//.*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([{}|])");
    private static final int MAX_DEPTH = 100;

    private DynamicPrompt() {}

    /** The text from which the front end makes exactly this one. */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 8);
        var i = 0;
        while (i < text.length()) {
            var backslashes = backslashes(text, i);
            i += backslashes;
            if (i == text.length()) {
                // Behind an odd one the front end would put "undefined"; a space at the end of a prompt means nothing.
                out.repeat('\\', backslashes).append(backslashes % 2 == 1 ? " " : "");
            } else {
                append(out, backslashes, text.charAt(i), i > 0 && text.charAt(i - 1) == '/');
                i++;
            }
        }
        return out.toString();
    }

    private static int backslashes(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        return end - from;
    }

    /** Appends a character and the backslashes before it. */
    private static void append(StringBuilder out, int backslashes, char c, boolean behindSlash) {
        switch (c) {
            // One backslash is taken off in the end; an odd number hides the brace. Where it would be even, the brace
            // goes in a block of its own, in which one more is taken off.
            case '{' -> {
                var isEven = backslashes % 2 == 0;
                out.append(isEven ? "" : "{").repeat('\\', backslashes + (isEven ? 1 : 2));
                out.append(c).append(isEven ? "" : "}");
            }
            case '}' -> out.repeat('\\', backslashes + 1).append(c);
            case '|' -> out.repeat('\\', backslashes == 0 ? 0 : backslashes + 1).append(c);
            default -> {
                // A block with one option gives that option, and no comment starts there.
                var startsComment = behindSlash && (c == '/' || c == '*');
                out.repeat('\\', backslashes).append(startsComment ? "{" + c + "}" : String.valueOf(c));
            }
        }
    }

    /** What the front end makes of the text; empty where it would roll dice. */
    static Optional<String> resolve(String text) {
        return resolve(text, 0);
    }

    private static Optional<String> resolve(String text, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        var plain = COMMENT.matcher(text).replaceAll("");
        var out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '{') {
                var block = Block.at(plain, i + 1);
                var chosen = block.options().size() == 1
                        ? resolve(block.options().getFirst(), depth + 1)
                        : Optional.<String>empty();
                if (chosen.isEmpty()) {
                    return Optional.empty();
                }
                out.append(chosen.get());
                i = block.end() - 1;
            } else {
                out.append(c);
                if (c == '\\' && i + 1 < plain.length()) {
                    out.append(plain.charAt(++i));
                }
            }
        }
        return Optional.of(ESCAPED.matcher(out).replaceAll("$1"));
    }

    /**
     * What stands between two braces.
     *
     * @param end the place behind the closing brace
     */
    private record Block(List<String> options, int end) {

        static Block at(String text, int start) {
            List<String> options = new ArrayList<>();
            var option = new StringBuilder();
            var depth = 0;
            var i = start;
            while (i < text.length()) {
                char c = text.charAt(i++);
                if (c == '}' && depth == 0) {
                    break;
                }
                if (c == '|' && depth == 0) {
                    options.add(option.toString());
                    option.setLength(0);
                    continue;
                }
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                option.append(c);
                if (c == '\\' && i < text.length()) {
                    option.append(text.charAt(i++));
                }
            }
            options.add(option.toString());
            return new Block(options, i);
        }
    }
}
