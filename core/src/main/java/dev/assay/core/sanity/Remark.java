package dev.assay.core.sanity;

import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Severity;

/** One thing that a rule has to say. */
record Remark(Severity severity, Effect effect, String message) {

    static Remark info(Effect effect, String message) {
        return new Remark(Severity.INFO, effect, message);
    }

    static Remark warning(Effect effect, String message) {
        return new Remark(Severity.WARNING, effect, message);
    }

    static Remark error(Effect effect, String message) {
        return new Remark(Severity.ERROR, effect, message);
    }

    /** This, where it is so. */
    Stream<Remark> when(boolean condition) {
        return condition ? Stream.of(this) : Stream.empty();
    }
}
