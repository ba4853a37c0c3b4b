package dev.assay.app.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.core.pickle.PickleImport;

/** What there is to say of what a pickle would import. */
public final class PickleWarning {

    private static final int SHOWN = 5;

    private PickleWarning() {}

    /**
     * A sentence part; empty where plain weights need all of it.
     *
     * @param imports what plain weights do not need, the gravest first
     */
    public static Optional<String> of(List<PickleImport> imports) {
        if (imports.isEmpty()) {
            return Optional.empty();
        }
        var grave = isGrave(imports);
        var shown = imports.stream()
                .filter(one -> !grave || one.judgement() == PickleImport.Judgement.DANGEROUS)
                .toList();
        var names = shown.stream().limit(SHOWN).map(PickleImport::words).collect(Collectors.joining(", "))
                + (shown.size() > SHOWN ? " and " + (shown.size() - SHOWN) + " more" : "");
        return Optional.of(
                grave
                        ? "loading it would run " + names + ", which weights never need: do not load it"
                        : "loading it would run code that plain weights do not need: " + names);
    }

    /** Whether one of them is known for running anything at all. */
    public static boolean isGrave(List<PickleImport> imports) {
        return imports.stream().anyMatch(one -> one.judgement() == PickleImport.Judgement.DANGEROUS);
    }
}
