package dev.assay.app.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.app.pipeline.Wishes;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.Site;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.civitai.model.Terms;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.ParsedWanted;
import dev.assay.core.reference.SiteHosts;
import dev.assay.core.reference.WantedModel;
import dev.assay.core.reference.WantedModelParser;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Noted;
import dev.assay.models.download.RateLimit;

/**
 * Asks the site for what is missing, each model once, and only for what is identified: by the hash or the address that an
 * author noted, or by an AIR. A name is never asked for.
 */
public final class Obtaining {

    private static final int AT_A_TIME = 200;

    private static final Source SOURCE = new Source(Origin.FILE, "");

    private final ModelResolver resolver;
    private final Function<ModelFile, Terms> terms;
    private final WantedModelParser addresses;

    /**
     * @param terms says under what terms a file is given
     * @param addresses tells what an author's address names
     */
    public Obtaining(ModelResolver resolver, Function<ModelFile, Terms> terms, WantedModelParser addresses) {
        this.resolver = resolver;
        this.terms = terms;
        this.addresses = addresses;
    }

    /** Asks the site, and Hugging Face, as the settings say. */
    public static Obtaining of(Wiring wiring) {
        var site = wiring.site();
        var services = wiring.getServices(RateLimit.none());
        return new Obtaining(
                services.resolver(),
                services.terms(),
                new WantedModelParser(
                        new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty()),
                        wiring.hub().map(Site::origin)));
    }

    /** The same models, those that are missing with how they can be had. */
    public List<ModelTotal> offers(List<ModelTotal> models) {
        var asked = models.stream().filter(ModelTotal::isLacking).toList();
        List<ModelTotal> askable = asked.stream()
                .filter(model -> model.offer().isEmpty() && !clues(model.need()).isEmpty())
                .toList();
        List<Optional<Offer>> answers = new ArrayList<>();
        for (int from = 0; from < askable.size(); from += AT_A_TIME) {
            answers.addAll(ask(askable.subList(from, Math.min(askable.size(), from + AT_A_TIME))));
        }
        return models.stream()
                .map(model -> {
                    var at = askable.indexOf(model);
                    var answer = at < 0 ? model.offer().map(this::withTerms) : answers.get(at);
                    return model.isLacking()
                            ? model.offered(
                                    answer.or(() -> address(model.need())).orElseGet(() -> unidentified(model.need())))
                            : model;
                })
                .toList();
    }

    private Offer withTerms(Offer offer) {
        return offer.allowed() instanceof Offer.File(var file, var how, var licence) && licence.isEmpty()
                ? new Offer.File(file, how, terms.apply(file).licence())
                : offer.allowed();
    }

    /** What is known without asking anybody. */
    public static List<ModelTotal> offlineOffers(List<ModelTotal> models) {
        return models.stream()
                .map(model -> model.isLacking()
                        ? model.offered(model.offer()
                                .map(Offer::allowed)
                                .or(() -> address(model.need()))
                                .orElseGet(() -> unidentified(model.need())))
                        : model)
                .toList();
    }

    private static Optional<Offer> address(ModelNeed need) {
        return need.noted().map(Noted::url).filter(url -> !url.isEmpty()).map(Offer.Address::new);
    }

    private static Offer unidentified(ModelNeed need) {
        return need.noted().flatMap(Noted::sha256).isPresent()
                ? new Offer.None("Only its hash is known, and nobody was found who has it.")
                : new Offer.OnlyNamed();
    }

    private List<Optional<Offer>> ask(List<ModelTotal> some) {
        // Each by itself: they are of different authors, so that what one of them says tells nothing about another.
        var wishes = some.stream()
                .map(model -> new ModelResolver.Wish(ingredient(model.need()), preference(model.need())))
                .toList();
        return resolver.resolveEach(wishes).stream().map(this::answer).toList();
    }

    private Ingredient ingredient(ModelNeed need) {
        return Ingredient.of(
                role(need.folder()), need.name(), SOURCE, clues(need).toArray(Clue[]::new));
    }

    /** What an author's download address says of the file, such as its precision. */
    private Preference preference(ModelNeed need) {
        return need.noted()
                .map(noted -> addresses.parse(noted.url()))
                .map(parsed -> parsed instanceof ParsedWanted.Understood(var wanted)
                        ? Wishes.preference(wanted, resolver.preference())
                        : resolver.preference())
                .orElse(resolver.preference());
    }

    private List<Clue> clues(ModelNeed need) {
        List<Clue> clues = new ArrayList<>();
        Air.parse(need.name()).filter(Air::isCivitai).ifPresent(air -> clues.add(new Clue.ByAir(air)));
        need.noted().flatMap(Noted::sha256).ifPresent(hash -> clues.add(new Clue.FullHash(hash)));
        need.noted().map(Noted::url).filter(url -> !url.isEmpty()).ifPresent(url -> clues.addAll(address(url)));
        if (!clues.isEmpty()) {
            // Of several files of one version, the one of that name is meant.
            clues.add(new Clue.Named(need.name()));
        }
        return clues;
    }

    /** Only an address of one file, or of one version, says what is meant. */
    private List<Clue> address(String url) {
        if (!(addresses.parse(url) instanceof ParsedWanted.Understood(var wanted))) {
            return List.of();
        }
        return switch (wanted) {
            case WantedModel.OnHuggingFace(var file) ->
                file.path().isEmpty() ? List.of() : List.of(new Clue.OnHuggingFace(file));
            case WantedModel.Version version ->
                Stream.concat(
                                Stream.<Clue>of(new Clue.Version(version.id())),
                                version.fileId().stream().mapToObj(Clue.OfFile::new))
                        .toList();
            case WantedModel.Model _, WantedModel.ByAir _, WantedModel.Hash _, WantedModel.Named _ -> List.of();
        };
    }

    private Optional<Offer> answer(ResolvedIngredient resolved) {
        return switch (resolved.resolution()) {
            case Resolution.Exact(var file, var how) ->
                Optional.of(withTerms(new Offer.File(file, how, Optional.empty())));
            case Resolution.Ambiguous _,
                    Resolution.Unidentified _,
                    Resolution.Gone _,
                    Resolution.Restricted _,
                    Resolution.RemoteOnly _,
                    Resolution.Mismatch _,
                    Resolution.Unreachable _ -> refusal(resolved.resolution());
        };
    }

    /** Why it cannot be had; empty where nothing was found that leads to it, so that an author's address still may. */
    static Optional<Offer> refusal(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Exact _, Resolution.Unidentified _ -> Optional.empty();
            case Resolution.Ambiguous(var _, var why) -> Optional.of(new Offer.None(why));
            case Resolution.Gone(var what) -> Optional.of(new Offer.None(what));
            case Resolution.Restricted(var why) -> Optional.of(new Offer.None(why));
            case Resolution.RemoteOnly(var engine) ->
                Optional.of(new Offer.None("It runs only at its maker's: " + engine + "."));
            case Resolution.Mismatch(var what) -> Optional.of(new Offer.None(what));
            case Resolution.Unreachable(var why) -> Optional.of(new Offer.None(why));
        };
    }

    static Role role(String folder) {
        return switch (folder) {
            case "checkpoints" -> Role.CHECKPOINT;
            case "diffusion_models" -> Role.UNET;
            case "loras" -> Role.LORA;
            case "embeddings" -> Role.EMBEDDING;
            case "hypernetworks" -> Role.HYPERNETWORK;
            case "vae" -> Role.VAE;
            case "text_encoders" -> Role.TEXT_ENCODER;
            case "clip_vision" -> Role.CLIP_VISION;
            case "controlnet" -> Role.CONTROLNET;
            case "upscale_models" -> Role.UPSCALER;
            default -> Role.UNKNOWN;
        };
    }
}
