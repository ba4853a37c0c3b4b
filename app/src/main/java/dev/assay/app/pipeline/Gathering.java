package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.civitai.model.About;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.StandardFiles;
import dev.assay.core.making.ControlSettling;
import dev.assay.core.making.EnlargeSettling;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.recipe.Recipe;

/** The second question: what is the image made of, and where is each of it? */
final class Gathering {

    private final Disk disk;
    private final Request request;
    private final ModelResolver resolver;
    private final Function<ModelFile, About> about;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final StandardFiles standards = StandardFiles.load();
    private List<ResolvedIngredient> kept = List.of();

    /** @param about says of a file what its source does */
    Gathering(ModelResolver resolver, Function<ModelFile, About> about, Disk disk, Request request) {
        this.about = about;
        this.resolver = resolver;
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
    List<Part> gather(Recipe recipe, Optional<OwnGraph> own) {
        var placing = new Placing(disk, request.handling(own.isPresent()));
        var upscales = Drafting.upscalesByModel(recipe);
        var parts = new ArrayList<Part>();
        var named = new ArrayList<ResolvedIngredient>();
        var all = resolver.resolveAll(Uses.mentioned(recipe, upscales));
        var loadsStandards = own.isEmpty() && all.stream().anyMatch(Base::loadsStandards);
        for (var resolved : all) {
            findings.addAll(resolved.findings());
            if (resolved.onlyLinked()) {
                continue;
            }
            if (loadsStandards && StandardPlacing.isStandard(standards, resolved)) {
                named.add(resolved);
            } else if (Uses.isNeeded(resolved, own, upscales) || isTold(resolved, recipe, own.isEmpty())) {
                parts.add(placing.place(resolved));
            } else if (own.isEmpty() && ControlSettling.isAdapter(recipe, resolved.ingredient())) {
                parts.add(Placing.aside(resolved));
            } else {
                parts.add(standardControl(resolved, recipe, own.isEmpty(), placing)
                        .orElseGet(() -> aside(resolved, own.isPresent())));
            }
        }
        findings.addAll(placing.findings());
        problems.addAll(placing.problems());
        problems.addAll(Unchosen.of(resolver.preference(), all));
        if (own.isEmpty()) {
            kept = List.copyOf(named);
            parts.addAll(complete(parts));
            unused(parts).forEach(resolved -> parts.add(aside(resolved, false)));
        }
        return told(parts);
    }

    private List<Part> told(List<Part> parts) {
        return request.terms() ? parts.stream().map(this::told).toList() : List.copyOf(parts);
    }

    private Part told(Part part) {
        return part.about().isEmpty() && part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                ? part.with(about.apply(file))
                : part;
    }

    /** A ControlNet that nothing but its name identifies, by which everybody means the same. */
    private Optional<Part> standardControl(ResolvedIngredient resolved, Recipe recipe, boolean drawn, Placing placing) {
        var ingredient = resolved.ingredient();
        if (!drawn
                || resolved.resolution() instanceof Resolution.Exact
                || !ControlSettling.isUsed(recipe, ingredient)) {
            return Optional.empty();
        }
        var standard = StandardPlacing.controlNet(standards, ingredient);
        standard.ifPresent(file -> findings.add(Finding.info(
                "CN_STANDARD",
                Effect.APPROXIMATES,
                "The ControlNet \"" + ingredient.name() + "\" is taken for what everybody calls so; \"" + file.name()
                        + "\" has its weights in half precision.")));
        var placer = new StandardPlacing(standards, resolver, disk, placing, request.noDownload());
        var part = standard.map(file -> placer.place(ingredient, file));
        findings.addAll(placer.findings());
        return part;
    }

    /** A ControlNet or an upscaler that is identified, and of which the metadata tell how it was used. */
    private static boolean isTold(ResolvedIngredient resolved, Recipe recipe, boolean drawn) {
        return drawn
                && resolved.resolution() instanceof Resolution.Exact(var file, var _)
                && (ControlSettling.isUsed(recipe, resolved.ingredient(), file)
                        || EnlargeSettling.isUsed(recipe, resolved.ingredient(), file));
    }

    /** What the model needs besides these, as far as its family loads it from files of its own. */
    List<Part> complete(List<Part> parts) {
        var placing = new Placing(disk, request.handling(false));
        var standard = new StandardPlacing(standards, resolver, disk, placing, request.noDownload());
        var companions = new Companions(standard, kept);
        var more = companions.complete(parts);
        findings.addAll(companions.findings());
        findings.addAll(standard.findings());
        findings.addAll(placing.findings());
        problems.addAll(placing.problems());
        return told(more);
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
