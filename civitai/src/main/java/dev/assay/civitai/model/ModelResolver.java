package dev.assay.civitai.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;

/**
 * Turns ingredients into the very files on the site that they are. A file is exact because a source names its version,
 * or because it has the hash that a source gives; never because its name looks alike.
 */
public final class ModelResolver {

    /** More models than any image uses; beyond, nothing is asked, so that hostile metadata cannot make a flood. */
    private static final int MAX_MENTIONS = 200;

    private final Asker asker;
    private final Ledger ledger;
    private final VersionReader reader;

    /**
     * @param asker asks the site
     * @param ledger is told which answers were about what was asked, so that they may be used again
     * @param clock tells whether early access is over
     */
    public ModelResolver(Asker asker, Ledger ledger, InstantSource clock) {
        this.asker = asker;
        this.ledger = ledger;
        this.reader = new VersionReader(new Barriers(clock));
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
        var catalogue = new Catalogue(new TiringAsker(asker), ledger, reader);
        var known = KnownVersions.of(asked, catalogue);
        var identification = new Identification(catalogue, known);
        var verdict = new Judgement(catalogue, known, identification);
        List<Result> results = new ArrayList<>();
        new Attachment(known, identification)
                .attach(asked).stream().map(verdict::of).forEach(results::add);
        mentions.stream().skip(MAX_MENTIONS).map(ModelResolver::notAsked).forEach(results::add);
        return new SameFiles(results).merged().stream().map(Result::told).toList();
    }

    /** The versions of a model; which one is meant is for the user to say. */
    public VersionList versionsOf(long modelId) {
        return new Catalogue(asker, ledger, reader).model(modelId);
    }

    private static Result notAsked(Mention mention) {
        return Result.of(
                mention,
                Identified.as(new Resolution.Unidentified(
                        List.of("not asked: the metadata name more than " + MAX_MENTIONS + " models"), List.of())));
    }
}
