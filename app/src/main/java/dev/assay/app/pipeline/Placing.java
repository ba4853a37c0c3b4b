package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
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

    /** Places the ingredients of one image, or what somebody wants. */
    Placing(Disk disk, Handling handling) {
        this.disk = disk;
        this.handling = handling;
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
            case Resolution.Ambiguous(var candidates, var why) ->
                unavailable(
                        ExitCode.INGREDIENT,
                        name,
                        why,
                        "Several files fit: " + named(candidates) + ". None is chosen.");
            case Resolution.Unidentified _
            when handling.names() == Handling.Names.OWN_GRAPH && handling.noDownload() -> keptName(name);
            case Resolution.Unidentified(var tried, var candidates) ->
                unavailable(
                        ExitCode.INGREDIENT,
                        name,
                        "It cannot be identified. Known of it: " + known(resolved) + ". Tried: "
                                + (tried.isEmpty() ? "nothing that could be asked" : String.join("; ", tried)) + ".",
                        candidates.isEmpty()
                                ? nothingElse(resolved)
                                : "It might be " + named(candidates) + "; none is chosen.");
            case Resolution.Gone(var what) ->
                unavailable(
                        ExitCode.INGREDIENT,
                        name,
                        what + ". Known of it: " + known(resolved) + ".",
                        "The site does not have it any more.");
            case Resolution.Restricted(var why) ->
                unavailable(ExitCode.NO_ACCESS, name, why, "The site does not show it to you.");
            case Resolution.RemoteOnly(var engine) -> remote(name, engine);
            case Resolution.Mismatch(var what) ->
                unavailable(ExitCode.IDENTITY, name, what, "The answer is not about the model that was asked for.");
            case Resolution.Unreachable(var why) ->
                unavailable(ExitCode.SERVICE, name, why, "The site could not be asked about it.");
        };
    }

    /** Where nothing is to be downloaded, a graph that names its models can be written with the maker's names. */
    private PartState keptName(String subject) {
        findings.add(Finding.warning(
                        "MODEL_UNIDENTIFIED",
                        Effect.DOUBT,
                        "The " + subject + " is named by the maker's graph, but nothing tells which file it is; the"
                                + " name is kept as it is.")
                .advise("Make sure that the file under this name is the maker's."));
        return new PartState.Unavailable("named only; the maker's name is kept");
    }

    private PartState remote(String subject, String engine) {
        var what = engine + " is an engine behind an interface, not a model that can be downloaded.";
        problems.add(new Problem(
                ExitCode.INGREDIENT,
                subject,
                what,
                handling.names() == Handling.Names.WANTED
                        ? "There is no file to download."
                        : "This image cannot be made on your own computer.",
                ""));
        return new PartState.Unavailable(what);
    }

    private PartState unavailable(ExitCode code, String subject, String what, String meaning) {
        var next = switch (code) {
            case INGREDIENT -> handling.advice();
            case NO_ACCESS -> "Sign in on the site, and set CIVITAI_API_KEY.";
            case SERVICE -> "Try again later.";
            default -> "Try again later; report it if it stays so.";
        };
        problems.add(new Problem(code, subject, what, meaning, next));
        return new PartState.Unavailable(what);
    }

    private static String nothingElse(ResolvedIngredient resolved) {
        return resolved.ingredient().clues().stream().allMatch(clue -> clue instanceof Clue.Named)
                ? "A name alone identifies nothing."
                : "Nothing that is known of it leads to a file.";
    }

    private static String known(ResolvedIngredient resolved) {
        return resolved.ingredient().clues().stream()
                .map(Clues::words)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String named(List<ModelFile> candidates) {
        return candidates.stream()
                .limit(5)
                .map(file -> file.elsewhere().isPresent()
                        ? "\"" + file.name() + "\" (" + ModelLinks.pageOf(file) + ")"
                        : "\"" + file.modelName() + " " + file.versionName() + "\" (version " + file.versionId() + ", "
                                + file.name() + ")")
                .collect(Collectors.joining(", "));
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
