package dev.assay.models.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import dev.assay.core.hash.Sha256;

/** The rows of what the site said. */
final class SiteRows {

    static final String COLUMNS = "s.asked_at, s.known, s.model_id, s.version_id, s.file_id, s.model_name,"
            + " s.version_name, s.model_type, s.base_model, s.file_name, s.dangerous";

    private SiteRows() {}

    /** Empty where the site was not asked. */
    static Optional<SiteAnswer> read(Row row) throws SQLException {
        var asked = row.numberIfAny("asked_at");
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var named = row.truth("known") ? Optional.of(named(row)) : Optional.<SiteAnswer.Named>empty();
        return Optional.of(new SiteAnswer(Instant.ofEpochMilli(asked.get()), named));
    }

    private static SiteAnswer.Named named(Row row) throws SQLException {
        return new SiteAnswer.Named(
                row.number("model_id"),
                row.number("version_id"),
                row.number("file_id"),
                row.text("model_name"),
                row.text("version_name"),
                row.text("model_type"),
                row.text("base_model"),
                row.text("file_name"),
                row.truth("dangerous"));
    }

    static void put(Database database, Sha256 sha256, SiteAnswer answer) {
        var named = answer.named();
        database.update(
                "INSERT OR REPLACE INTO site (sha256, asked_at, known, model_id, version_id, file_id, model_name,"
                        + " version_name, model_type, base_model, file_name, dangerous)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sha256.hex(),
                answer.askedAt().toEpochMilli(),
                named.isPresent(),
                named.map(SiteAnswer.Named::modelId),
                named.map(SiteAnswer.Named::versionId),
                named.map(SiteAnswer.Named::fileId),
                named.map(SiteAnswer.Named::modelName),
                named.map(SiteAnswer.Named::versionName),
                named.map(SiteAnswer.Named::modelType),
                named.map(SiteAnswer.Named::baseModel),
                named.map(SiteAnswer.Named::fileName),
                named.map(SiteAnswer.Named::dangerous).orElse(false));
    }
}
