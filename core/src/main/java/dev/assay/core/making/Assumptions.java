package dev.assay.core.making;

import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** What is assumed where the metadata are silent, in words. Each one makes the result approximate. */
final class Assumptions {

    private Assumptions() {}

    static Finding assumed(String code, String what) {
        return Finding.warning(code, Effect.APPROXIMATES, what)
                .advise("Give the right value with --metadata if you know it.");
    }

    /**
     * What is assumed in place of a value that nobody states, or that is stated and cannot be.
     *
     * @param stated the value as written
     * @param subject what it is of, as the beginning of a sentence
     * @param silent what there is to say where nothing is stated
     * @param used what is taken instead
     */
    static Finding instead(String code, Optional<String> stated, String subject, String silent, String used) {
        return assumed(code, stated.map(value -> impossible(subject, value)).orElse(silent) + "; " + used);
    }

    /** What is not used, since it cannot be. */
    static Finding unfit(String code, String stated, String subject, String used) {
        return assumed(code, impossible(subject, stated) + "; " + used);
    }

    private static String impossible(String subject, String value) {
        return subject + " is stated as \"" + value + "\", which it cannot have been";
    }

    static Finding rounded(String what, int from, int to, int multiple) {
        return Finding.error(
                "RES_MULT",
                Effect.APPROXIMATES,
                what + " " + from + " is no multiple of " + multiple + ", which this model needs; " + to + " is used.");
    }
}
