package dev.assay.comfyui.job;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;

/**
 * A job that was given to a server and is not yet over, as far as Assay knows.
 *
 * @param id what the server calls it; before the server has answered, what it was asked to call it
 * @param client how Assay called itself when it was given
 * @param server its address
 * @param graph digest of what was given
 * @param at when
 * @param answered whether the server has said that it took it
 */
public record JobRecord(JobId id, JobId client, String server, Sha256 graph, Instant at, boolean answered) {

    private static final String SCHEMA = "assay/job/1";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public JobRecord {
        if (!client.value().matches(UUID_FORM)) {
            throw new IllegalArgumentException("a client calls itself by a UUID");
        }
    }

    /** The same job, under the id that the server gave it. */
    public JobRecord taken(JobId named) {
        return new JobRecord(named, client, server, graph, at, true);
    }

    Json json() {
        return Json.object()
                .put("schema", SCHEMA)
                .put("id", id.value())
                .put("client", client.value())
                .put("server", server)
                .put("graph", graph.hex())
                .put("at", at.toString())
                .put("answered", answered)
                .build();
    }

    /** The record in a file; empty where it is none, or not whole. */
    static Optional<JobRecord> read(Json json) {
        try {
            return json.at("schema")
                    .text()
                    .filter(SCHEMA::equals)
                    .map(_ -> new JobRecord(
                            new JobId(json.at("id").text().orElse("")),
                            new JobId(json.at("client").text().orElse("")),
                            json.at("server").text().orElse(""),
                            new Sha256(json.at("graph").text().orElse("")),
                            Instant.parse(json.at("at").text().orElse("")),
                            json.at("answered").bool().orElse(false)));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
