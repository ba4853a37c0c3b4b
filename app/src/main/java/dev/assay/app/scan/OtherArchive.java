package dev.assay.app.scan;

import java.util.Arrays;
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
     */
    private record Kind(String name, int at, byte[] mark) {
        static Kind of(String name, int at, String mark) {
            return new Kind(name, at, HexFormat.of().parseHex(mark));
        }

        boolean isIn(byte[] beginning, int length) {
            return length >= at + mark.length && Arrays.equals(beginning, at, at + mark.length, mark, 0, mark.length);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of("7z", 0, "377abcaf271c"),
            Kind.of("RAR", 0, "526172211a07"),
            Kind.of("gzip", 0, "1f8b"),
            Kind.of("bzip2", 0, "425a68"),
            Kind.of("xz", 0, "fd377a585a00"),
            Kind.of("Zstandard", 0, "28b52ffd"),
            Kind.of("tar", 257, "7573746172"));

    private OtherArchive() {}

    /** Which one it is by its first bytes, in a sentence; empty where it is none. */
    static Optional<String> words(byte[] beginning, int length) {
        return KINDS.stream()
                .filter(kind -> kind.isIn(beginning, length))
                .findFirst()
                .map(kind -> "It is packed with " + kind.name() + "; of archives only zip files are opened.");
    }
}
