package dev.assay.app.compare;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.FreshName;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WorkflowFile;
import dev.assay.core.comparison.Likeness;
import dev.assay.core.comparison.Pair;
import dev.assay.core.comparison.Pixels;
import dev.assay.core.comparison.Reasons;
import dev.assay.core.comparison.SideBySide;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.RecipeMerge;

/** Compares two pictures: decodes, measures, explains, draws. */
public final class Comparing {

    /** A longer side is drawn smaller. */
    private static final int LONGEST = 4096;

    private final CompareRequest request;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> reasons = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Comparing(CompareRequest request) {
        this.request = request;
    }

    public static CompareReport compare(CompareRequest request) {
        return new Comparing(request).compare();
    }

    private CompareReport compare() {
        var original = decoded(request.originalName(), request.original());
        var result = decoded(request.resultName(), request.result());
        if (original.isEmpty() || result.isEmpty()) {
            return report(original, result, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var likeness = Likeness.of(original.get(), result.get());
        reasons.addAll(Reasons.of(pair(likeness)));
        var panels = SideBySide.of(
                original.get(), result.get(), likeness.difference().map(), LONGEST);
        var written = request.picture().flatMap(file -> written(panels, file));
        if (request.strict() && !likeness.identical()) {
            problems.add(new Problem(
                    ExitCode.STRICT,
                    "\"" + request.resultName() + "\"",
                    "It is not the original, pixel by pixel.",
                    "With --strict nothing less counts.",
                    "What could explain it is named above."));
        }
        return report(original, result, Optional.of(likeness), Optional.of(panels), written);
    }

    private CompareReport report(
            Optional<Pixels> original,
            Optional<Pixels> result,
            Optional<Likeness> likeness,
            Optional<Pixels> panels,
            Optional<Path> picture) {
        return new CompareReport(
                side(request.originalName(), original),
                side(request.resultName(), result),
                likeness,
                reasons,
                findings.stream().distinct().toList(),
                panels,
                picture,
                problems);
    }

    private static CompareReport.Side side(String name, Optional<Pixels> pixels) {
        return new CompareReport.Side(
                name,
                pixels.map(Pixels::width).orElse(0),
                pixels.map(Pixels::height).orElse(0));
    }

    private Optional<Pixels> decoded(String name, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return failed(ExitCode.THIS_COMPUTER, name, "There is no such file.");
            }
            return switch (PictureFile.read(file)) {
                case PictureFile.Decoded.Picture(var pixels, var frames) -> {
                    if (frames > 1) {
                        findings.add(Finding.warning(
                                "FIRST_FRAME",
                                Effect.LEAVES_OUT,
                                "\"" + name + "\" has " + frames + " frames; only the first is compared."));
                    }
                    yield Optional.of(pixels);
                }
                case PictureFile.Decoded.NoPicture() ->
                    failed(ExitCode.USAGE, name, "It is no picture that can be decoded here (PNG, JPEG, WebP, GIF).");
                case PictureFile.Decoded.Unreadable(var why) ->
                    failed(ExitCode.THIS_COMPUTER, name, "It cannot be decoded: " + why + ".");
            };
        } catch (IOException e) {
            return failed(ExitCode.THIS_COMPUTER, name, "It cannot be read: " + e.getMessage());
        }
    }

    private Optional<Pixels> failed(ExitCode code, String name, String what) {
        problems.add(new Problem(
                code, "\"" + name + "\"", what, "Nothing was compared.", "Give two picture files that can be read."));
        return Optional.empty();
    }

    private Pair pair(Likeness likeness) {
        return new Pair(
                new Pair.Side(
                        request.originalRecipe().orElseGet(() -> recipe(request.original())),
                        format(request.original())),
                new Pair.Side(recipe(request.result()), format(request.result())),
                likeness);
    }

    private Recipe recipe(Path file) {
        return image(file).map(FileRecipe::of).orElseGet(() -> RecipeMerge.merge(List.of()));
    }

    private FileFormat format(Path file) {
        // What the metadata reader does not know is no PNG, which is all that counts here.
        return image(file).map(CarrierFile.Read::format).orElse(FileFormat.WEBP);
    }

    private static Optional<CarrierFile.Read> image(Path file) {
        try {
            return CarrierFile.read(file) instanceof CarrierFile.Read image ? Optional.of(image) : Optional.empty();
        } catch (IOException _) {
            // It was read a moment ago; without its texts there is less to explain.
            return Optional.empty();
        }
    }

    private Optional<Path> written(Pixels panels, Path file) {
        if (Files.exists(file) && !request.force()) {
            problems.add(WorkflowFile.existing(file));
            return Optional.empty();
        }
        try {
            write(panels, file);
            return Optional.of(file);
        } catch (FileAlreadyExistsException _) {
            problems.add(WorkflowFile.existing(file));
        } catch (IOException e) {
            problems.add(new Problem(
                    ExitCode.THIS_COMPUTER,
                    "\"" + file + "\"",
                    "The picture cannot be written: " + e + ".",
                    "Nothing was changed.",
                    "Check the folder's permissions and the free space, or name another file with -o."));
        }
        return Optional.empty();
    }

    private void write(Pixels panels, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var whole = Files.createTempFile(folder, ".assay-", ".part");
        // Temporary files are made private; this one is as readable as any other.
        Files.delete(whole);
        try {
            PictureFile.writePng(panels, whole);
            if (request.force()) {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                FreshName.take(whole, file);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
