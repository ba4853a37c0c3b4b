package dev.assay.app.scan;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Archives that are known and not opened. The site takes zip files alone for workflows ({@code civitai/civitai},
 * {@code src/components/Resource/FilesProvider.tsx}), so that others are rare; they are told as what they are.
 */
final class OtherArchive {

    /**
     * What tells one.
     *
     * @param name for people
     * @param at where its mark stands
     * @param mark in hex digits
     */
    private record Kind(String name, int at, String mark) {
        boolean isIn(byte[] beginning, int length) {
            var end = at + mark.length() / 2;
            return length >= end && HexFormat.of().formatHex(beginning, at, end).equals(mark);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("7z", 0, "377abcaf271c"),
            new Kind("RAR", 0, "526172211a07"),
            new Kind("gzip", 0, "1f8b"),
            new Kind("bzip2", 0, "425a68"),
            new Kind("xz", 0, "fd377a585a00"),
            new Kind("Zstandard", 0, "28b52ffd"),
            new Kind("tar", 257, "7573746172"));

    private OtherArchive() {}

    /** Which one it is by its first bytes, in a sentence; empty where it is none. */
    static Optional<String> words(byte[] beginning, int length) {
        return KINDS.stream()
                .filter(kind -> kind.isIn(beginning, length))
                .findFirst()
                .map(kind -> "It is packed with " + kind.name() + "; of archives only zip files are opened.");
    }
}
