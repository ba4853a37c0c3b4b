package dev.assay.models.folder;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * The model folders of one ComfyUI installation: what {@code models/} holds and what {@code extra_model_paths.yaml}
 * adds. Read once; later changes of that file are not seen.
 */
public final class ComfyFolders {

    private final Path root;
    private final Map<FolderKind, List<Path>> directories = new LinkedHashMap<>();
    private final Map<FolderKind, Path> defaults = new LinkedHashMap<>();
    private final List<Finding> findings;

    private ComfyFolders(Path root, ExtraPaths extra) {
        this.root = root;
        this.findings = new ArrayList<>(extra.findings());
        extra.entries().forEach(this::add);
    }

    /** The installation in that folder; empty where it is none ({@code main.py} and {@code comfy}, or {@code models}). */
    public static Optional<ComfyFolders> at(Path root, Surroundings surroundings) {
        var folder = root.toAbsolutePath().normalize();
        return ComfyRoot.isRoot(folder) ? Optional.of(open(folder, surroundings)) : Optional.empty();
    }

    /**
     * The folder that the user named, whatever it looks like so far, as long as it exists. One that looks like no
     * installation is taken at the user's word, and said so.
     */
    public static Optional<ComfyFolders> named(Path root, Surroundings surroundings) {
        var folder = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        var folders = open(folder, surroundings);
        return Optional.of(ComfyRoot.isRoot(folder) ? folders : folders.doubted());
    }

    private ComfyFolders doubted() {
        findings.addFirst(Finding.warning(
                "COMFY_UNUSUAL",
                Effect.NONE,
                "\"" + root + "\" has no ComfyUI in it, and no models folder; it is taken as you named it."));
        return this;
    }

    /** The nearest installation: in that folder, in a {@code ComfyUI} inside it, or the same for a folder above. */
    public static Optional<ComfyFolders> find(Path start, Surroundings surroundings) {
        return ComfyRoot.near(start).map(folder -> open(folder, surroundings));
    }

    private static ComfyFolders open(Path root, Surroundings surroundings) {
        return new ComfyFolders(root, ExtraPaths.read(root.resolve("extra_model_paths.yaml"), surroundings));
    }

    public Path root() {
        return root;
    }

    /** What was wrong with {@code extra_model_paths.yaml}; empty where nothing was. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The kinds whose folders the installation has anything to say about. */
    public Set<FolderKind> kinds() {
        var kinds = new LinkedHashSet<>(BuiltInFolders.kinds());
        kinds.addAll(directories.keySet());
        return kinds;
    }

    /** Where ComfyUI looks for that kind, first match first; the directories need not exist. */
    public List<Path> directories(FolderKind kind) {
        return List.copyOf(directories.getOrDefault(kind, BuiltInFolders.of(root, kind)));
    }

    /** Where a new model of that kind goes: the default section's directory, otherwise {@code models/<kind>}. */
    public Path downloadTarget(FolderKind kind) {
        return defaults.getOrDefault(kind, BuiltInFolders.own(root, kind));
    }

    /**
     * The name by which ComfyUI lists a file, with this platform's separators; empty where it lies in no directory of
     * that kind, or where that name gives another file, since the first directory that has it wins.
     */
    public Optional<String> listingName(FolderKind kind, Path file) {
        var wanted = file.toAbsolutePath().normalize();
        for (var directory : directories(kind)) {
            if (wanted.startsWith(directory) && !wanted.equals(directory)) {
                var name = directory.relativize(wanted).toString();
                if (resolve(kind, name).filter(wanted::equals).isPresent()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** The file that ComfyUI loads for a name of its list; empty where there is none or the name leaves the folder. */
    public Optional<Path> resolve(FolderKind kind, String listingName) {
        return first(kind, listingName, Files::isRegularFile);
    }

    /** The folder of that name in one of the kind's: some loaders take whole folders. Empty as {@link #resolve} is. */
    public Optional<Path> folder(FolderKind kind, String name) {
        return first(kind, name, Files::isDirectory);
    }

    private Optional<Path> first(FolderKind kind, String name, Predicate<Path> wanted) {
        return directories(kind).stream()
                .flatMap(directory -> inside(directory, name).stream())
                .filter(wanted)
                .findFirst();
    }

    private static Optional<Path> inside(Path directory, String name) {
        try {
            var file = directory.resolve(name).normalize();
            return file.startsWith(directory) && !file.equals(directory) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** As ComfyUI does: a default goes first, anything else last, and nothing is listed twice. */
    private void add(ExtraPaths.Entry entry) {
        var paths = directories.computeIfAbsent(entry.kind(), kind -> new ArrayList<>(BuiltInFolders.of(root, kind)));
        if (entry.isDefault()) {
            paths.remove(entry.directory());
            paths.addFirst(entry.directory());
            defaults.put(entry.kind(), entry.directory());
        } else if (!paths.contains(entry.directory())) {
            paths.add(entry.directory());
        }
    }
}
