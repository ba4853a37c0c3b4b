package dev.assay.civitai.model;

import java.util.Locale;
import java.util.Set;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;

/** Which parts a file can play, by the model's type and its own; and when two sources speak of the same part. */
final class Roles {

    private static final Set<String> WORKFLOW_FILES =
            Set.of("", "model", "pruned model", "archive", "workflow", "config", "other");

    private Roles() {}

    /** Whether two mentions can be of one ingredient: some sources only know roughly what it is. */
    static boolean agree(Role one, Role other) {
        return one == other || isVague(one) || isVague(other) || (isMain(one) && isMain(other));
    }

    /** The more telling of two that agree: a graph that loads a diffusion model alone knows more than a row does. */
    static Role specific(Role one, Role other) {
        if (isVague(one)) {
            return other == Role.UNKNOWN ? one : other;
        }
        return other == Role.UNET ? other : one;
    }

    /** The part the file plays when no source says it. */
    static Role of(ModelFile file) {
        return switch (type(file)) {
            case "vae" -> Role.VAE;
            case "text encoder" -> Role.TEXT_ENCODER;
            case "clipvision", "vision encoder" -> Role.CLIP_VISION;
            case "unet", "diffusion model" -> Role.UNET;
            case "controlnet" -> Role.CONTROLNET;
            case "upscaler" -> Role.UPSCALER;
            default -> Role.of(file.modelType());
        };
    }

    /**
     * Whether the file is of a kind that plays that part. Training data, configurations, archives and workflows play
     * none (facts on folders, §8.1); but a model of type Workflows is made of the latter.
     */
    static boolean suits(Role role, ModelFile file) {
        if (file.holdsWorkflows()) {
            return isVague(role) && WORKFLOW_FILES.contains(type(file));
        }
        return switch (type(file)) {
            case "", "model", "pruned model", "negative" -> plays(Role.of(file.modelType()), role);
            case "unet", "diffusion model" -> isMain(role) || role == Role.REFINER;
            case "enhancement lora" -> role == Role.LORA;
            case "vae", "text encoder", "clipvision", "vision encoder", "controlnet", "upscaler" -> role == of(file);
            case "other" -> role == Role.OTHER;
            default -> false;
        };
    }

    private static boolean plays(Role kind, Role role) {
        return switch (kind) {
            case OTHER, UNKNOWN -> true;
            case CHECKPOINT, UNET -> isVague(role) || isMain(role) || role == Role.REFINER;
            // Some ControlNets of the site are LoRAs in form (facts on folders, §8.1).
            case CONTROLNET -> isVague(role) || role == Role.CONTROLNET || role == Role.LORA;
            case REFINER, LORA, EMBEDDING, HYPERNETWORK, VAE, TEXT_ENCODER, CLIP_VISION, UPSCALER, DETECTION ->
                isVague(role) || role == kind;
        };
    }

    static boolean isVague(Role role) {
        return role == Role.UNKNOWN || role == Role.OTHER;
    }

    private static boolean isMain(Role role) {
        return role == Role.CHECKPOINT || role == Role.UNET;
    }

    private static String type(ModelFile file) {
        return file.type().toLowerCase(Locale.ROOT);
    }
}
