package dev.assay.models.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.hash.Sha256;
import dev.assay.models.library.Stamp;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoredFile;

/** Sorts the files that are there into those that are known and those that must be read. */
final class Sorting {

    /** Files that are the same one, under one path or several: it is read once. */
    record Group(List<Seen> paths) {
        long size() {
            return paths.getFirst().file().size();
        }
    }

    /** A file that is known under another path. */
    record Moved(Seen seen, StoredFile known) {}

    private final List<StoredFile> unchanged = new ArrayList<>();
    private final List<StoredFile> relabelled = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final Map<String, List<Seen>> toRead = new LinkedHashMap<>();

    private final Map<Path, StoredFile> known;
    private final Map<Stamp, StoredFile> elsewhere = new HashMap<>();
    private final Set<Sha256> complete;
    private final Walk walk;

    Sorting(Walk walk, LibraryStore store) {
        this.walk = walk;
        this.known = store.files().stream().collect(Collectors.toMap(StoredFile::path, file -> file));
        this.complete = store.complete();
        known.values().stream()
                .filter(file -> !file.stamp().inode().isEmpty())
                .forEach(file -> elsewhere.put(file.stamp(), file));
        walk.files().forEach(this::sort);
    }

    private void sort(Seen seen) {
        var stamp = Stamp.of(seen.file());
        var before = Optional.ofNullable(known.get(seen.file().path()))
                .filter(file -> file.stamp().equals(stamp) && complete.contains(file.sha256()));
        var other = Optional.ofNullable(elsewhere.get(stamp))
                .filter(file -> complete.contains(file.sha256()) && isSameFile(file, seen));
        if (before.isPresent()) {
            unchanged(before.get(), seen);
        } else if (other.isPresent()) {
            moved.add(new Moved(seen, other.get()));
        } else {
            toRead.computeIfAbsent(key(seen), _ -> new ArrayList<>()).add(seen);
        }
    }

    private void unchanged(StoredFile before, Seen seen) {
        unchanged.add(before);
        var same = before.missingSince().isEmpty()
                && before.root().equals(seen.root())
                && before.folder().equals(seen.folder());
        if (!same) {
            relabelled.add(before.in(seen.root(), seen.folder()));
        }
    }

    /** The same number on another disk is another file; one that is gone from its old path has come from there. */
    private boolean isSameFile(StoredFile file, Seen seen) {
        return walk.find(file.path())
                .map(there -> there.file().fileKey().equals(seen.file().fileKey())
                        || !Stamp.of(there.file()).equals(file.stamp()))
                .orElseGet(() -> walk.wouldHaveSeen(file.path()));
    }

    /** Hard and symbolic links to one file share a key; without keys each path is a file of its own. */
    private static String key(Seen seen) {
        var key = seen.file().fileKey();
        return key.isEmpty() ? seen.file().path().toString() : key;
    }

    /** Files that are known, and need not be read. */
    List<StoredFile> unchanged() {
        return unchanged;
    }

    /** Of these, what is known of their place and is no longer true. */
    List<StoredFile> relabelled() {
        return relabelled;
    }

    List<Moved> moved() {
        return moved;
    }

    List<Group> toRead() {
        return toRead.values().stream().map(Group::new).toList();
    }

    /** What is known, would have been seen, and is no longer there. */
    List<Path> missing() {
        return known.values().stream()
                .filter(file -> file.missingSince().isEmpty())
                .map(StoredFile::path)
                .filter(path -> walk.find(path).isEmpty() && walk.wouldHaveSeen(path))
                .toList();
    }
}
