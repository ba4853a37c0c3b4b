package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.metadata.draft.Field;

/**
 * What extensions write behind the statements, each with all the lines that follow it.
 *
 * @param start where the first of them begins, or the end of the text
 */
record InfotextFooters(int start, List<Field> fields) {

    private static final int MAX = 50;

    private static final Pattern KEY =
            Pattern.compile("\\n\\s{0,8}(Template|Negative Template|Recipe metadata|Wildcard prompt):");

    static InfotextFooters of(String text) {
        var key = KEY.matcher(text);
        if (!key.find()) {
            return new InfotextFooters(text.length(), List.of());
        }
        var start = key.start();
        List<Field> fields = new ArrayList<>();
        var more = true;
        while (more && fields.size() < MAX) {
            var name = key.group(1);
            var from = key.end();
            more = key.find();
            fields.add(Field.of(
                    name,
                    text.substring(from, more ? key.start() : text.length()).strip()));
        }
        return new InfotextFooters(start, fields);
    }
}
