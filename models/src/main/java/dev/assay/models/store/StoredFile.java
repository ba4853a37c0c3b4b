package dev.assay.models.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.inspect.Damage;
import dev.assay.models.library.Stamp;

/**
 * A file as it was when it was last read.
 *
 * @param path absolute, links not resolved
 * @param root the directory that was searched, to which ComfyUI's name for it is relative
 * @param folder the kind of that directory; empty where nobody can tell
 * @param stamp by which it is taken for unchanged
 * @param changed when its entry last changed before it was read; empty where nobody knows
 * @param sha256 its content
 * @param damage why it cannot be what its name says; empty where nothing speaks against it
 * @param hashedAt when it was read
 * @param missingSince since when it is no longer there; empty while it is
 */
public record StoredFile(
        Path path,
        Path root,
        Optional<FolderKind> folder,
        Stamp stamp,
        Optional<Long> changed,
        Sha256 sha256,
        Optional<Damage> damage,
        Instant hashedAt,
        Optional<Instant> missingSince) {

    /** The same file, seen now in that place. */
    public StoredFile in(Path otherRoot, Optional<FolderKind> otherFolder) {
        return new StoredFile(path, otherRoot, otherFolder, stamp, changed, sha256, damage, hashedAt, Optional.empty());
    }

    /** The name by which ComfyUI lists it, with this platform's separators. */
    public String listingName() {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }
}
