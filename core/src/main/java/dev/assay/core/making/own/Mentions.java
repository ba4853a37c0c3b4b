package dev.assay.core.making.own;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.making.Placed;
import dev.assay.core.workflow.model.ModelReference;

/** Which ingredient a name in a graph means: the one that was read from that very name. */
public final class Mentions {

    private static final Set<String> EXTENSIONS = Set.of("safetensors", "sft", "ckpt", "pt", "pth", "bin", "gguf");

    private Mentions() {}

    /** Whether the ingredient was mentioned by that name; folders, extensions and case aside, the same name. */
    public static boolean isMeant(ModelReference reference, Ingredient ingredient) {
        var name = key(reference.name());
        return names(ingredient).anyMatch(other -> key(other).equals(name));
    }

    /** The model that is meant; of several of that name, the one that lies in the folder where the node looks. */
    static Optional<Placed> placed(ModelReference reference, List<Placed> placed) {
        return placed.stream()
                .filter(one -> isMeant(reference, one.ingredient()))
                .min(Comparator.comparing(one -> !one.directory().equals(reference.folder())));
    }

    private static Stream<String> names(Ingredient ingredient) {
        var inClues = ingredient.clues().stream().flatMap(clue -> switch (clue) {
            case Clue.Named(var name) -> Stream.of(name);
            case Clue.ByAir(var air) -> Stream.of(airName(air));
            case Clue.Version _, Clue.PossibleVersion _, Clue.FullHash _, Clue.KeyHash _, Clue.Titled _, Clue.Asked _ ->
                Stream.<String>of();
        });
        return Stream.concat(Stream.of(ingredient.name()), inClues);
    }

    private static String airName(dev.assay.core.reference.Air air) {
        return "urn:air:" + air.ecosystem() + ":" + air.type() + ":" + air.source() + ":" + air.id()
                + air.version().map(version -> "@" + version).orElse("");
    }

    /** A name as a node wants it that mentions a model by that reference: with an extension only where it had one. */
    static String nameFor(ModelReference reference, Placed model) {
        var listed = model.listingName();
        return stem(reference.name()).equals(reference.name().replace('\\', '/')) ? stem(listed) : listed;
    }

    /** A name without the extension of a model file. */
    private static String stem(String name) {
        var plain = name.replace('\\', '/');
        var dot = plain.lastIndexOf('.');
        var extension = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? plain.substring(0, dot) : plain;
    }

    private static String key(String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("urn:air:")) {
            return name.toLowerCase(Locale.ROOT);
        }
        var stem = stem(name);
        return stem.substring(stem.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
