package dev.assay.models.download;

import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * What is known of the bytes in a part file.
 *
 * @param sha256 what the whole file must be
 * @param validator of the file that the bytes came from
 * @param total bytes of the whole file, as its source said
 * @param holdsUpTo where bytes were also written farther on: the first byte that is not vouched for. What lies before
 *     was on the medium when this was written. Empty where all of the part follows without a hole
 * @param reserved whether room for the whole file may have been taken already
 */
record PartState(
        Optional<Sha256> sha256,
        Optional<ByteSource.Validator> validator,
        OptionalLong total,
        OptionalLong holdsUpTo,
        boolean reserved) {

    /** Stands in a lock file that has lost its name. */
    static final String GONE = "gone";

    static final PartState NOTHING = begun(Optional.empty(), Optional.empty(), OptionalLong.empty());

    /** What is known of a part before its first byte. */
    static PartState begun(Optional<Sha256> sha256, Optional<ByteSource.Validator> validator, OptionalLong total) {
        return new PartState(sha256, validator, total, OptionalLong.empty(), false);
    }

    /** The same, where bytes are also written behind the first that is not vouched for. */
    PartState holdingUpTo(long byteNumber) {
        return new PartState(sha256, validator, total, OptionalLong.of(byteNumber), reserved);
    }

    /** The same, where room is taken for all of it. */
    PartState reserving() {
        return new PartState(sha256, validator, total, holdsUpTo, true);
    }

    /** Reads {@link #text()}; nothing is known where that was cut short by a crash. */
    static PartState parse(String text) {
        try {
            var json = Json.parse(text);
            return new PartState(
                    json.at("sha256").text().flatMap(Sha256::parse),
                    json.at("etag").text().map(ByteSource.Validator::new),
                    number(json.at("total"), 1),
                    number(json.at("holdsUpTo"), 0),
                    json.at("reserved").bool().orElse(false));
        } catch (MalformedJsonException _) {
            return NOTHING;
        }
    }

    private static OptionalLong number(Json value, long least) {
        var number = value.integer().filter(bytes -> bytes >= least);
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    String text() {
        var json = Json.object()
                .putIfPresent("sha256", sha256.map(Sha256::hex))
                .putIfPresent("etag", validator.map(ByteSource.Validator::etag));
        total.ifPresent(bytes -> json.put("total", bytes));
        holdsUpTo.ifPresent(bytes -> json.put("holdsUpTo", bytes));
        if (reserved) {
            json.put("reserved", true);
        }
        return json.build().write();
    }
}
