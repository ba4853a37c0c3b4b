package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.family.Family;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;

/** Places models for tests. */
public final class Placements {

    private Placements() {}

    public static Placed checkpoint(String baseModel) {
        return place(Role.CHECKPOINT, "base", "base.safetensors", baseModel);
    }

    public static Placed named(Role role, String title, String version, String fileName, String baseModel) {
        var file = file(title, version, fileName, baseModel, "Model");
        return new Placed(
                Ingredient.of(role, title, Recipes.FILE), Optional.of(file), fileName, directory(role), link());
    }

    /** Used under one name, listed under another. */
    public static Placed place(Role role, String usedAs, String listedAs, String baseModel) {
        var file = file(usedAs, "v1", listedAs, baseModel, "Model");
        return new Placed(
                Ingredient.of(role, usedAs, Recipes.FILE, new Clue.Named(usedAs)),
                Optional.of(file),
                listedAs,
                directory(role),
                link());
    }

    /** A diffusion model alone, or with its VAE where that has no file of its own, and what its family loads beside it. */
    static List<Placed> bare(Family family, String model, String... more) {
        var label = family.labels().stream().findFirst().orElse("");
        var role = family.form().vae().isPresent() ? Role.UNET : Role.CHECKPOINT;
        var placed = new ArrayList<Placed>();
        Stream.concat(Stream.of(model), Stream.of(more)).forEach(name -> placed.add(place(role, name, name, label)));
        family.form().encoders().stream()
                .flatMap(encoders -> encoders.files().stream())
                .forEach(file -> placed.add(place(Role.TEXT_ENCODER, file.name(), file.name(), "")));
        family.form().vae().ifPresent(file -> placed.add(place(Role.VAE, file.name(), file.name(), "")));
        return placed;
    }

    /** A model that a graph names, listed under another name. */
    public static Placed named(String usedAs, String listedAs, String directory) {
        return new Placed(
                Ingredient.of(Role.OTHER, usedAs, Recipes.FILE, new Clue.Named(usedAs)),
                Optional.empty(),
                listedAs,
                directory,
                link());
    }

    public static Placed ofType(Placed placed, String type) {
        var file = placed.file().orElseThrow();
        return new Placed(
                placed.ingredient(),
                Optional.of(file(file.modelName(), file.versionName(), file.name(), file.baseModel(), type)),
                placed.listingName(),
                placed.directory(),
                placed.link());
    }

    public static Placed lora(String name, String strength) {
        return weighed(place(Role.LORA, name, name + ".safetensors", "Pony"), strength, strength);
    }

    static Placed weighed(Placed placed, String model, String clip) {
        return new Placed(
                placed.ingredient().withStrength(Optional.of(new BigDecimal(model)), Optional.of(new BigDecimal(clip))),
                placed.file(),
                placed.listingName(),
                placed.directory(),
                placed.link());
    }

    private static Optional<String> link() {
        return Optional.of("https://civitai.com/api/download/models/1");
    }

    private static String directory(Role role) {
        return switch (role) {
            case CHECKPOINT, REFINER -> "checkpoints";
            case LORA -> "loras";
            case VAE -> "vae";
            case EMBEDDING -> "embeddings";
            case HYPERNETWORK -> "hypernetworks";
            case UPSCALER -> "upscale_models";
            case UNET -> "diffusion_models";
            case TEXT_ENCODER -> "text_encoders";
            case CLIP_VISION -> "clip_vision";
            case CONTROLNET -> "controlnet";
            case DETECTION, OTHER, UNKNOWN -> "";
        };
    }

    private static ModelFile file(String title, String version, String name, String baseModel, String type) {
        return new ModelFile(
                1,
                2,
                3,
                title,
                version,
                "Checkpoint",
                baseModel,
                name,
                type,
                "SafeTensor",
                BigDecimal.TEN,
                Optional.empty(),
                Map.of(),
                List.of(),
                ModelFile.Scan.CLEAN,
                Optional.empty());
    }
}
