package dev.assay.app.scan.fix;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.models.hash.RunningSha256;

/**
 * What would make workflows run: models to be fetched, and names to be changed. Nothing is moved, renamed or removed.
 *
 * @param fetches models that can be had
 * @param rewirings names that change in copies of workflows
 * @param byHand what is left to the user, in sentences
 */
public record Plan(List<Errand> fetches, List<Rewiring> rewirings, List<String> byHand) {

    static final String SCHEMA = "assay/plan/1";

    public Plan {
        fetches = List.copyOf(fetches);
        rewirings = List.copyOf(rewirings);
        byHand = List.copyOf(byHand);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return fetches.isEmpty() && rewirings.isEmpty();
    }

    public long bytes() {
        return fetches.stream().mapToLong(Errand::bytes).sum();
    }

    /** Each thing to be done, in a form that names it and nothing else. */
    public List<String> steps() {
        return Stream.concat(
                        fetches.stream().map(Errand::json), rewirings.stream().map(Rewiring::json))
                .map(Json::write)
                .toList();
    }

    /** Names this plan and no other: which content goes where under what name, and what changes in which workflow. */
    public Sha256 digest() {
        var text = Json.object()
                .put("fetches", fetches.stream().map(Errand::json).toList())
                .put("rewirings", rewirings.stream().map(Rewiring::json).toList())
                .build()
                .write()
                .getBytes(StandardCharsets.UTF_8);
        var digest = new RunningSha256();
        digest.update(text, 0, text.length);
        return digest.soFar();
    }

    /** As a document that another run, elsewhere, can carry out. */
    public Json json() {
        return Json.object()
                .put("schema", SCHEMA)
                .put("digest", digest().hex())
                .put("fetches", fetches.stream().map(Errand::json).toList())
                .put("rewirings", rewirings.stream().map(Rewiring::json).toList())
                .put("byHand", byHand.stream().map(Json::of).toList())
                .build();
    }

    /**
     * Reads one back; empty where it is none, where some part of it is not understood, or where it is not what its digest was
     * made of: what a damaged one leaves out, such as the hash of a model, would not be missed. Without a digest it is what
     * somebody has written, or changed on purpose.
     */
    public static Optional<Plan> read(Json json) {
        var fetches = json.at("fetches").items().stream().map(Errand::read).toList();
        var rewirings =
                json.at("rewirings").items().stream().map(Rewiring::read).toList();
        var understood = json.at("schema").text().filter(SCHEMA::equals).isPresent()
                && Stream.concat(fetches.stream(), rewirings.stream()).allMatch(Optional::isPresent);
        if (!understood) {
            return Optional.empty();
        }
        var plan = new Plan(
                fetches.stream().flatMap(Optional::stream).toList(),
                rewirings.stream().flatMap(Optional::stream).toList(),
                json.at("byHand").items().stream()
                        .flatMap(line -> line.text().stream())
                        .toList());
        return json.at("digest").isNull()
                        || json.at("digest")
                                .text()
                                .filter(plan.digest().hex()::equals)
                                .isPresent()
                ? Optional.of(plan)
                : Optional.empty();
    }
}
