package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Balanced;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.LenientJson;

/**
 * Reads the statements of an infotext, {@code Key: value, Key: value}. A value is quoted where it holds commas, colons or
 * line breaks, JSON where a tool wrote JSON, and otherwise goes on to the next key: names with commas were not always
 * quoted.
 */
final class InfotextFields {

    private static final int MAX_FIELDS = 500;

    /** Far beyond any real one; what lies behind is no statement any more. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final Pattern KEY = Pattern.compile("([A-Za-z][\\w \\-/+.#()]{0,60}):");
    private static final Pattern NEXT = Pattern.compile(",\\s{0,4}[A-Za-z][\\w \\-/+.#()]{0,60}:");
    private static final Pattern END = Pattern.compile("[ \\t]*(?:,|\\n|\\z)");

    /** A number, and behind it keys without a value: A1111 writes {@code Tiling: Tiling} as a bare {@code Tiling}. */
    private static final Pattern NUMBER_AND_MORE = Pattern.compile("([+-]?\\d[\\d.]*|\\d+x\\d+)\\s*,(.*)");

    private final String text;
    private final List<Field> fields = new ArrayList<>();
    private int place;

    private InfotextFields(String text) {
        this.text = text;
    }

    static List<Field> of(String whole) {
        var text = whole.substring(0, Math.min(whole.length(), MAX_LENGTH));
        var footers = InfotextFooters.of(text);
        var reader = new InfotextFields(text.substring(0, footers.start()));
        reader.read();
        reader.fields.addAll(footers.fields());
        return List.copyOf(reader.fields);
    }

    /** Whether a text was too long to be read to its end. */
    static boolean isTooMuch(String text, int fields) {
        return text.length() > MAX_LENGTH || fields >= MAX_FIELDS;
    }

    private void read() {
        var key = KEY.matcher(text);
        while (skipBlanks() && fields.size() < MAX_FIELDS) {
            key.region(place, text.length());
            if (key.lookingAt()) {
                place = key.end();
                value(key.group(1).strip());
            } else {
                leftover();
            }
        }
    }

    /** Whether anything follows. */
    private boolean skipBlanks() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place < text.length();
    }

    private void value(String key) {
        while (place < text.length() && (text.charAt(place) == ' ' || text.charAt(place) == '\t')) {
            place++;
        }
        if (Balanced.opens(text, place)) {
            var end = Balanced.end(text, place);
            if (end > 0 && isEnd(end)) {
                fields.add(new Field(key, structured(text.substring(place, end))));
                place = end;
                separator();
                return;
            }
        }
        var end = plainEnd();
        plain(key, text.substring(place, end).strip());
        place = end;
        separator();
    }

    private boolean isEnd(int at) {
        return END.matcher(text).region(at, text.length()).lookingAt();
    }

    /** A quoted text stays one; JSON that cannot be read is kept as text. */
    private static Json structured(String value) {
        return LenientJson.parse(value).orElseGet(() -> Json.of(value));
    }

    private int plainEnd() {
        var lineEnd = text.indexOf('\n', place);
        var limit = lineEnd < 0 ? text.length() : lineEnd;
        var next = NEXT.matcher(text);
        for (int comma = text.indexOf(',', place); comma >= 0 && comma < limit; comma = text.indexOf(',', comma + 1)) {
            if (next.region(comma, text.length()).lookingAt()) {
                return comma;
            }
        }
        return limit;
    }

    private void plain(String key, String value) {
        var mixed = NUMBER_AND_MORE.matcher(value);
        if (!mixed.matches()) {
            fields.add(Field.of(
                    key,
                    value.endsWith(",") ? value.substring(0, value.length() - 1).strip() : value));
            return;
        }
        fields.add(Field.of(key, mixed.group(1)));
        for (var bare : mixed.group(2).split(",", -1)) {
            if (!bare.isBlank()) {
                fields.add(Field.of(bare.strip(), bare.strip()));
            }
        }
    }

    private void separator() {
        var end = END.matcher(text).region(place, text.length());
        place = end.lookingAt() ? end.end() : place;
    }

    /** Something that is no statement, up to the next comma or line. */
    private void leftover() {
        var end = place;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
            end++;
        }
        var rest = text.substring(place, end).strip();
        if (!rest.isEmpty()) {
            fields.add(Field.of(rest.length() <= 60 ? rest : "Unread text", rest));
        }
        place = Math.min(text.length(), end + 1);
    }
}
