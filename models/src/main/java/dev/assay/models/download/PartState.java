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
 */
record PartState(Optional<Sha256> sha256, Optional<ByteSource.Validator> validator, OptionalLong total) {

    /** Stands in a lock file that has lost its name. */
    static final String GONE = "gone";

    static final PartState NOTHING = new PartState(Optional.empty(), Optional.empty(), OptionalLong.empty());

    /** Reads {@link #text()}; nothing is known where that was cut short by a crash. */
    static PartState parse(String text) {
        try {
            var json = Json.parse(text);
            var total = json.at("total").integer().filter(bytes -> bytes > 0);
            return new PartState(
                    json.at("sha256").text().flatMap(Sha256::parse),
                    json.at("etag").text().map(ByteSource.Validator::new),
                    total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty());
        } catch (MalformedJsonException _) {
            return NOTHING;
        }
    }

    String text() {
        var json = Json.object()
                .putIfPresent("sha256", sha256.map(Sha256::hex))
                .putIfPresent("etag", validator.map(ByteSource.Validator::etag));
        total.ifPresent(bytes -> json.put("total", bytes));
        return json.build().write();
    }
}
