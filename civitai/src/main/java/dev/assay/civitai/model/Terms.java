package dev.assay.civitai.model;

import java.util.Optional;

/**
 * Under what terms a file is given, as far as its source says.
 *
 * @param licence in words
 * @param price what it costs, in words; empty where no price is said
 * @param signIn whether only to who has signed in, or has accepted terms; empty where nobody says
 */
public record Terms(Optional<String> licence, Optional<String> price, Optional<Boolean> signIn) {

    /** Nobody says anything. */
    public static final Terms UNKNOWN = new Terms(Optional.empty(), Optional.empty(), Optional.empty());
}
