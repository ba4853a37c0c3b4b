package dev.assay.civitai.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
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
    private final Preference preference;
    private final SecondSource second;

    /**
     * @param asker asks the site
     * @param ledger is told which answers were about what was asked, so that they may be used again
     * @param clock tells whether early access is over
     */
    public ModelResolver(Asker asker, Ledger ledger, InstantSource clock) {
        this(asker, ledger, new VersionReader(new Barriers(clock)), Preference.NONE, SecondSource.NONE);
    }

    private ModelResolver(
            Asker asker, Ledger ledger, VersionReader reader, Preference preference, SecondSource second) {
        this.asker = asker;
        this.ledger = ledger;
        this.reader = reader;
        this.preference = preference;
        this.second = second;
    }

    /** One that chooses by that where several files of one kind fit. */
    public ModelResolver preferring(Preference liked) {
        return new ModelResolver(asker, ledger, reader, liked, second);
    }

    /** By what it chooses. */
    public Preference preference() {
        return preference;
    }

    /** One that also looks there. */
    public ModelResolver with(SecondSource elsewhere) {
        return new ModelResolver(asker, ledger, reader, preference, elsewhere);
    }

    /** What one ingredient is, taken by itself. */
    public ResolvedIngredient resolve(Ingredient ingredient) {
        return resolveAll(List.of(ingredient)).getFirst();
    }

    /**
     * Something that is wanted for itself.
     *
     * @param preference among several files of one kind
     */
    public record Wish(Ingredient ingredient, Preference preference) {}

    /** What each of several is, taken by itself, in their order. */
    public List<ResolvedIngredient> resolveEach(List<Wish> wishes) {
        var catalogue = catalogue();
        catalogue.askAhead(wishes.stream()
                .map(wish -> Clues.of(wish.ingredient()))
                .flatMap(Identification::onlyHashes)
                .toList());
        return Findings.withStrangers(
                catalogue.strangers(),
                wishes.stream()
                        .map(wish -> preferring(wish.preference())
                                .resolveAll(Mentions.of(List.of(wish.ingredient())), catalogue)
                                .getFirst())
                        .toList());
    }

    /** The other files of the same version. */
    public List<ModelFile> others(ModelFile file) {
        if (file.versionId() == 0) {
            return List.of();
        }
        return new Catalogue(asker, ledger, reader).version(file.versionId()) instanceof Lookup.Found(var version)
                ? version.files().stream()
                        .filter(other -> other.fileId() != file.fileId())
                        .toList()
                : List.of();
    }

    /**
     * What the ingredients of one image are, in the order of first mention. Mentions of the same one become one; each
     * question is asked once.
     */
    public List<ResolvedIngredient> resolveAll(List<Ingredient> ingredients) {
        var catalogue = catalogue();
        var resolved = resolveAll(Mentions.of(ingredients), catalogue);
        return Findings.withStrangers(catalogue.strangers(), resolved);
    }

    private Catalogue catalogue() {
        return new Catalogue(new TiringAsker(asker), ledger, reader);
    }

    private List<ResolvedIngredient> resolveAll(List<Mention> mentions, Catalogue catalogue) {
        var asked = mentions.subList(0, Math.min(mentions.size(), MAX_MENTIONS));
        var known = KnownVersions.of(asked, catalogue);
        catalogue.askAhead(asked.stream()
                .map(Mention::clues)
                .filter(clues -> known.withHash(clues).isEmpty())
                .flatMap(Identification::onlyHashes)
                .toList());
        var identification = new Identification(catalogue, known, preference, second);
        var verdict = new Judgement(catalogue, known, identification, second);
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
