package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.family.BaseModel;
import dev.assay.core.family.Contents;
import dev.assay.core.family.Families;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.own.Mentions;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.ListedNames;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;

/** Which ingredients a workflow needs, and in which of ComfyUI's folders each belongs. */
final class Uses {

    private Uses() {}

    /** The folder for a role; empty for what no workflow of Assay loads. */
    static Optional<FolderKind> folder(Role role) {
        return switch (role) {
            case CHECKPOINT, REFINER -> Optional.of(FolderKind.CHECKPOINTS);
            case UNET -> Optional.of(FolderKind.DIFFUSION_MODELS);
            case LORA -> Optional.of(FolderKind.LORAS);
            case EMBEDDING -> Optional.of(FolderKind.EMBEDDINGS);
            case HYPERNETWORK -> Optional.of(FolderKind.HYPERNETWORKS);
            case VAE -> Optional.of(FolderKind.VAE);
            case TEXT_ENCODER -> Optional.of(FolderKind.TEXT_ENCODERS);
            case CLIP_VISION -> Optional.of(FolderKind.CLIP_VISION);
            case CONTROLNET -> Optional.of(FolderKind.CONTROLNET);
            case UPSCALER -> Optional.of(FolderKind.UPSCALE_MODELS);
            case DETECTION, OTHER, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * The folder of a file: a bare diffusion model that the site calls a checkpoint belongs elsewhere.
     */
    static Optional<FolderKind> folder(Role role, ModelFile file) {
        return (role == Role.CHECKPOINT || role == Role.REFINER) && isBare(file)
                ? Optional.of(FolderKind.DIFFUSION_MODELS)
                : folder(role);
    }

    /** Whether the site says that the file holds a diffusion model alone. */
    static boolean isBare(ModelFile file) {
        return file.type().equalsIgnoreCase("UNet") || file.type().equalsIgnoreCase("Diffusion Model");
    }

    private static boolean isExpectedBare(ModelFile file) {
        return isBare(file)
                || (Families.byBaseModel(file.baseModel()) instanceof BaseModel.Supported known
                        && Base.expected(known, file).equals(Contents.BARE));
    }

    /**
     * Where a graph that is drawn may have it, the folder it belongs in first: the model itself is found in either folder,
     * and the graph loads it from there.
     */
    static List<FolderKind> folders(Role role, ModelFile file) {
        var isModel = role.isBase() || role == Role.REFINER;
        var first =
                isModel && isExpectedBare(file) ? Stream.of(FolderKind.DIFFUSION_MODELS) : folder(role, file).stream();
        return isModel
                ? Stream.concat(first, Stream.of(FolderKind.CHECKPOINTS, FolderKind.DIFFUSION_MODELS))
                        .distinct()
                        .toList()
                : first.toList();
    }

    /**
     * The name that a file gets here: the site's, made safe. Where ComfyUI would list no file of that name, and the site
     * says that it is safetensors, it gets that extension.
     */
    static SafeName name(ModelFile file) {
        var name = SafeName.of(file.name());
        return !ListedNames.lists(name.text()) && file.format().equalsIgnoreCase("SafeTensor")
                ? SafeName.of(name.text() + ".safetensors")
                : name;
    }

    /** The size that the site promises; 0 there means that it does not know. */
    static SizeRange size(ModelFile file) {
        return file.approximateBytes() > 0 ? SizeRange.aboutKibibytes(file.sizeKb()) : SizeRange.unknown();
    }

    /** What the recipe names; the upscale model of the second pass stands among the settings, by name only. */
    static List<Ingredient> mentioned(Recipe recipe, boolean upscalesByModel) {
        var all = new ArrayList<>(recipe.ingredients());
        var upscaler = recipe.values().get(Parameter.HIRES_UPSCALER);
        if (upscalesByModel && upscaler != null && all.stream().noneMatch(one -> one.role() == Role.UPSCALER)) {
            var name = upscaler.value().strip();
            all.add(Ingredient.of(Role.UPSCALER, name, upscaler.source(), new Clue.Named(name)));
        }
        return all;
    }

    /**
     * Whether the workflow needs it. What is of no known kind and cannot be identified may be the checkpoint itself: it
     * is not called dispensable (law 2).
     *
     * @param own the maker's own graph, where that is used
     */
    static boolean isNeeded(ResolvedIngredient resolved, Optional<OwnGraph> own, boolean upscalesByModel) {
        var ingredient = resolved.ingredient();
        if (own.isPresent()) {
            return own.get().references().stream().anyMatch(reference -> Mentions.isMeant(reference, ingredient));
        }
        var unknown = ingredient.role() == Role.UNKNOWN && !(resolved.resolution() instanceof Resolution.Exact);
        return unknown || isDrawn(ingredient.role(), upscalesByModel);
    }

    /**
     * Whether a graph drawn from settings loads it. What steered the image by a picture that nobody has, or changed it
     * afterwards, is named as left out, and not asked for.
     */
    private static boolean isDrawn(Role role, boolean upscalesByModel) {
        return switch (role) {
            case CHECKPOINT, REFINER, LORA, EMBEDDING, HYPERNETWORK, VAE, UNET -> true;
            case UPSCALER -> upscalesByModel;
            case TEXT_ENCODER, CLIP_VISION, CONTROLNET, DETECTION, OTHER, UNKNOWN -> false;
        };
    }
}
