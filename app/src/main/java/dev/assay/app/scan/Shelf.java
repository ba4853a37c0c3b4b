package dev.assay.app.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.library.HashMemory;
import dev.assay.models.library.Library;
import dev.assay.models.library.ModelFile;

/** All model files of an installation, listed once, as ComfyUI lists them. */
final class Shelf {

    /** A file as one kind of folder lists it. */
    record Item(FolderKind kind, String listed, ModelFile file) {

        String fileName() {
            return String.valueOf(file.path().getFileName());
        }
    }

    private final ComfyFolders comfy;
    private final KnownContents contents;
    private final Map<FolderKind, Map<String, Item>> byKind = new LinkedHashMap<>();
    private final Map<String, List<Item>> byFileName = new HashMap<>();
    private final Map<FolderKind, Map<String, List<Item>>> byStem = new HashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    private Shelf(ComfyFolders comfy, KnownContents contents) {
        this.comfy = comfy;
        this.contents = contents;
    }

    /** Lists everything; no model is read. */
    static Shelf of(ComfyFolders comfy, KnownContents contents) {
        var shelf = new Shelf(comfy, contents);
        var library = new Library(comfy, HashMemory.none());
        shelf.kinds().forEach(kind -> shelf.list(kind, library));
        return shelf;
    }

    /** The kinds that ComfyUI knows, and what custom nodes have made beside them. */
    private Set<FolderKind> kinds() {
        var kinds = new LinkedHashSet<>(comfy.kinds());
        try (Stream<Path> folders = Files.list(comfy.root().resolve("models"))) {
            folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> FolderKind.of(String.valueOf(folder.getFileName())).stream())
                    .forEach(kinds::add);
        } catch (java.io.IOException _) {
            // An installation may keep all its models elsewhere.
        }
        return kinds;
    }

    private void list(FolderKind kind, Library library) {
        var listing = library.list(kind);
        listing.unreadable().forEach(one -> unreadable.add(one.path() + " (" + one.reason() + ")"));
        Map<String, Item> items = new HashMap<>();
        Map<String, List<Item>> stems = new HashMap<>();
        for (var file : listing.files()) {
            for (var directory : comfy.directories(kind)) {
                if (file.path().startsWith(directory)) {
                    var item = new Item(kind, directory.relativize(file.path()).toString(), file);
                    // The first directory that has a name wins.
                    if (items.putIfAbsent(item.listed(), item) == null) {
                        byFileName
                                .computeIfAbsent(item.fileName(), _ -> new ArrayList<>())
                                .add(item);
                        stems.computeIfAbsent(stem(item.fileName()), _ -> new ArrayList<>())
                                .add(item);
                    }
                    break;
                }
            }
        }
        byKind.put(kind, items);
        byStem.put(kind, stems);
    }

    /** Folders and files that could not be looked at, any of which may be what is missing. */
    Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }

    /** What the kind lists under exactly that name. */
    Optional<Item> listed(FolderKind kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
    }

    /** What any kind lists under exactly that name. */
    List<Item> listed(String name) {
        return byKind.values().stream()
                .flatMap(items -> Optional.ofNullable(items.get(name)).stream())
                .toList();
    }

    /** All files of exactly that name, in whatever folder. */
    List<Item> named(String fileName) {
        return byFileName.getOrDefault(fileName, List.of());
    }

    /** All files of that kind whose name is that, whatever the extension. */
    List<Item> stems(FolderKind kind, String stem) {
        return byStem.getOrDefault(kind, Map.of()).getOrDefault(stem, List.of());
    }

    List<Item> all(FolderKind kind) {
        return List.copyOf(byKind.getOrDefault(kind, Map.of()).values());
    }

    /** All files, each once. */
    Set<Path> paths() {
        var paths = new LinkedHashSet<Path>();
        byKind.values()
                .forEach(items ->
                        items.values().forEach(item -> paths.add(item.file().path())));
        return paths;
    }

    /** The files that are on record with that content, and unchanged since. */
    List<Item> holding(Sha256 content) {
        var paths = contents.files(content);
        return paths.isEmpty()
                ? List.of()
                : byKind.values().stream()
                        .flatMap(items -> items.values().stream())
                        .filter(item -> paths.contains(item.file().path()))
                        .toList();
    }

    ModelState.Copy copy(Item item) {
        return new ModelState.Copy(item.file().path(), contents.of(item.file()));
    }

    /** Whether a folder of that name is there: some loaders take folders. */
    Optional<Path> folder(FolderKind kind, String name) {
        return comfy.folder(kind, name);
    }

    /** A name without the extension that models have; what else is behind a dot belongs to it. */
    static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 && dev.assay.core.workflow.model.ModelReference.isFile(name) ? name.substring(0, dot) : name;
    }

    /**
     * What is left of a name without case, punctuation and accents, for showing candidates only. macOS keeps accents apart from their
     * letters, and others do not: to ComfyUI these are different names.
     */
    static String plain(String name) {
        return Normalizer.normalize(stem(name), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
