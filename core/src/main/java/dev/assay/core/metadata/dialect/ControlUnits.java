package dev.assay.core.metadata.dialect;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.metadata.draft.Draft;

/**
 * Writes what steered a sampling by a picture as A1111's ControlNet extension writes its units, which is what whoever draws
 * a graph reads, whatever tool it was.
 */
final class ControlUnits {

    private final Draft draft;
    private int number;

    ControlUnits(Draft draft) {
        this.draft = draft;
    }

    /**
     * Writes the next unit. What is not stated stays away.
     *
     * @param module what made the control picture of another one
     * @param weight how strong it steered
     * @param start the share of the steps from which on
     * @param end the share of the steps up to which
     * @param mode whether prompt and control counted alike
     */
    void add(Json module, Json model, Json weight, Json start, Json end, Json mode) {
        var unit = Json.object();
        put(unit, "Module", module);
        put(unit, "Model", model);
        put(unit, "Weight", weight);
        put(unit, "Guidance Start", start);
        put(unit, "Guidance End", end);
        put(unit, "Control Mode", mode);
        draft.extra("ControlNet " + number++, unit.build());
    }

    private static void put(JsonObjectBuilder unit, String key, Json value) {
        value.scalar().filter(text -> !text.isBlank()).ifPresent(_ -> unit.put(key, value));
    }
}
