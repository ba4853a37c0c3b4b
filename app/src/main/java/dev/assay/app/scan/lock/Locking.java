package dev.assay.app.scan.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.fix.Claims;
import dev.assay.app.scan.fix.Errand;
import dev.assay.app.scan.fix.Planner;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.hash.Sha256;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.core.workflow.needs.Noted;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.library.Library;
import dev.assay.models.library.ModelFile;
import dev.assay.models.progress.Progress;

/** Finds the content of every model that is needed: of those that are there by reading them, of the others by what is stated. */
public final class Locking {

    private final ComfyFolders comfy;
    private final Library library;
    private final Progress progress;
    private final UnaryOperator<List<ModelTotal>> obtaining;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param obtaining says how models can be had
     */
    public Locking(ComfyFolders comfy, Library library, Progress progress, UnaryOperator<List<ModelTotal>> obtaining) {
        this.comfy = comfy;
        this.library = library;
        this.progress = progress;
        this.obtaining = obtaining;
    }

    /** What could not be pinned. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Each model that takes part, with its content, and where it can be had. */
    public List<Errand> models(List<ModelTotal> models) {
        var pinned = models.stream()
                .filter(ModelTotal::active)
                .flatMap(model -> pinned(model).stream())
                .toList();
        var claims = Claims.of(pinned);
        claims.disputed()
                .forEach((name, wanted) -> problems.add(problem(
                        name,
                        "The workflows mean different files of that name: " + Claims.words(wanted) + ".",
                        "Give each a name of its own, and choose it in its workflow.")));
        return withSources(claims.granted());
    }

    private Optional<Errand> pinned(ModelTotal model) {
        return switch (model.state()) {
            case ModelState.There(var copy) -> read(model, copy.path());
            case ModelState.OtherSlash(var copy, var _) -> read(model, copy.path());
            case ModelState.Elsewhere(var copy, var listed, var _) when listed.isPresent() -> read(model, copy.path());
            case ModelState.Missing _ -> {
                var errand = Planner.errand(model).filter(one -> one.sha256().isPresent());
                if (errand.isEmpty()) {
                    problem(model, "It is missing, and nothing says what its content is.");
                }
                yield errand;
            }
            case ModelState.Elsewhere _,
                    ModelState.Ambiguous _,
                    ModelState.OtherContent _,
                    ModelState.Listed _,
                    ModelState.NotLookedFor _ -> {
                problem(model, "Nothing tells which file is meant.");
                yield Optional.empty();
            }
        };
    }

    private Optional<Errand> read(ModelTotal model, Path path) {
        try {
            var file = ModelFile.at(path);
            var content = library.hash(file, progress);
            var place = place(model, path);
            if (content.isEmpty() || place.isEmpty()) {
                problem(model, path + " could not be read to its end, or ComfyUI does not list it.");
                return Optional.empty();
            }
            return Optional.of(new Errand(
                    place.get().key(),
                    name(model, place.get(), path),
                    content,
                    file.size(),
                    OptionalLong.empty(),
                    model.need().noted().map(Noted::url).orElse("")));
        } catch (IOException e) {
            problem(model, path + " cannot be read: " + DiskWords.of(e) + ".");
            return Optional.empty();
        }
    }

    private Optional<FolderKind> place(ModelTotal model, Path path) {
        return Stream.concat(FolderKind.of(model.need().folder()).stream(), comfy.kinds().stream())
                .filter(kind -> comfy.listingName(kind, path).isPresent())
                .findFirst();
    }

    /** As the workflow has it, where it lies here under another name: there is where it will be looked for. */
    private String name(ModelTotal model, FolderKind kind, Path path) {
        var wanted = model.need().name().replace('\\', '/');
        if (model.state() instanceof ModelState.Elsewhere
                && model.need().naming() == Naming.LISTED
                && ExactFetch.Order.isSafe(wanted)) {
            return wanted;
        }
        return comfy.listingName(kind, path).orElse(model.need().name()).replace('\\', '/');
    }

    private void problem(ModelTotal model, String what) {
        problems.add(problem(
                model.need().folder() + "/" + model.need().name(),
                what,
                "Get it first (assay scan --fix), or say in the workflow which one is meant."));
    }

    private static Problem problem(String name, String what, String next) {
        return new Problem(
                ExitCode.INGREDIENT,
                "\"" + name + "\"",
                what,
                "It cannot be pinned, and without it the lock would be none.",
                next);
    }

    /** The site is asked by content only. */
    private List<Errand> withSources(List<Errand> pinned) {
        var offers = obtaining.apply(pinned.stream()
                .map(errand -> new ModelTotal(
                        new Errand(errand.folder(), errand.name(), errand.sha256(), 0, OptionalLong.empty(), "").need(),
                        new ModelState.Missing(List.of()),
                        true,
                        List.of(),
                        Optional.empty()))
                .toList());
        List<Errand> sourced = new ArrayList<>();
        for (int i = 0; i < pinned.size(); i++) {
            sourced.add(sourced(pinned.get(i), offers.get(i).offer()));
        }
        return sourced;
    }

    private static Errand sourced(Errand errand, Optional<Offer> offer) {
        return offer.filter(Offer.File.class::isInstance)
                .map(one -> ((Offer.File) one).file())
                .filter(file -> sameContent(file.sha256(), errand.sha256()))
                .map(file -> new Errand(
                        errand.folder(),
                        errand.name(),
                        errand.sha256(),
                        errand.bytes(),
                        file.versionId() > 0 ? OptionalLong.of(file.versionId()) : OptionalLong.empty(),
                        ModelLinks.exactAddress(file).toString()))
                .orElse(errand);
    }

    private static boolean sameContent(Optional<Sha256> one, Optional<Sha256> other) {
        return one.isPresent() && one.equals(other);
    }
}
