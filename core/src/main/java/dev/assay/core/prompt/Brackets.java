package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The brackets of one shape that are open at a point. A1111 keeps round and square ones on stacks of their own, so that
 * the two may overlap, and gives an open bracket without a partner its weight to the end of the prompt.
 */
final class Brackets {

    /** One bracket pair; its weight is known when it closes. */
    static final class Bracket {
        private final @Nullable Bracket around;
        private double own;
        private double total = 1;

        private Bracket(@Nullable Bracket around, double own) {
            this.around = around;
            this.own = own;
        }

        /** The product of this bracket's weight and of all around it; known once {@link #settle} was called. */
        double total() {
            return total;
        }
    }

    private final double weight;
    private final List<Bracket> all = new ArrayList<>();
    private Bracket innermost;

    /** Brackets that count with this weight where they name none. */
    Brackets(double weight) {
        this.weight = weight;
        this.innermost = new Bracket(null, 1);
    }

    Bracket innermost() {
        return innermost;
    }

    void open() {
        innermost = new Bracket(innermost, weight);
        all.add(innermost);
    }

    /** Closes the innermost bracket; false where none is open. */
    boolean close() {
        return close(weight);
    }

    boolean close(double weight) {
        var outer = innermost.around;
        if (outer == null) {
            return false;
        }
        innermost.own = weight;
        innermost = outer;
        return true;
    }

    /** Multiplies from the outside in; brackets were opened in that order, so no depth needs a stack. */
    void settle() {
        for (var bracket : all) {
            bracket.total = bracket.own * (bracket.around == null ? 1 : bracket.around.total);
        }
    }
}
