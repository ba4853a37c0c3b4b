package dev.assay.replica.world;

import java.util.Locale;
import java.util.Optional;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.SiteHashes;

/**
 * A file in a repository on Hugging Face.
 *
 * @param repository owner and name
 * @param path inside it
 * @param gated whether the repository gives its files only to who has accepted its terms
 * @param licence as the repository's card says it
 * @param stated the SHA-256 that the list of files gives, where it is not that of the bytes
 */
public record HubFile(
        String repository, String path, Bytes bytes, boolean gated, Optional<String> licence, Optional<String> stated) {

    /** An open one under the licence {@code apache-2.0}. */
    public static HubFile of(String repository, String path, Bytes bytes) {
        return new HubFile(repository, path, bytes, false, Optional.of("apache-2.0"), Optional.empty());
    }

    /** The same in a repository whose terms must be accepted. */
    public HubFile behindTerms() {
        return new HubFile(repository, path, bytes, true, Optional.of("other"), stated);
    }

    /** The same, listed with another SHA-256 than it has. */
    public HubFile stating(String sha256) {
        return new HubFile(repository, path, bytes, gated, licence, Optional.of(sha256));
    }

    /** Lower-case hex, by which Git LFS stores it. */
    public String sha256() {
        return SiteHashes.of(bytes).getOrDefault("SHA256", "").toLowerCase(Locale.ROOT);
    }
}
