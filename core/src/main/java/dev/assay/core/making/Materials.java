package dev.assay.core.making;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.family.Contents;
import dev.assay.core.ingredient.Role;

/**
 * The models that a graph is made with, each in its place.
 *
 * @param checkpoint the model itself, whole or not
 * @param contents what its file brings
 * @param partner the model for the rest of the steps, of a family of two experts
 * @param encoders text encoders from files of their own, in the order of the loader's inputs
 * @param refiner a checkpoint that takes over for the last steps
 * @param loras in the order in which they are applied
 * @param embeddings those that the prompts may mention
 * @param unfit ControlNets that were made for models of another architecture; the graph would not run with them
 * @param clipVision what looks at a picture that the model begins with
 * @param pictures what there is to begin with
 */
public record Materials(
        Placed checkpoint,
        Contents contents,
        Optional<Placed> partner,
        List<Placed> encoders,
        Optional<Placed> refiner,
        Optional<Placed> vae,
        List<Placed> loras,
        List<Placed> hypernetworks,
        List<Placed> embeddings,
        List<Placed> upscalers,
        List<Placed> controlNets,
        List<Placed> unfit,
        Optional<Placed> clipVision,
        Pictures pictures) {

    public Materials {
        encoders = List.copyOf(encoders);
        loras = List.copyOf(loras);
        hypernetworks = List.copyOf(hypernetworks);
        embeddings = List.copyOf(embeddings);
        upscalers = List.copyOf(upscalers);
        controlNets = List.copyOf(controlNets);
        unfit = List.copyOf(unfit);
    }

    /** Sorts what is placed by its role, where the checkpoint brings everything; empty where there is none. */
    public static Optional<Materials> of(List<Placed> placed) {
        return of(placed, Contents.WHOLE);
    }

    /** Sorts what is placed by its role; empty where there is no checkpoint. */
    public static Optional<Materials> of(List<Placed> placed, Contents contents) {
        return base(placed)
                .map(checkpoint -> new Materials(
                        checkpoint,
                        contents,
                        bases(placed).skip(1).findFirst(),
                        all(placed, Role.TEXT_ENCODER),
                        first(placed, Role.REFINER),
                        first(placed, Role.VAE),
                        all(placed, Role.LORA),
                        all(placed, Role.HYPERNETWORK),
                        all(placed, Role.EMBEDDING),
                        all(placed, Role.UPSCALER),
                        all(placed, Role.CONTROLNET),
                        List.of(),
                        first(placed, Role.CLIP_VISION),
                        Pictures.NONE));
    }

    /** The same, with pictures to begin with. */
    public Materials with(Pictures others) {
        return new Materials(
                checkpoint,
                contents,
                partner,
                encoders,
                refiner,
                vae,
                loras,
                hypernetworks,
                embeddings,
                upscalers,
                controlNets,
                unfit,
                clipVision,
                others);
    }

    /** The same, with ControlNets that are known not to fit. */
    public Materials withUnfit(List<Placed> others) {
        return new Materials(
                checkpoint,
                contents,
                partner,
                encoders,
                refiner,
                vae,
                loras,
                hypernetworks,
                embeddings,
                upscalers,
                controlNets,
                others,
                clipVision,
                pictures);
    }

    /** The ControlNet that goes by that name. */
    Optional<Placed> controlNet(String name) {
        return controlNets.stream().filter(net -> net.goesBy(name)).findFirst();
    }

    /** The upscaler that goes by that name, or else the only one there is. */
    Optional<Placed> upscaler(String name) {
        return upscalers.stream()
                .filter(upscaler -> upscaler.goesBy(name) || upscalers.size() == 1)
                .findFirst();
    }

    /** The model itself: the first that is named, whole or not; of two experts that of the first steps. */
    public static Optional<Placed> base(List<Placed> placed) {
        return bases(placed).findFirst();
    }

    private static Stream<Placed> bases(List<Placed> placed) {
        return placed.stream()
                .filter(one -> one.ingredient().role().isBase())
                .sorted(Comparator.comparing(one -> Half.of(one).equals(Optional.of(Half.LATE))));
    }

    private static Optional<Placed> first(List<Placed> placed, Role role) {
        return all(placed, role).stream().findFirst();
    }

    private static List<Placed> all(List<Placed> placed, Role role) {
        return placed.stream().filter(one -> one.ingredient().role() == role).toList();
    }
}
