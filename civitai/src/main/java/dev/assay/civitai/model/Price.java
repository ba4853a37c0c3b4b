package dev.assay.civitai.model;

import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** What a version costs, as it says itself. */
final class Price {

    private Price() {}

    /** In words; empty where it says nothing of a price. */
    static Optional<String> of(Json version) {
        return Stream.of("paidAccess", "earlyAccessConfig")
                .map(version::at)
                .flatMap(access -> paid(access).stream())
                .findFirst();
    }

    private static Optional<String> paid(Json access) {
        var price =
                access.at("downloadPrice").decimal().or(() -> access.at("price").decimal());
        if (price.isPresent()) {
            return Optional.of("download " + price.get().toPlainString() + " Buzz");
        }
        return access.members().isEmpty() ? Optional.empty() : Optional.of("paid access");
    }
}
