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
 * @param kind only hashes of that kind count; empty for all
 */
public record HashQuery(String hex, Optional<Kind> kind) {

    private static final Pattern FORM =
            Pattern.compile("(?:(sha-?256|autov1|autov2|autov3|crc32):)?(?:0x)?([0-9a-f]{8,64})");
    private static final int AUTO_V2 = 10;
    private static final int AUTO_V3 = 12;

    /** Kinds of hashes that the library has. */
    public enum Kind {
        SHA256,
        AUTOV1,
        AUTOV2,
        AUTOV3,
        CRC32
    }

    /** The hash of a whole file. */
    public HashQuery(String hex) {
        this(hex, Optional.empty());
    }

    /** Reads a hash in any case, with or without {@code 0x} and the name of its kind before it. */
    public static Optional<HashQuery> parse(String text) {
        var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return form.matches()
                ? Optional.of(new HashQuery(
                        form.group(2),
                        Optional.ofNullable(form.group(1))
                                .map(kind -> Kind.valueOf(
                                        kind.replace("-", "").toUpperCase(Locale.ROOT)))))
                : Optional.empty();
    }

    private boolean may(Kind one) {
        return kind.isEmpty() || kind.get() == one;
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
        var isHead = may(Kind.SHA256) || (may(Kind.AUTOV2) && hex.length() == AUTO_V2);
        if (isHead && item.file().sha256().hex().startsWith(hex)) {
            return Optional.of(
                    switch (hex.length()) {
                        case 64 -> "SHA-256";
                        case 10 -> "AutoV2";
                        default -> "the head of its SHA-256";
                    });
        }
        return item.entry().content().flatMap(content -> {
            var digests = content.digests();
            if (may(Kind.AUTOV3)
                    && hex.length() >= AUTO_V3
                    && digests.tensors().map(Sha256::hex).filter(this::begins).isPresent()) {
                return Optional.of(hex.length() == AUTO_V3 ? "AutoV3" : "the SHA-256 of its tensors");
            }
            if (may(Kind.AUTOV1)
                    && digests.autoV1().map(ShortHash::hex).filter(hex::equals).isPresent()) {
                return Optional.of("AutoV1");
            }
            return may(Kind.CRC32) && digests.crc32().hex().equals(hex)
                    ? Optional.of("CRC32") : Optional.empty();
        });
    }

    private boolean begins(String hash) {
        return hash.startsWith(hex);
    }
}
