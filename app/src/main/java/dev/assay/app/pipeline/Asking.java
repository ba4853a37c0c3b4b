package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.About;
import dev.assay.civitai.model.Terms;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/** Under what terms the missing files are given, said before any of them is fetched. */
final class Asking {

    private final Function<List<ModelFile>, List<Terms>> terms;
    private final boolean signedIn;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param terms of each of several files, in their order
     * @param signedIn whether a key is set
     */
    Asking(Function<List<ModelFile>, List<Terms>> terms, boolean signedIn) {
        this.terms = terms;
        this.signedIn = signedIn;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The same parts, those that are missing with their terms; one that is sure to be refused is not to be fetched. */
    List<Part> of(List<Part> parts) {
        var files = parts.stream()
                .filter(part -> part.about().isEmpty())
                .flatMap(part -> missing(part).stream())
                .distinct()
                .toList();
        var told = files.isEmpty() ? List.<Terms>of() : terms.apply(files);
        return parts.stream()
                .map(part -> missing(part)
                        .map(file -> of(part, file, part.about()
                                .orElseGet(() -> new About(told.get(files.indexOf(file)), Optional.empty()))))
                        .orElse(part))
                .toList();
    }

    private static Optional<ModelFile> missing(Part part) {
        return part.state() instanceof PartState.Missing
                        && part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                ? Optional.of(file)
                : Optional.empty();
    }

    private Part of(Part part, ModelFile file, About told) {
        var refusal = refusal(file, told.terms(), signedIn);
        refusal.ifPresent(problems::add);
        var known = part.with(told);
        return refusal.map(problem -> known.in(new PartState.Unavailable(problem.what())))
                .orElse(known);
    }

    /** A download that is sure to be refused is not begun. */
    static Optional<Problem> refusal(ModelFile file, Terms terms, boolean signedIn) {
        return terms.signIn().orElse(false) && file.elsewhere().isEmpty() && !signedIn
                ? Optional.of(new Problem(
                        ExitCode.NO_ACCESS,
                        "\"" + file.name() + "\"",
                        "Its creator gives it only to who has signed in.",
                        "The file cannot be downloaded without a key.",
                        "Set CIVITAI_API_KEY to a key of your account. Its page: " + ModelLinks.pageOf(file)))
                : Optional.empty();
    }
}
