package dev.assay.replica.storage;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.wire.Query;
import dev.assay.replica.world.ModelFile;

/** Download URLs that carry their own permission: good for 24 hours, and for one path. */
public final class Signatures {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final URI origin;
    private final InstantSource clock;

    public Signatures(URI origin, InstantSource clock) {
        this.origin = origin;
        this.clock = clock;
    }

    /** A URL of the storage host for that file. */
    public String sign(ModelFile file) {
        var path = "/model/" + file.id() + "/" + encoded(file.name());
        var date = DATE.format(clock.instant());
        var disposition = "attachment; filename=\"" + file.name() + "\"";
        return origin + path + "?X-Amz-Expires=" + LIFE.toSeconds() + "&response-content-disposition="
                + encoded(disposition) + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + date
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + signature(file.id(), date);
    }

    /** Whether the request's own parameters permit it now. */
    boolean permit(long fileId, Query query) {
        var date = query.first("X-Amz-Date").orElse("");
        return query.first("X-Amz-Signature").equals(Optional.of(signature(fileId, date)))
                && instant(date)
                        .filter(at -> clock.instant().isBefore(at.plus(LIFE)))
                        .isPresent();
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DATE.parse(date, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Nobody attacks the replica: it only has to tell a URL it made from one it did not. */
    private static String signature(long fileId, String date) {
        return SiteHashes.of(Bytes.utf8("replica " + fileId + " " + date)).getOrDefault("SHA256", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
