package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import dev.assay.core.metadata.draft.Field;

/**
 * An infotext, taken apart: prompt, negative prompt, and the statements behind them.
 *
 * @param prompt may be empty
 * @param negative empty where the text has no such part, which for A1111 means that there was none
 * @param statements from {@code Steps:} on, with whatever follows
 */
record InfotextParts(String prompt, Optional<String> negative, String statements) {

    private static final String NEGATIVE = "Negative prompt:";

    private static final Pattern PREFIX = Pattern.compile("\\A\\s{0,20}[Pp]arameters(?:[ \\t]*:\\s{0,20}|[ \\t]*\\n)");

    private static final Pattern STEPS_LINE = Pattern.compile("(?m)^[ \\t]{0,20}(?=Steps:[ \\t]?\\d)");

    /** Where everything was pressed into one line, by a tool that strips line breaks or by a chat. */
    private static final Pattern STEPS_INLINE = Pattern.compile(
            "(?:[.,][ \\t]{0,7}(?=Steps:\\s{0,3}\\d))|(?:[ \\t](?=Steps: ?\\d{1,5}, ?(?:Sampler|Size|CFG scale|Seed|Schedule type):))");

    private static final Pattern NEGATIVE_LINE = Pattern.compile("(?m)^[ \\t]{0,20}(?=Negative prompt:)");

    private static final Pattern NEGATIVE_INLINE = Pattern.compile("(?:^|[.,\\s])[ \\t]{0,7}(?=Negative prompt:)");

    /** Keys of which any infotext without {@code Steps} must have one; a prompt may hold colons, too. */
    private static final List<String> KNOWN =
            List.of("steps", "sampler", "seed", "size", "cfgscale", "model", "modelhash");

    /** Takes the text apart; empty where it is no infotext. */
    static Optional<InfotextParts> of(String raw) {
        var text = normal(raw);
        var start = last(STEPS_LINE, text);
        if (start.isPresent()) {
            return Optional.of(split(text, start.getAsInt(), false));
        }
        start = last(STEPS_INLINE, text);
        if (start.isPresent()) {
            return Optional.of(split(text, start.getAsInt(), true));
        }
        return lastLine(text);
    }

    private static String normal(String raw) {
        var text =
                raw.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").replace("\ufeff", "");
        return PREFIX.matcher(text).replaceFirst("").strip();
    }

    private static OptionalInt last(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        var found = OptionalInt.empty();
        while (matcher.find()) {
            found = OptionalInt.of(matcher.end());
        }
        return found;
    }

    /** A1111's own rule: the last line, where it has three statements or more. */
    private static Optional<InfotextParts> lastLine(String text) {
        var start = text.lastIndexOf('\n') + 1;
        var fields = InfotextFields.of(text.substring(start));
        var known = fields.stream().map(Field::plainKey).anyMatch(KNOWN::contains);
        return known && fields.size() >= 3 ? Optional.of(split(text, start, false)) : Optional.empty();
    }

    private static InfotextParts split(String text, int start, boolean inline) {
        var head = text.substring(0, start).strip();
        var statements = text.substring(start);
        var negative = negative(head, inline);
        if (negative.isEmpty()) {
            return new InfotextParts(trimmed(head, inline), Optional.empty(), statements);
        }
        var at = negative.getAsInt();
        return new InfotextParts(
                trimmed(head.substring(0, at), inline),
                Optional.of(trimmed(head.substring(at + NEGATIVE.length()), inline)),
                statements);
    }

    /** The first line that begins with it; the prompt may speak of it elsewhere. */
    private static OptionalInt negative(String head, boolean inline) {
        var line = NEGATIVE_LINE.matcher(head);
        if (line.find()) {
            return OptionalInt.of(line.end());
        }
        var within = NEGATIVE_INLINE.matcher(head);
        return inline && within.find() ? OptionalInt.of(within.end()) : OptionalInt.empty();
    }

    /** Without the sign that stood for the line break. */
    private static String trimmed(String part, boolean inline) {
        var text = part.strip();
        var tail = inline && (text.endsWith(",") || text.endsWith("."));
        return tail ? text.substring(0, text.length() - 1).strip() : text;
    }
}
