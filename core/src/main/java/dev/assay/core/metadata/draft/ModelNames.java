package dev.assay.core.metadata.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Role;
import dev.assay.core.reference.Air;

/** Names of models as texts write them, and what they give away. */
public final class ModelNames {

    private static final List<String> EXTENSIONS =
            List.of(".safetensors", ".sft", ".ckpt", ".pth", ".pt", ".bin", ".gguf", ".onnx");

    private static final Pattern AIR = Pattern.compile("(?:urn:)?air:|civitai:");

    /** What a tool writes where no model is chosen. */
    private static final Set<String> NO_MODEL = Set.of(
            "", "none", "[none]", "automatic", "baked vae", "default", "default (model)", "undefined", "null", "nan");

    /** The hash of no bytes, and what is stored for a file that could not be reached. */
    private static final Set<String> NOTHING = Set.of("e3b0c442", "00000000");

    private ModelNames() {}

    public static boolean isModel(String name) {
        return !NO_MODEL.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    public static boolean hasExtension(String name) {
        return extensionLength(name) > 0;
    }

    public static String withoutExtension(String name) {
        return name.substring(0, name.length() - extensionLength(name));
    }

    private static int extensionLength(String name) {
        for (var extension : EXTENSIONS) {
            if (name.regionMatches(true, name.length() - extension.length(), extension, 0, extension.length())) {
                return extension.length();
            }
        }
        return 0;
    }

    /** A name, or an AIR written in a name's place. */
    public static Clue clue(String name) {
        return air(name).<Clue>map(Clue.ByAir::new).orElseGet(() -> new Clue.Named(name.strip()));
    }

    /** Two bare numbers with an {@code @} between them may be a name like any other. */
    public static Optional<Air> air(String text) {
        var stripped = text.strip();
        return AIR.matcher(stripped).lookingAt() ? Air.parse(stripped) : Optional.empty();
    }

    /** The role an AIR states, where it states one that is known. */
    public static Role role(Air air, Role otherwise) {
        var stated = Role.of(air.type());
        return stated == Role.OTHER || stated == Role.UNKNOWN ? otherwise : stated;
    }

    /** What a hash tells; nothing where it is none, or identifies nothing (quirk 14). */
    public static List<Clue> hash(String text) {
        List<Clue> clues = new ArrayList<>();
        Sha256.parse(text).filter(Sha256::identifies).map(Clue.FullHash::new).ifPresent(clues::add);
        ShortHash.parse(text)
                .filter(ModelNames::identifies)
                .map(Clue.KeyHash::new)
                .ifPresent(clues::add);
        return clues;
    }

    /** Eight digits are kept as well: too weak to look up by, but worth showing. */
    private static boolean identifies(ShortHash hash) {
        return hash.looksUp() || (hash.hex().length() == 8 && !NOTHING.contains(hash.hex()));
    }
}
