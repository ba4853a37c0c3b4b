package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.source.Source;

/** The text that A1111 invented, and Forge, SD.Next, Civitai's generator and many savers for ComfyUI write. */
final class Infotext implements Dialect {

    @Override
    public boolean canRead(Passage passage) {
        return passage.json().isNull() && InfotextParts.of(passage.text()).isPresent();
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        InfotextParts.of(passage.text()).ifPresent(parts -> {
            List<Field> fields = new ArrayList<>();
            fields.add(Field.of("Prompt", parts.prompt()));
            parts.negative().ifPresent(negative -> fields.add(new Field("Negative prompt", Json.of(negative))));
            fields.addAll(InfotextFields.of(parts.statements()));
            if (InfotextFields.isTooMuch(parts.statements(), fields.size())) {
                draft.find(Finding.warning(
                        "INFOTEXT_TOO_LONG",
                        Effect.DOUBT,
                        "The infotext goes on beyond anything sensible; the rest was left unread."));
            }
            new FieldReader(new Fields(fields), draft).read();
        });
        return draft.build();
    }
}
