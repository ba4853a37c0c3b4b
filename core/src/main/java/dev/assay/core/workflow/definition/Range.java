package dev.assay.core.workflow.definition;

import java.math.BigDecimal;
import java.util.Optional;

import dev.assay.core.json.Json;

/** The numbers an input takes; both ends belong to it, and a missing end is no limit. */
public record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) {

    static Range of(Json options) {
        return new Range(options.at("min").decimal(), options.at("max").decimal());
    }

    /** Whether the number is within. */
    public boolean holds(BigDecimal number) {
        return min.map(least -> least.compareTo(number) <= 0).orElse(true)
                && max.map(most -> most.compareTo(number) >= 0).orElse(true);
    }
}
