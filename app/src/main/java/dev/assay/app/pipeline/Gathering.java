package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.model.ModelResolver;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.StandardFiles;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.recipe.Recipe;

/** The second question: what is the image made of, and where is each of it? */
final class Gathering {

    private final Disk disk;
    private final Request request;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<ResolvedIngredient> kept = List.of();

    Gathering(Disk disk, Request request) {
        this.disk = disk;
        this.request = request;
    }

    /** What there is to say so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Identifies and places all that a recipe names, and what the model needs besides.
     *
     * @param own the maker's own graph, where that is used: it names all that it needs
     */
    List<Part> gather(ModelResolver resolver, Recipe recipe, Optional<OwnGraph> own) {
        var placing = new Placing(disk, request, own.isPresent());
        var upscales = Drafting.upscalesByModel(recipe);
        var standards = new StandardPlacing(StandardFiles.load(), disk, request);
        var parts = new ArrayList<Part>();
        var named = new ArrayList<ResolvedIngredient>();
        for (var resolved : resolver.resolveAll(Uses.mentioned(recipe, upscales))) {
            findings.addAll(resolved.findings());
            if (resolved.onlyLinked()) {
                continue;
            }
            if (own.isEmpty() && standards.isStandard(resolved)) {
                named.add(resolved);
            } else if (Uses.isNeeded(resolved, own, upscales)) {
                parts.add(placing.place(resolved));
            } else {
                parts.add(aside(resolved, own.isPresent()));
            }
        }
        findings.addAll(placing.findings());
        problems.addAll(placing.problems());
        if (own.isEmpty()) {
            kept = List.copyOf(named);
            parts.addAll(complete(parts));
            unused(parts).forEach(resolved -> parts.add(aside(resolved, false)));
        }
        return List.copyOf(parts);
    }

    /** What the model needs besides these, as far as its family loads it from files of its own. */
    List<Part> complete(List<Part> parts) {
        var standards = new StandardPlacing(StandardFiles.load(), disk, request);
        var companions = new Companions(standards, kept);
        var more = companions.complete(parts);
        findings.addAll(companions.findings());
        findings.addAll(standards.findings());
        problems.addAll(standards.problems());
        return more;
    }

    /** Text encoders and VAEs that are named and that the model does not need. */
    private List<ResolvedIngredient> unused(List<Part> parts) {
        return kept.stream()
                .filter(one -> parts.stream()
                        .noneMatch(part -> part.resolved().ingredient().equals(one.ingredient())))
                .toList();
    }

    private Part aside(ResolvedIngredient resolved, boolean ownGraph) {
        findings.add(Asides.of(resolved.ingredient(), ownGraph));
        return Placing.aside(resolved);
    }
}
