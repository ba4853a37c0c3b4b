package dev.assay.replica.site;

import java.util.Optional;

/** Ids in paths. */
final class Ids {

    private Ids() {}

    static Optional<Long> parse(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static boolean beyondInt4(long id) {
        return id > Integer.MAX_VALUE;
    }
}
