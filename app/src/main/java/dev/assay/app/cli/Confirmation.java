package dev.assay.app.cli;

import java.util.Locale;
import java.util.Optional;

import dev.assay.app.pipeline.Consent;
import dev.assay.app.pipeline.DownloadPlan;

/**
 * What somebody agreed to before, by the digest of a plan.
 *
 * @param digest as it was given; empty where nobody has agreed to anything
 */
record Confirmation(Optional<String> digest) {

    static Confirmation none() {
        return new Confirmation(Optional.empty());
    }

    /** What it says of a plan; empty where it says nothing, so that somebody must be asked. */
    Optional<Consent.Answer> of(Optional<DownloadPlan> plan) {
        return digest.map(given -> plan.map(one -> one.digest().hex()).equals(Optional.of(normal(given)))
                ? Consent.Answer.YES
                : Consent.Answer.ANOTHER_PLAN);
    }

    private static String normal(String given) {
        return given.strip().toLowerCase(Locale.ROOT);
    }
}
