package dev.assay.core.family;

import java.math.BigDecimal;

/** From one value to another, both included. */
public record Range(BigDecimal from, BigDecimal to) {

    static Range of(String from, String to) {
        return new Range(new BigDecimal(from), new BigDecimal(to));
    }

    public boolean contains(BigDecimal value) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    @Override
    public String toString() {
        return from.toPlainString() + " to " + to.toPlainString();
    }
}
