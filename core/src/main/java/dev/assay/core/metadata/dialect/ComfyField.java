package dev.assay.core.metadata.dialect;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.metadata.graph.ComfyShape;

/** The graph that the site keeps beside its own reading of it, as a string put together by hand (quirk 31). */
final class ComfyField {

    private ComfyField() {}

    static void read(Field field, Draft draft) {
        var graph = ComfyShape.graph(LenientJson.structure(field.value()));
        graph.ifPresentOrElse(draft::graph, () -> unreadable(field, draft));
    }

    private static void unreadable(Field field, Draft draft) {
        draft.extra(field.key(), field.value());
        var empty = field.value() instanceof Json.Obj object && object.members().isEmpty();
        if (!empty) {
            draft.find(Finding.warning(
                    "COMFY_UNREADABLE",
                    Effect.DOUBT,
                    "The metadata hold a ComfyUI graph that cannot be read; the values beside it are used."));
        }
    }
}
