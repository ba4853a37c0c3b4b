package dev.assay.core.prompt;

import java.math.BigDecimal;

/** A piece of a prompt as A1111 understands it. */
public sealed interface Span {

    /**
     * Text, without brackets and escapes.
     *
     * @param weight the product of all brackets around it, with at most six decimals; 1 where there are none
     */
    record Text(String text, BigDecimal weight) implements Span {}

    /** The keyword {@code BREAK}: the rest begins a new chunk of 75 tokens. */
    enum Break implements Span {
        BREAK
    }
}
