package dev.assay.core.metadata.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.draft.Values;

/** The size of the first pass, as {@code Size: WxH} or as two numbers. */
final class Sizes {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s?[x×]\\s?(\\d{1,6})", Pattern.CASE_INSENSITIVE);

    private Sizes() {}

    static void size(Field field, Draft draft) {
        var text = field.value().text().orElse("").strip();
        var size = SIZE.matcher(text);
        if (!size.matches()) {
            draft.extra(field.key(), field.value());
            draft.find(Finding.warning(
                    "VALUE_UNREADABLE", Effect.DOUBT, "\"" + Values.excerpt(text) + "\" is no size; it is not used."));
            return;
        }
        draft.state(Parameter.WIDTH, "Size", Json.of(size.group(1)));
        draft.state(Parameter.HEIGHT, "Size", Json.of(size.group(2)));
    }

    /** Zero and a link into a graph are the site's ways of not knowing (quirk 29). Where both are stated, Size wins. */
    static void side(Parameter side, Field field, Fields all, Draft draft) {
        var unknown = field.value() instanceof Json.Arr
                || field.value()
                        .decimal()
                        .filter(number -> number.signum() == 0)
                        .isPresent();
        if (unknown) {
            draft.extra(field.key(), field.value());
            return;
        }
        all.text("size")
                .map(SIZE::matcher)
                .filter(Matcher::matches)
                .ifPresent(size -> draft.suggest(side, Json.of(size.group(side == Parameter.WIDTH ? 1 : 2))));
        draft.state(side, field.key(), field.value());
    }
}
