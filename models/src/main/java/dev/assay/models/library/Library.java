package dev.assay.models.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.ListedNames;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.progress.Progress;

/** The models that an installation has. A file is known by its content; its name is only a hint. */
public final class Library {

    private final ComfyFolders folders;
    private final HashMemory memory;

    public Library(ComfyFolders folders, HashMemory memory) {
        this.folders = folders;
        this.memory = memory;
    }

    /** All files of a kind, in the order in which ComfyUI searches its directories, and what could not be read. */
    public Listing list(FolderKind kind) {
        var files = new ArrayList<ModelFile>();
        var unreadable = new ArrayList<Unreadable>();
        for (var directory : folders.directories(kind)) {
            try {
                var walk = FolderWalk.of(directory);
                files.addAll(walk.files());
                unreadable.addAll(walk.unreadable());
            } catch (IOException e) {
                unreadable.add(Reasons.of(directory, e));
            }
        }
        return new Listing(files, unreadable);
    }

    /**
     * What a folder holds.
     *
     * @param files in no particular order within one directory
     * @param unreadable what could not be read
     */
    public record Listing(List<ModelFile> files, List<Unreadable> unreadable) {
        public Listing {
            files = List.copyOf(files);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Looks for a file of that content that ComfyUI can load, whatever its name. Only files of a fitting size are read,
     * one of the likely name before the others. Under a name that ComfyUI does not list, or would read in another way
     * ({@link ListedNames}), it is of no use. A file that another one of the same listing name hides does not count.
     */
    public SearchResult find(Search search, Progress progress) {
        var unreadable = new ArrayList<Unreadable>();
        for (var kind : search.kinds()) {
            var listing = list(kind);
            unreadable.addAll(listing.unreadable());
            for (var file : candidates(listing, search)) {
                var found = compare(file, kind, search, progress, unreadable);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return new SearchResult.NotFound(unreadable);
    }

    /** Ends the search where the file is the one, or where it was cancelled. */
    private Optional<SearchResult> compare(
            ModelFile file, FolderKind kind, Search search, Progress progress, List<Unreadable> unreadable) {
        var name = folders.listingName(kind, file.path());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            var content = hash(file, progress);
            if (content.isEmpty()) {
                return Optional.of(new SearchResult.Cancelled());
            }
            return content.filter(search.sha256()::equals).map(_ -> new SearchResult.Found(file, kind, name.get()));
        } catch (IOException e) {
            unreadable.add(Reasons.of(file.path(), e));
            return Optional.empty();
        }
    }

    /** Why files were read anew that were known before, in a sentence; empty where nothing went wrong. */
    public Optional<String> memoryTrouble() {
        return memory.trouble();
    }

    /** The SHA-256 of a file, remembered or read; empty where it was cancelled. */
    public Optional<Sha256> hash(ModelFile file, Progress progress) throws IOException {
        var known = memory.recall(file);
        if (known.isPresent()) {
            return known;
        }
        var read = FileHasher.sha256(file.path(), progress);
        read.ifPresent(content -> memory.remember(file, content));
        return read;
    }

    private static List<ModelFile> candidates(Listing listing, Search search) {
        Comparator<ModelFile> likelyFirst = Comparator.comparing(file -> !isNamed(file, search.likelyName()));
        return listing.files().stream()
                .filter(file -> search.size().contains(file.size()))
                .filter(file -> ListedNames.readAlike(file.path().getFileName().toString(), search.likelyName()))
                .sorted(likelyFirst)
                .toList();
    }

    private static boolean isNamed(ModelFile file, String name) {
        return file.path().getFileName().toString().equalsIgnoreCase(name);
    }
}
