package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.civitai.model.ModelResolver;
import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Role;
import dev.assay.core.reference.WantedModel;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/** What somebody wants, as the resolver takes it: the same clues as an image's metadata give, and some more. */
public final class Wishes {

    private static final Source USER = new Source(Origin.USER, "the command line");

    /** Parts that a version may hold beside the model itself. */
    private static final Set<Role> COMPONENTS =
            Set.of(Role.VAE, Role.TEXT_ENCODER, Role.CLIP_VISION, Role.UNET, Role.CONTROLNET, Role.UPSCALER);

    private Wishes() {}

    static ModelResolver.Wish of(GetRequest.Wanted wanted, GetRequest request) {
        List<Clue> clues = new ArrayList<>(clues(wanted.model()));
        request.file().ifPresent(id -> clues.add(new Clue.OfFile(id)));
        var ingredient = Ingredient.of(role(wanted.model()), wanted.given(), USER, clues.toArray(Clue[]::new));
        return new ModelResolver.Wish(ingredient, preference(wanted.model(), request.preference()));
    }

    /** How it was understood, where it could be meant otherwise (quirk 19). */
    static Optional<String> note(WantedModel model) {
        return model instanceof WantedModel.Version version && version.bare()
                ? Optional.of("The bare number " + version.id()
                        + " is taken for the number of a model version, not of a model or an image.")
                : Optional.empty();
    }

    private static List<Clue> clues(WantedModel model) {
        return switch (model) {
            case WantedModel.Version version ->
                Stream.concat(
                                Stream.<Clue>of(new Clue.Version(version.id())),
                                version.fileId().stream().mapToObj(Clue.OfFile::new))
                        .toList();
            case WantedModel.Model(var id) -> List.of(new Clue.OfModel(id));
            case WantedModel.ByAir(var air) ->
                Stream.concat(
                                Stream.<Clue>of(new Clue.ByAir(air)),
                                air.versionId().isEmpty()
                                        ? air.modelId().stream().mapToObj(Clue.OfModel::new)
                                        : Stream.empty())
                        .toList();
            case WantedModel.Hash(var kind, var hex) -> List.of(clue(kind, hex));
            case WantedModel.OnHuggingFace(var file) -> List.of(new Clue.OnHuggingFace(file));
            case WantedModel.Named(var name) -> List.of(new Clue.Named(name));
        };
    }

    private static Clue clue(WantedModel.Hash.Kind kind, String hex) {
        return switch (kind) {
            case SHA256 -> new Clue.FullHash(new Sha256(hex));
            case BLAKE3 -> new Clue.WholeHash(hex);
            case AUTOV2, AUTOV3 -> new Clue.KeyHash(new ShortHash(hex));
            case AUTOV1, CRC32 -> new Clue.WeakHash(new ShortHash(hex));
            case ANY ->
                switch (hex.length()) {
                    case 64 -> new Clue.WholeHash(hex);
                    case 8 -> new Clue.WeakHash(new ShortHash(hex));
                    default -> new Clue.KeyHash(new ShortHash(hex));
                };
        };
    }

    /** The part that a download address says; unknown where it does not. */
    public static Role role(WantedModel model) {
        if (!(model instanceof WantedModel.Version version)) {
            return Role.UNKNOWN;
        }
        var type = Role.of(version.traits().getOrDefault("type", "").replace(" ", ""));
        return COMPONENTS.contains(type) ? type : Role.UNKNOWN;
    }

    /** What a download address says comes before what the user likes in general. */
    public static Preference preference(WantedModel model, Preference liked) {
        var traits = model instanceof WantedModel.Version version ? version.traits() : Map.<String, String>of();
        var said = Stream.of("format", "size", "fp", "quantType")
                .map(name -> traits.getOrDefault(name, "").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("safetensor") ? "safetensors" : word.equals("pickletensor") ? "pickle" : word);
        return new Preference(
                Stream.concat(said, liked.words().stream()).distinct().toList(), liked.files());
    }
}
