package dev.assay.civitai.model;

import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.ModelFile;

/**
 * Whether a hash is a file's, by the kind of hash that its length tells: ten digits are the head of the SHA-256, twelve
 * are AutoV3 or the head of the SHA-256. Eight digits are too weak, and {@code SSHS_12} is whatever its uploader wrote
 * (quirks 13, 62), so that these never match.
 */
final class HashMatch {

    private static final int AUTO_V2 = 10;
    private static final int AUTO_V3 = 12;
    private static final int BLAKE3 = 64;

    private HashMatch() {}

    /** Whether one of the hashes is the file's; a short one counts only where no whole one contradicts it. */
    static boolean matches(ModelFile file, Clues clues) {
        if (clues.whole().stream().anyMatch(hex -> isWhole(file, hex))) {
            return true;
        }
        var silent = clues.full().isEmpty() || file.sha256().isEmpty();
        return silent
                ? clues.keys().stream().anyMatch(key -> matches(file, key))
                : clues.full().stream().anyMatch(hash -> matches(file, hash));
    }

    /** The same for a whole or a short hash as hex digits. */
    static boolean matches(ModelFile file, String hex) {
        return isWhole(file, hex)
                || ShortHash.parse(hex).filter(key -> matches(file, key)).isPresent();
    }

    /** Whether the hash is of the whole file: its SHA-256, or its BLAKE3, which proves as much. */
    static boolean isWhole(ModelFile file, String hex) {
        return Sha256.parse(hex).filter(hash -> matches(file, hash)).isPresent() || isBlake3(file, hex);
    }

    static boolean isBlake3(ModelFile file, String hex) {
        return hex.length() == BLAKE3 && hex.equalsIgnoreCase(file.hashes().getOrDefault("BLAKE3", ""));
    }

    static boolean matches(ModelFile file, Sha256 hash) {
        return file.sha256().filter(hash::equals).isPresent();
    }

    static boolean matches(ModelFile file, ShortHash key) {
        return kind(file, key).isPresent();
    }

    /** By which of the file's hashes the key is its, for people. */
    static Optional<String> kind(ModelFile file, ShortHash key) {
        var hex = key.hex();
        if (!key.looksUp()) {
            return Optional.empty();
        }
        if (file.sha256().filter(sha -> sha.hex().startsWith(hex)).isPresent()) {
            return Optional.of("head of its SHA-256");
        }
        // A file with a SHA-256 has its AutoV2 from it: a stated one that differs would be wrong.
        if (hex.length() == AUTO_V2 && file.sha256().isEmpty() && heads(file, "AutoV2", hex)) {
            return Optional.of("AutoV2");
        }
        return hex.length() == AUTO_V3 && heads(file, "AutoV3", hex) ? Optional.of("AutoV3") : Optional.empty();
    }

    /** Older rows hold the whole hash under the name of its head (§8). */
    private static boolean heads(ModelFile file, String name, String hex) {
        return file.hashes().getOrDefault(name, "").regionMatches(true, 0, hex, 0, hex.length());
    }
}
