package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.ListedNames;
import dev.assay.models.library.Library;
import dev.assay.models.library.Search;
import dev.assay.models.library.SearchResult;
import dev.assay.models.name.SafeName;

/** The second question, second half: where is each ingredient, or where would it go? */
final class Placing {

    /** Of what is shown, and not needed. */
    static final PartState ASIDE = new PartState.Unavailable("not needed for this workflow");

    private final Disk disk;
    private final Handling handling;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Nowhere nowhere;

    /** Places the ingredients of one image, or what somebody wants. */
    Placing(Disk disk, Handling handling) {
        this.disk = disk;
        this.handling = handling;
        this.nowhere = new Nowhere(handling, problems, findings);
    }

    List<Problem> problems() {
        return problems;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Places one that the workflow needs. */
    Part place(ResolvedIngredient resolved) {
        var role = resolved.ingredient().role();
        return place(
                resolved,
                resolved.resolution() instanceof Resolution.Exact exact
                        ? folders(role, exact.file())
                        : Uses.folder(role).stream().toList());
    }

    /** Places one in that folder; empty where nobody knows which. */
    Part place(ResolvedIngredient resolved, Optional<FolderKind> folder) {
        return place(resolved, folder.stream().toList());
    }

    /** In the first of these folders, unless it is in another of them. */
    private Part place(ResolvedIngredient resolved, List<FolderKind> folders) {
        var state = state(resolved, folders);
        var directory = whereFound(state, folders)
                .or(() -> folders.stream().findFirst())
                .map(FolderKind::key)
                .orElse("");
        return new Part(resolved, directory, state);
    }

    private Optional<FolderKind> whereFound(PartState state, List<FolderKind> folders) {
        return state instanceof PartState.OnDisk(var path, var name)
                ? folders.stream()
                        .filter(kind -> disk.comfy()
                                .orElseThrow()
                                .listingName(kind, path)
                                .filter(name::equals)
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** A maker's own graph has its loaders already, each of which lists one folder. */
    private List<FolderKind> folders(Role role, ModelFile file) {
        return handling.names() == Handling.Names.DRAWN
                ? Uses.folders(role, file)
                : Uses.folder(role, file).stream().toList();
    }

    /** Shows one that the workflow does not need. */
    static Part aside(ResolvedIngredient resolved) {
        return new Part(resolved, "", ASIDE);
    }

    private PartState state(ResolvedIngredient resolved, List<FolderKind> folders) {
        var quoted = "\"" + resolved.ingredient().name() + "\"";
        var name = handling.names() == Handling.Names.WANTED
                ? quoted
                : resolved.ingredient().role().words() + " " + quoted;
        return switch (resolved.resolution()) {
            case Resolution.Exact exact -> exact(name, exact.file(), folders);
            case Resolution.Ambiguous(var candidates, var why) -> nowhere.ambiguous(name, candidates, why);
            case Resolution.Unidentified _
            when handling.names() == Handling.Names.OWN_GRAPH && handling.noDownload() -> nowhere.keptName(name);
            case Resolution.Unidentified(var tried, var candidates) ->
                nowhere.unidentified(name, resolved.ingredient(), tried, candidates);
            case Resolution.Gone(var what) -> nowhere.gone(name, resolved.ingredient(), what);
            case Resolution.Restricted(var why) -> nowhere.restricted(name, why);
            case Resolution.RemoteOnly(var engine) -> nowhere.remote(name, engine);
            case Resolution.Mismatch(var what) -> nowhere.mismatch(name, what);
            case Resolution.Unreachable(var why) -> nowhere.unreachable(name, why);
        };
    }

    private PartState exact(String subject, ModelFile file, List<FolderKind> folders) {
        if (file.scan() == ModelFile.Scan.DANGEROUS) {
            problems.add(Hurdles.dangerous(subject, file));
            return new PartState.Unavailable("dangerous by the site's scan");
        }
        if (handling.names() == Handling.Names.DRAWN
                && !ListedNames.lists(Uses.name(file).text())) {
            return refused(Hurdles.unlisted(subject, file));
        }
        if (folders.isEmpty() && handling.names() == Handling.Names.WANTED) {
            return file.holdsWorkflows() ? workflows(subject, file) : refused(Hurdles.homeless(subject, file));
        }
        if (folders.isEmpty() || disk.comfy().isEmpty()) {
            return notLooked(subject, file);
        }
        return onDisk(subject, file, folders, disk.comfy().get());
    }

    /** Workflows go where ComfyUI lists them. */
    private PartState workflows(String subject, ModelFile file) {
        if (disk.comfy().isEmpty()) {
            return notLooked(subject, file);
        }
        return barred(subject, file)
                ? new PartState.Unavailable("cannot be had")
                : new PartState.Missing(
                        WorkflowInstall.folder(disk.comfy().get()),
                        WorkflowInstall.name(file),
                        file.approximateBytes());
    }

    private PartState refused(Problem problem) {
        problems.add(problem);
        return new PartState.Unavailable(problem.what());
    }

    /** Without a folder to look in, it can at least be said whether it could be had. */
    private PartState notLooked(String subject, ModelFile file) {
        barred(subject, file);
        return new PartState.NotLookedFor();
    }

    private PartState onDisk(String subject, ModelFile file, List<FolderKind> folders, ComfyFolders comfy) {
        var name = Uses.name(file);
        if (file.sha256().isPresent() && disk.library().isPresent()) {
            var search = new Search(searched(folders, comfy), file.sha256().get(), Uses.size(file), name.text());
            switch (find(disk.library().get(), search)) {
                case SearchResult.Found found -> {
                    elsewhere(file, folders, found);
                    return new PartState.OnDisk(found.file().path(), found.listingName());
                }
                case SearchResult.NotFound notFound -> unreadable(notFound);
                case SearchResult.Cancelled _ -> {
                    problems.add(new Problem(
                            ExitCode.DECLINED, subject, "The search was ended.", "Nothing was changed.", ""));
                    return new PartState.Unavailable("the search was ended");
                }
            }
        }
        return missing(subject, file, name, folders.getFirst(), comfy);
    }

    /** Where it is looked for: what is wanted is not fetched again because it lies in another folder. */
    private List<FolderKind> searched(List<FolderKind> folders, ComfyFolders comfy) {
        return handling.names() == Handling.Names.WANTED
                ? Stream.concat(folders.stream(), comfy.kinds().stream())
                        .distinct()
                        .toList()
                : folders;
    }

    private void elsewhere(ModelFile file, List<FolderKind> folders, SearchResult.Found found) {
        var settled = Rehousing.right(found.file().path(), folders.getFirst()).filter(found.kind()::equals);
        if (!folders.contains(found.kind()) && settled.isEmpty()) {
            findings.add(Finding.warning(
                            "IN_ANOTHER_FOLDER",
                            Effect.NONE,
                            "\"" + file.name() + "\" is here already, in "
                                    + found.kind().key() + "; nodes that load" + " it look in "
                                    + folders.getFirst().key() + ".")
                    .advise("Move it or link it there."));
        }
    }

    private SearchResult find(Library library, Search search) {
        return library.find(search, disk.progress());
    }

    private void unreadable(SearchResult.NotFound notFound) {
        notFound.unreadable().stream()
                .map(one -> Finding.info("UNREADABLE", "Not looked into: " + one.path() + " (" + one.reason() + ")"))
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
    }

    private PartState missing(String subject, ModelFile file, SafeName name, FolderKind folder, ComfyFolders comfy) {
        if (!handling.noDownload() && barred(subject, file)) {
            return new PartState.Unavailable("cannot be had");
        }
        if (file.sha256().isEmpty()) {
            findings.add(Finding.warning(
                    "UNVERIFIED",
                    Effect.DOUBT,
                    "The site states no SHA-256 for \"" + file.name() + "\": only its size and form can be checked."));
        }
        return new PartState.Missing(comfy.downloadTarget(folder), name.text(), file.approximateBytes());
    }

    /** Whether something stands before the file that no patience overcomes. */
    private boolean barred(String subject, ModelFile file) {
        var hurdle = Hurdles.before(subject, file, handling.allowPickle());
        hurdle.ifPresent(problems::add);
        return hurdle.isPresent();
    }
}
