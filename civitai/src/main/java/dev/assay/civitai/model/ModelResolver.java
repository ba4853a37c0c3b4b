package dev.assay.civitai.model;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.civitai.ask.Asker;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;

/**
 * Turns ingredients into the very files on the site that they are. A file is exact because a source names its version,
 * or because it has the hash that a source gives; never because its name looks alike.
 */
public final class ModelResolver {

    /** More models than any image uses; beyond, nothing is asked, so that hostile metadata cannot make a flood. */
    private static final int MAX_MENTIONS = 200;

    private final Catalogue catalogue;

    /**
     * @param asker asks the site
     * @param clock tells whether early access is over
     */
    public ModelResolver(Asker asker, Clock clock) {
        this.catalogue = new Catalogue(asker, new VersionReader(new Barriers(clock)));
    }

    /** What one ingredient is, taken by itself. */
    public ResolvedIngredient resolve(Ingredient ingredient) {
        return resolveAll(List.of(ingredient)).getFirst();
    }

    /**
     * What the ingredients of one image are, in the order of first mention. Mentions of the same one become one; each
     * question is asked once.
     */
    public List<ResolvedIngredient> resolveAll(List<Ingredient> ingredients) {
        var mentions = Mentions.of(ingredients);
        var asked = mentions.subList(0, Math.min(mentions.size(), MAX_MENTIONS));
        var known = KnownVersions.of(asked, catalogue);
        var identification = new Identification(catalogue, known);
        var attached = new Attachment(known, identification).attach(asked);
        List<Result> results = new ArrayList<>();
        for (var mention : attached) {
            results.add(result(mention, identification, known));
        }
        mentions.stream().skip(MAX_MENTIONS).map(ModelResolver::notAsked).forEach(results::add);
        return new SameFiles(results).merged().stream().map(Result::told).toList();
    }

    private Result result(Mention mention, Identification identification, KnownVersions known) {
        if (mention.clues().onlyLinked()) {
            return linkedOnly(mention, known);
        }
        var identified = identification.identify(mention);
        if (!(identified.resolution() instanceof Resolution.Unidentified unidentified)) {
            return Result.of(mention, identified);
        }
        return byName(known.named(), ", which the metadata name", mention, identification)
                .or(() -> byName(known.linked(), ", which the site links to this image", mention, identification))
                .orElseGet(() ->
                        Result.of(mention, Identified.as(new CandidateSearch(catalogue).widen(unidentified, mention))));
    }

    private static Optional<Result> byName(
            Map<Long, ModelVersion> among, String why, Mention mention, Identification identification) {
        var version = Identification.onlyOneWithName(among, mention);
        var identified = version.map(found -> identification.inVersion(found, mention, why));
        if (identified.isEmpty() || !(identified.get().resolution() instanceof Resolution.Exact(var file, var how))) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>(identified.get().findings());
        findings.add(Findings.nameOnly(mention.whole().name(), file, how));
        return Optional.of(Result.of(mention, new Identified(identified.get().resolution(), findings)));
    }

    private static Result linkedOnly(Mention mention, KnownVersions known) {
        var id = mention.clues().possibleVersions().getFirst();
        var files = Optional.ofNullable(known.linked().get(id))
                .map(ModelVersion::ownFiles)
                .orElse(List.of());
        return Result.of(
                mention,
                new Identified(
                        new Resolution.Unidentified(List.of("the site links model version " + id), files),
                        List.of(Findings.linkedOnly(id))));
    }

    private static Result notAsked(Mention mention) {
        return Result.of(
                mention,
                Identified.as(new Resolution.Unidentified(
                        List.of("not asked: the metadata name more than " + MAX_MENTIONS + " models"), List.of())));
    }
}
