package dev.assay.app.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Names;
import dev.assay.app.pipeline.Problem;
import dev.assay.civitai.image.Media;
import dev.assay.civitai.image.MediaFetcher;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.ImageRecord;
import dev.assay.core.evidence.Proven;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.recipe.Recipe;

/** The original file of a proven image, to be looked at: its pixels, not its texts. */
public final class Originals {

    private Originals() {}

    /** The file, or why there is none. */
    public sealed interface Result {
        record Found(Path file) implements Result {}

        record NotFound(Problem problem) implements Result {}
    }

    /**
     * Fetches it from the site's media host. It takes nothing but what was proven (law 1).
     *
     * @param recipe what was proven of its making
     */
    public static Result fetch(Proven<ImageRecord> image, Optional<Recipe> recipe, MediaFetcher fetcher) {
        var record = image.value();
        var name = "original of " + Names.of(record.subject());
        var media = record.about()
                .address()
                .map(fetcher::original)
                .or(() -> record.identity().media().map(fetcher::original));
        return media.map(got -> judged(name, record, recipe, got))
                .orElseGet(() -> notFound(ExitCode.SERVICE, name, "The site names no file of it."));
    }

    private static Result judged(String name, ImageRecord record, Optional<Recipe> recipe, Media media) {
        return switch (media) {
            case Media.Fetched(var file, var _, var _, var _) -> ofThatImage(name, record, recipe, file);
            case Media.Missing(var status) ->
                notFound(ExitCode.SERVICE, name, "The media host does not give it (status " + status + ").");
            case Media.NotOurs(var message) -> notFound(ExitCode.SERVICE, name, message);
            case Media.Failed(var _, var message) -> notFound(ExitCode.SERVICE, name, message);
            case Media.NotKept(var message) -> notFound(ExitCode.THIS_COMPUTER, name, message);
        };
    }

    /** A file does not say whose it is; but one of another size, or made with other words and another seed, is another's. */
    private static Result ofThatImage(String name, ImageRecord record, Optional<Recipe> recipe, Path file) {
        try {
            if (!(CarrierFile.read(file) instanceof CarrierFile.Read image)) {
                return new Result.Found(file);
            }
            var stated = record.identity().size();
            var size = image.picture().map(picture -> new Identity.Size(picture.width(), picture.height()));
            if (stated.isPresent() && size.isPresent() && !isSame(stated.get(), size.get())) {
                return notFound(
                        ExitCode.IDENTITY,
                        name,
                        "The image is " + words(stated.get()) + ", the file that came is " + words(size.get())
                                + ": it is another one.");
            }
            // Where the author hid the metadata, the file's own texts are not read either.
            var hidden = record.about().metaHidden().orElse(false);
            return !hidden
                            && recipe.filter(proven -> isOfAnother(proven, image))
                                    .isPresent()
                    ? notFound(
                            ExitCode.IDENTITY,
                            name,
                            "The file that came says itself that it was made with another prompt and another seed: it is"
                                    + " another image's.")
                    : new Result.Found(file);
        } catch (IOException e) {
            return notFound(ExitCode.THIS_COMPUTER, name, "It cannot be read: " + e.getMessage());
        }
    }

    private static boolean isOfAnother(Recipe proven, CarrierFile.Read image) {
        var own = FileRecipe.of(image);
        return differ(proven, own, Parameter.PROMPT, Originals::sameText)
                && differ(proven, own, Parameter.SEED, Originals::sameSeed);
    }

    private static boolean differ(Recipe proven, Recipe own, Parameter parameter, BiPredicate<String, String> same) {
        var one = proven.text(parameter);
        var other = own.text(parameter);
        return one.isPresent() && other.isPresent() && !same.test(one.get(), other.get());
    }

    private static boolean sameText(String one, String other) {
        return one.replaceAll("[\\s,]+", " ")
                .strip()
                .equals(other.replaceAll("[\\s,]+", " ").strip());
    }

    /** The site's numbers may have lost their last digits on the way through a double (quirk 30). */
    private static boolean sameSeed(String one, String other) {
        var left = Json.of(one).decimal();
        var right = Json.of(other).decimal();
        return left.isEmpty()
                || right.isEmpty()
                || Double.compare(left.get().doubleValue(), right.get().doubleValue()) == 0;
    }

    /** A camera's picture may lie on its side. */
    private static boolean isSame(Identity.Size stated, Identity.Size size) {
        return stated.equals(size) || (stated.width() == size.height() && stated.height() == size.width());
    }

    private static String words(Identity.Size size) {
        return size.width() + "x" + size.height();
    }

    private static Result notFound(ExitCode code, String name, String what) {
        return new Result.NotFound(new Problem(
                code,
                name,
                what,
                "The result is here, but it could not be compared.",
                "If you have the original, compare them with: assay compare ORIGINAL RESULT."));
    }
}
