package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.Map;

import dev.assay.core.json.Json;

/**
 * A node that shifts a model's noise levels, without which they are not those it was trained on.
 *
 * @param nodeClass ComfyUI's node
 * @param literals all its inputs but the model
 */
public record Shift(String nodeClass, Map<String, Json> literals) {

    public Shift {
        literals = Map.copyOf(literals);
    }

    static Shift sd3(String shift) {
        return of("ModelSamplingSD3", shift);
    }

    static Shift auraFlow(String shift) {
        return of("ModelSamplingAuraFlow", shift);
    }

    private static Shift of(String nodeClass, String shift) {
        return new Shift(nodeClass, Map.of("shift", Json.of(new BigDecimal(shift))));
    }

    /** The same by another amount; none where the node has more than one number. */
    public Shift by(BigDecimal shift) {
        return literals.containsKey("shift") ? new Shift(nodeClass, Map.of("shift", Json.of(shift))) : this;
    }
}
