package dev.assay.models.library;

import java.util.Optional;

import dev.assay.core.hash.Sha256;

/**
 * Remembers the hashes of files, so that a file that has not changed is not read again. A file that has changed in path,
 * size or time is another one.
 */
public interface HashMemory {

    Optional<Sha256> recall(ModelFile file);

    void remember(ModelFile file, Sha256 sha256);

    /** What kept it from remembering, in a sentence; empty where nothing did. Known once it has been used. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Remembers nothing: each file is read whenever its content counts. */
    static HashMemory none() {
        return new HashMemory() {
            @Override
            public Optional<Sha256> recall(ModelFile file) {
                return Optional.empty();
            }

            @Override
            public void remember(ModelFile file, Sha256 sha256) {}
        };
    }
}
