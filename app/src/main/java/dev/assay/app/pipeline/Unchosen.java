package dev.assay.app.pipeline;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Resolution;

/** Whoever chose a file that is none of an image's must hear of it: otherwise another one would stand for it in silence. */
final class Unchosen {

    private Unchosen() {}

    /** A problem for each file that was chosen and is not the one of any ingredient. */
    static List<Problem> of(Preference preference, List<ResolvedIngredient> all) {
        return preference.files().stream()
                .filter(number -> all.stream().noneMatch(one -> is(one, number)))
                .sorted()
                .map(Unchosen::problem)
                .toList();
    }

    private static boolean is(ResolvedIngredient one, long number) {
        return one.resolution() instanceof Resolution.Exact(var file, var _) && file.fileId() == number;
    }

    private static Problem problem(long number) {
        return new Problem(
                ExitCode.INGREDIENT,
                "file " + number,
                "It was chosen, and is no file that there is a choice of here.",
                "Either no version that the image names has it, or the metadata say which file was used.",
                "Choose among the files that the report names, or none.");
    }
}
