package dev.assay.app.scan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.hash.Sha256;
import dev.assay.models.library.ModelFile;
import dev.assay.models.library.Stamp;
import dev.assay.models.store.StoredFile;

/** Which contents are on record for which files; a file that has changed since has none. */
public final class KnownContents {

    private final Map<Path, StoredFile> files = new HashMap<>();
    private final Map<Sha256, Set<Path>> byContent = new HashMap<>();

    /** Takes what the library has on record; files that it says are missing are left out. */
    public KnownContents(List<StoredFile> recorded) {
        for (var file : recorded) {
            if (file.missingSince().isEmpty()) {
                files.put(file.path(), file);
                byContent.computeIfAbsent(file.sha256(), _ -> new HashSet<>()).add(file.path());
            }
        }
    }

    /** The content of a file, where it is on record and the file unchanged. */
    Optional<Sha256> of(ModelFile file) {
        return Optional.ofNullable(files.get(file.path()))
                .filter(known -> known.stamp().equals(Stamp.of(file)))
                .map(StoredFile::sha256);
    }

    /** The files that had that content when they were read. */
    Set<Path> files(Sha256 content) {
        return Set.copyOf(byContent.getOrDefault(content, Set.of()));
    }
}
