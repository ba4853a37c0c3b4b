package dev.assay.app.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;

/**
 * A hash as somebody gives it, whole or its beginning.
 *
 * @param hex 8 to 64 lower-case hex digits
 */
public record HashQuery(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8,64}");
    private static final int AUTO_V3 = 12;

    /** Reads a hash in any case, with or without {@code 0x}. */
    public static Optional<HashQuery> parse(String text) {
        var hex = text.strip().toLowerCase(Locale.ROOT);
        hex = hex.startsWith("0x") ? hex.substring(2) : hex;
        return FORM.matcher(hex).matches() ? Optional.of(new HashQuery(hex)) : Optional.empty();
    }

    /**
     * A file that has the hash.
     *
     * @param by which of its hashes it is, for people
     */
    public record Match(LibraryItem item, String by) {}

    /** The files that have it, as they were recorded. */
    public List<Match> in(List<LibraryItem> items) {
        return items.stream()
                .flatMap(item -> by(item).map(by -> new Match(item, by)).stream())
                .toList();
    }

    private Optional<String> by(LibraryItem item) {
        if (item.file().sha256().hex().startsWith(hex)) {
            return Optional.of(
                    switch (hex.length()) {
                        case 64 -> "SHA-256";
                        case 10 -> "AutoV2";
                        default -> "the head of its SHA-256";
                    });
        }
        return item.entry().content().flatMap(content -> {
            var digests = content.digests();
            if (hex.length() >= AUTO_V3
                    && digests.tensors().map(Sha256::hex).filter(this::begins).isPresent()) {
                return Optional.of(hex.length() == AUTO_V3 ? "AutoV3" : "the SHA-256 of its tensors");
            }
            if (digests.autoV1().map(ShortHash::hex).filter(hex::equals).isPresent()) {
                return Optional.of("AutoV1");
            }
            return digests.crc32().hex().equals(hex) ? Optional.of("CRC32") : Optional.empty();
        });
    }

    private boolean begins(String hash) {
        return hash.startsWith(hex);
    }
}
