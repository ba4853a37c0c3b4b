package dev.assay.core.metadata.draft;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;

/** Tells whether two mentions in the metadata of one image speak of the same model: roles that agree, and a mark in common. */
final class Identity {

    private Identity() {}

    static boolean isNamed(Ingredient one) {
        return one.clues().stream().anyMatch(Clue.Named.class::isInstance);
    }

    /** How well people know it by its name: a file's, a title's, or a number that stands in for one. */
    static int renown(Ingredient one) {
        if (isNamed(one)) {
            return 2;
        }
        return one.clues().stream().anyMatch(Clue.Titled.class::isInstance) ? 1 : 0;
    }

    /** Known by nothing but hashes, as {@code Model hash} alone does. */
    static boolean isHashOnly(Ingredient one) {
        return one.clues().stream().allMatch(clue -> clue instanceof Clue.KeyHash || clue instanceof Clue.FullHash);
    }

    /** A file with or without folder and extension, in lower case; infotexts leave out both. */
    static String baseName(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return ModelNames.withoutExtension(file).strip().toLowerCase(Locale.ROOT);
    }

    /** A diffusion model is called the checkpoint by every tool but ComfyUI; a row without a type may be anything. */
    static boolean rolesAgree(Role a, Role b) {
        return a == b || a == Role.UNKNOWN || b == Role.UNKNOWN || (isBase(a) && isBase(b));
    }

    private static boolean isBase(Role role) {
        return role == Role.CHECKPOINT || role == Role.UNET;
    }

    /** Whatever tells this model from others. */
    static Set<Object> marks(Ingredient one) {
        Set<Object> marks = new HashSet<>();
        for (var clue : one.clues()) {
            switch (clue) {
                case Clue.Version(var id) -> marks.add(id);
                case Clue.PossibleVersion(var id) -> marks.add(id);
                case Clue.ByAir(var air) -> {
                    marks.add(air);
                    air.versionId().ifPresent(marks::add);
                }
                case Clue.FullHash(var hash) -> marks.add(hash.autoV2());
                case Clue.KeyHash(var hash) -> marks.add(hash.hex());
                case Clue.Named(var name) -> {
                    if (one.role() != Role.UNKNOWN) {
                        marks.add("name " + baseName(name));
                    }
                }
                case Clue.Titled _ -> {
                    // Titles are shared by the versions of a model.
                }
                case Clue.Asked asked -> marks.add(asked);
            }
        }
        return marks;
    }
}
