package dev.assay.models.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.json.Json;
import dev.assay.core.pickle.PickleImport;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import dev.assay.models.hash.Digests;
import dev.assay.models.inspect.Container;
import dev.assay.models.inspect.Inspection;
import dev.assay.models.inspect.Inspector;

/** The rows of contents. */
final class ContentRows {

    static final String COLUMNS = "c.size AS content_size, c.tensors, c.auto_v1, c.crc32, c.inspected, c.container,"
            + " c.kind, c.family, c.variant, c.v_prediction, c.zero_terminal_snr, c.metadata, c.omitted,"
            + " c.imports";

    private ContentRows() {}

    /** Empty where only the SHA-256 is known so far. */
    static Optional<Content> read(Row row) throws SQLException {
        if (row.number("inspected") == 0) {
            return Optional.empty();
        }
        var digests = new Digests(
                row.number("content_size"),
                new Sha256(row.text("sha256")),
                row.textIfAny("auto_v1").map(ShortHash::new),
                row.textIfAny("tensors").map(Sha256::new),
                new ShortHash(row.text("crc32")));
        Map<String, String> metadata = new HashMap<>();
        row.json("metadata")
                .members()
                .forEach((key, value) -> metadata.put(key, value.text().orElse("")));
        Map<String, Integer> omitted = new HashMap<>();
        row.json("omitted")
                .members()
                .forEach((key, value) ->
                        omitted.put(key, value.integer().orElse(0L).intValue()));
        return Optional.of(new Content(
                digests,
                row.constant("container", Container.class, Container.UNKNOWN),
                architecture(row),
                metadata,
                omitted,
                imports(row)));
    }

    private static List<PickleImport> imports(Row row) throws SQLException {
        return row.json("imports").items().stream()
                .map(one -> new PickleImport(
                        one.at(0).text().orElse(""), one.at(1).text().orElse("")))
                .toList();
    }

    private static Architecture architecture(Row row) throws SQLException {
        return new Architecture(
                row.constant("kind", ModelKind.class, ModelKind.UNKNOWN),
                row.constant("family", Family.class, Family.UNKNOWN),
                row.text("variant"),
                row.truth("v_prediction"),
                row.truth("zero_terminal_snr"));
    }

    static void put(Database database, Digests digests, Inspection inspection) {
        var shown = inspection.architecture();
        database.update(
                "INSERT OR REPLACE INTO content (sha256, size, tensors, auto_v1, crc32, inspected, container, kind,"
                        + " family, variant, v_prediction, zero_terminal_snr, metadata, omitted, imports)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                digests.sha256().hex(),
                digests.size(),
                digests.tensors().map(Sha256::hex),
                digests.autoV1().map(ShortHash::hex),
                digests.crc32().hex(),
                Inspector.VERSION,
                inspection.container().name(),
                shown.kind().name(),
                shown.family().name(),
                shown.variant(),
                shown.vPrediction(),
                shown.zeroTerminalSnr(),
                texts(inspection),
                lengths(inspection),
                imports(inspection));
    }

    private static String texts(Inspection inspection) {
        var json = Json.object();
        inspection.metadata().forEach(json::put);
        return json.build().write();
    }

    private static String lengths(Inspection inspection) {
        var json = Json.object();
        inspection.omitted().forEach((key, length) -> json.put(key, (long) length));
        return json.build().write();
    }

    private static String imports(Inspection inspection) {
        return Json.of(inspection.imports().stream()
                        .map(one -> Json.of(List.of(Json.of(one.module()), Json.of(one.name()))))
                        .toList())
                .write();
    }
}
