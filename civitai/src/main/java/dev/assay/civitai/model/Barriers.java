package dev.assay.civitai.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.assay.core.ingredient.ModelFile.Barrier;
import dev.assay.core.json.Json;

/** What the site says stands before the download of a version's files. The download itself has the last word. */
final class Barriers {

    private final InstantSource clock;

    Barriers(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Barrier> of(Json version, Json model) {
        return withdrawn(model).or(() -> disabled(version)).or(() -> early(version));
    }

    private static Optional<Barrier> withdrawn(Json model) {
        return switch (model.at("mode").text().orElse("")) {
            case "Archived" -> barrier(Barrier.Kind.ARCHIVED, "the model is archived: its files cannot be downloaded");
            case "TakenDown" ->
                barrier(Barrier.Kind.ARCHIVED, "the model was taken down: its files cannot be downloaded");
            default -> Optional.empty();
        };
    }

    /** Only {@code Download} is downloadable, and no key can help (quirk 44); where it is not said, it is not forbidden. */
    private static Optional<Barrier> disabled(Json version) {
        var control = version.at("usageControl").text().orElse("");
        return control.isEmpty() || control.equals("Download")
                ? Optional.empty()
                : barrier(
                        Barrier.Kind.DOWNLOADS_DISABLED,
                        "the author has disabled downloads (usage control: " + control + ")");
    }

    private Optional<Barrier> early(Json version) {
        var end = version.at("earlyAccessEndsAt").text().flatMap(Barriers::instant);
        if (end.isPresent()) {
            return end.get().isAfter(clock.instant())
                    ? early("early access until " + end.get(), version)
                    : Optional.empty();
        }
        if (version.at("availability").text().orElse("").equals("EarlyAccess")) {
            return early("early access", version);
        }
        return version.at("paidAccess").members().isEmpty()
                ? Optional.empty()
                : early("only for those who have paid for it", version);
    }

    private static Optional<Barrier> early(String words, Json version) {
        return barrier(
                Barrier.Kind.EARLY_ACCESS,
                words + Price.of(version).map(price -> " (" + price + ")").orElse(""));
    }

    private static Optional<Barrier> barrier(Barrier.Kind kind, String message) {
        return Optional.of(new Barrier(kind, message));
    }

    /** Reads a time with or without its zone (quirk 24); without one it is UTC. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
