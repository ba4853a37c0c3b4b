package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final Set<String> RUNS_CODE = Set.of(".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl");

    private final Disk disk;
    private final Request request;
    private final boolean ownGraph;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Places the ingredients of one image.
     *
     * @param ownGraph whether the maker's own graph is used, which names its models already
     */
    Placing(Disk disk, Request request, boolean ownGraph) {
        this.disk = disk;
        this.request = request;
        this.ownGraph = ownGraph;
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
        var folder = resolved.resolution() instanceof Resolution.Exact exact
                ? Uses.folder(role, exact.file())
                : Uses.folder(role);
        var directory = folder.map(FolderKind::key).orElse("");
        var state = state(resolved);
        return new Part(resolved, whereFound(resolved, state).orElse(directory), state);
    }

    /** The folder in which it was found, which need not be the one it belongs in. */
    private Optional<String> whereFound(ResolvedIngredient resolved, PartState state) {
        return state instanceof PartState.OnDisk(var path, var name)
                        && resolved.resolution() instanceof Resolution.Exact(var file, var _)
                ? folders(resolved.ingredient().role(), file).stream()
                        .filter(kind -> disk.comfy()
                                .orElseThrow()
                                .listingName(kind, path)
                                .filter(name::equals)
                                .isPresent())
                        .map(FolderKind::key)
                        .findFirst()
                : Optional.empty();
    }

    /** A maker's own graph has its loaders already, each of which lists one folder. */
    private List<FolderKind> folders(Role role, ModelFile file) {
        return ownGraph ? Uses.folder(role, file).stream().toList() : Uses.folders(role, file);
    }

    /** Shows one that the workflow does not need. */
    static Part aside(ResolvedIngredient resolved) {
        return new Part(resolved, "", new PartState.Unavailable("not needed for this workflow"));
    }

    private PartState state(ResolvedIngredient resolved) {
        var name = resolved.ingredient().role().words() + " \""
                + resolved.ingredient().name() + "\"";
        return switch (resolved.resolution()) {
            case Resolution.Exact exact -> exact(name, resolved, exact.file());
            case Resolution.Ambiguous(var candidates, var why) ->
                unavailable(
                        ExitCode.INGREDIENT,
                        name,
                        why,
                        "Several files fit: " + named(candidates) + ". None is chosen.");
            case Resolution.Unidentified _ when ownGraph && request.noDownload() -> keptName(name);
            case Resolution.Unidentified(var tried, var candidates) ->
                unavailable(
                        ExitCode.INGREDIENT,
                        name,
                        "It cannot be identified. Known of it: " + known(resolved) + ". Tried: "
                                + (tried.isEmpty() ? "nothing that could be asked" : String.join("; ", tried)) + ".",
                        candidates.isEmpty()
                                ? "A name alone identifies nothing."
                                : "By name it might be " + named(candidates) + "; none is chosen.");
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
        problems.add(
                new Problem(ExitCode.INGREDIENT, subject, what, "This image cannot be made on your own computer.", ""));
        return new PartState.Unavailable(what);
    }

    private PartState unavailable(ExitCode code, String subject, String what, String meaning) {
        var next = switch (code) {
            case INGREDIENT -> "If you know what it is, give metadata that name its version or hash: --metadata FILE.";
            case NO_ACCESS -> "Sign in on the site, and set CIVITAI_API_KEY.";
            case SERVICE -> "Try again later.";
            default -> "Try again later; report it if it stays so.";
        };
        problems.add(new Problem(code, subject, what, meaning, next));
        return new PartState.Unavailable(what);
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
                .map(file -> "\"" + file.modelName() + " " + file.versionName() + "\" (version " + file.versionId()
                        + ", " + file.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private PartState exact(String subject, ResolvedIngredient resolved, ModelFile file) {
        if (file.scan() == ModelFile.Scan.DANGEROUS) {
            problems.add(new Problem(
                    ExitCode.INGREDIENT,
                    subject,
                    "The site's scan calls the file \"" + file.name() + "\" dangerous.",
                    "It is refused, whatever the options.",
                    "Look for another version of the model."));
            return new PartState.Unavailable("dangerous by the site's scan");
        }
        if (!ownGraph && !ListedNames.lists(Uses.name(file).text())) {
            return unlisted(subject, file);
        }
        var folders = folders(resolved.ingredient().role(), file);
        if (folders.isEmpty() || disk.comfy().isEmpty()) {
            return notLooked(subject, file);
        }
        return onDisk(subject, file, folders, disk.comfy().get());
    }

    /** A maker's own graph may have nodes for such files; the nodes that are drawn have none. */
    private PartState unlisted(String subject, ModelFile file) {
        var what = "The file \"" + file.name() + "\" is none that ComfyUI can load.";
        problems.add(new Problem(
                ExitCode.INGREDIENT,
                subject,
                what,
                "ComfyUI goes by the extension of a file: .safetensors, .sft, .ckpt, .pt, .pt2, .pth, .bin or .pkl.",
                "It may be an archive to be unpacked by hand; see its page: "
                        + dev.assay.civitai.download.ModelLinks.pageOf(file)));
        return new PartState.Unavailable(what);
    }

    /** Without a folder to look in, it can at least be said whether it could be had. */
    private PartState notLooked(String subject, ModelFile file) {
        barred(subject, file);
        return new PartState.NotLookedFor();
    }

    private PartState onDisk(String subject, ModelFile file, List<FolderKind> folders, ComfyFolders comfy) {
        var name = Uses.name(file);
        if (file.sha256().isPresent() && disk.library().isPresent()) {
            var search = new Search(folders, file.sha256().get(), Uses.size(file), name.text());
            switch (find(disk.library().get(), search)) {
                case SearchResult.Found found -> {
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
        if (!request.noDownload() && barred(subject, file)) {
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
        if (runsCode(file) && !request.allowPickle()) {
            problems.add(new Problem(
                    ExitCode.INGREDIENT,
                    subject,
                    "\"" + file.name() + "\" is a pickle, a format that can run code when it is loaded.",
                    "It is not downloaded unless you say so.",
                    "Run again with --allow-pickle if you trust its author."));
            return true;
        }
        if (file.access().isEmpty()) {
            return false;
        }
        var barrier = file.access().get();
        problems.add(new Problem(
                switch (barrier.kind()) {
                    case EARLY_ACCESS, SIGN_IN, DOWNLOADS_DISABLED -> ExitCode.NO_ACCESS;
                    case ARCHIVED -> ExitCode.INGREDIENT;
                },
                subject,
                barrier.message(),
                "The file cannot be downloaded now.",
                "See its page: " + dev.assay.civitai.download.ModelLinks.pageOf(file)));
        return true;
    }

    static boolean runsCode(ModelFile file) {
        var extension = Uses.name(file).extension().toLowerCase(Locale.ROOT);
        return RUNS_CODE.contains(extension) || file.format().equalsIgnoreCase("PickleTensor");
    }
}
