package dev.assay.app.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.name.SafeName;

/** What stands before a file that is known exactly. */
final class Hurdles {

    private static final Set<String> RUNS_CODE = Set.of(".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl");

    private Hurdles() {}

    static Problem dangerous(String subject, ModelFile file) {
        return new Problem(
                ExitCode.INGREDIENT,
                subject,
                "The site's scan calls the file \"" + file.name() + "\" dangerous.",
                "It is refused, whatever the options.",
                "Look for another version of the model.");
    }

    /** What is wanted goes somewhere, or it is not fetched. */
    static Problem homeless(String subject, ModelFile file) {
        var what = file.modelType().isEmpty()
                ? "Nobody says what kind of model \"" + file.name() + "\" is."
                : "The site calls \"" + file.name() + "\" (" + file.modelType()
                        + "), which belongs in none of ComfyUI's folders of models.";
        return new Problem(
                ExitCode.INGREDIENT,
                subject,
                what,
                "So it is not known where it goes.",
                "Name the folder with --folder, such as --folder loras; or see its page: " + ModelLinks.pageOf(file));
    }

    /** A maker's own graph may have nodes for such files; the nodes that are drawn have none. */
    static Problem unlisted(String subject, ModelFile file) {
        return new Problem(
                ExitCode.INGREDIENT,
                subject,
                "The file \"" + file.name() + "\" is none that ComfyUI can load.",
                "ComfyUI goes by the extension of a file: .safetensors, .sft, .ckpt, .pt, .pt2, .pth, .bin or .pkl.",
                "It may be an archive to be unpacked by hand; see its page: " + ModelLinks.pageOf(file));
    }

    /** Something that no patience overcomes; empty where nothing is known to stand before the file. */
    static Optional<Problem> before(String subject, ModelFile file, boolean allowPickle) {
        if (runsCode(file) && !allowPickle) {
            return Optional.of(new Problem(
                    ExitCode.INGREDIENT,
                    subject,
                    "\"" + file.name() + "\" is a pickle, a format that can run code when it is loaded.",
                    "It is not downloaded unless you say so.",
                    "Run again with --allow-pickle if you trust its author."));
        }
        return file.access().map(barrier -> barred(subject, file, barrier));
    }

    private static Problem barred(String subject, ModelFile file, ModelFile.Barrier barrier) {
        return new Problem(
                switch (barrier.kind()) {
                    case EARLY_ACCESS, SIGN_IN, DOWNLOADS_DISABLED -> ExitCode.NO_ACCESS;
                    case ARCHIVED -> ExitCode.INGREDIENT;
                },
                subject,
                barrier.message(),
                "The file cannot be downloaded now.",
                file.elsewhere().isPresent()
                        ? "Accept them on " + ModelLinks.pageOf(file)
                                + ", and set HF_TOKEN to a token of your account there."
                        : "See its page: " + ModelLinks.pageOf(file));
    }

    static boolean runsCode(ModelFile file) {
        return runsCode(Uses.name(file)) || file.format().equalsIgnoreCase("PickleTensor");
    }

    static boolean runsCode(SafeName name) {
        return RUNS_CODE.contains(name.extension().toLowerCase(Locale.ROOT));
    }
}
