package dev.assay.core.making;

import java.math.BigDecimal;

/**
 * A LoRA or hypernetwork, as strong as one pass wants it.
 *
 * @param model weight for the diffusion model
 * @param clip weight for the text encoder; without meaning for a hypernetwork
 */
record Weighed(Placed placed, BigDecimal model, BigDecimal clip) {

    boolean isLike(Weighed other) {
        return placed.equals(other.placed) && model.compareTo(other.model) == 0 && clip.compareTo(other.clip) == 0;
    }
}
