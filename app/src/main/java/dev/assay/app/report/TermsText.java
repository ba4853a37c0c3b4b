package dev.assay.app.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.civitai.model.Terms;
import dev.assay.core.ingredient.ModelFile;

/** Terms of a file in words; what nobody says is said to be so. */
final class TermsText {

    private static final String UNKNOWN = "not stated";

    private TermsText() {}

    static String licence(Terms terms) {
        return terms.licence().orElse(UNKNOWN);
    }

    /** What stands between the user and the file. */
    static String access(Terms terms, ModelFile file) {
        var access = Stream.of(
                        file.access().map(ModelFile.Barrier::message),
                        terms.signIn().map(needed -> needed ? "sign-in needed" : "no sign-in needed"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return access.isEmpty() ? UNKNOWN : access;
    }
}
