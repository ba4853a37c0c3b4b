package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.ingredient.Role;

/**
 * The models that a graph is made with, each in its place.
 *
 * @param refiner a checkpoint that takes over for the last steps
 * @param loras in the order in which they are applied
 * @param embeddings those that the prompts may mention
 */
public record Materials(
        Placed checkpoint,
        Optional<Placed> refiner,
        Optional<Placed> vae,
        List<Placed> loras,
        List<Placed> hypernetworks,
        List<Placed> embeddings,
        List<Placed> upscalers) {

    public Materials {
        loras = List.copyOf(loras);
        hypernetworks = List.copyOf(hypernetworks);
        embeddings = List.copyOf(embeddings);
        upscalers = List.copyOf(upscalers);
    }

    /** Sorts what is placed by its role; empty where there is no checkpoint. */
    public static Optional<Materials> of(List<Placed> placed) {
        return first(placed, Role.CHECKPOINT)
                .map(checkpoint -> new Materials(
                        checkpoint,
                        first(placed, Role.REFINER),
                        first(placed, Role.VAE),
                        all(placed, Role.LORA),
                        all(placed, Role.HYPERNETWORK),
                        all(placed, Role.EMBEDDING),
                        all(placed, Role.UPSCALER)));
    }

    /** The upscaler that goes by that name, or else the only one there is. */
    Optional<Placed> upscaler(String name) {
        return upscalers.stream()
                .filter(upscaler -> upscaler.goesBy(name) || upscalers.size() == 1)
                .findFirst();
    }

    private static Optional<Placed> first(List<Placed> placed, Role role) {
        return all(placed, role).stream().findFirst();
    }

    private static List<Placed> all(List<Placed> placed, Role role) {
        return placed.stream().filter(one -> one.ingredient().role() == role).toList();
    }
}
