package dev.assay.app.serve.job;

import java.util.Optional;

import dev.assay.civitai.ask.Scrub;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.json.Json;

/**
 * What somebody wants done.
 *
 * @param reference an image's page, number or media address; empty where a file is meant. For {@code workflows} and
 *     {@code fix} the name of one workflow, as those documents have it; empty where all are meant. {@code lock} takes both.
 *     For {@code get} models, a line for each. Without a key that an address carried
 * @param file an uploaded file, by its digest: the image itself, the workflow to run or to lock, the lock to compare this
 *     computer with, or the original to compare with
 * @param result an uploaded file, by its digest, to hold against the original
 * @param job another job: the one whose workflow is to be run, whose pictures are to be compared, or whose lock is meant
 * @param metadata the user's own
 * @param format {@code ui} or {@code api}
 * @param inPlace for {@code fix}: workflows are changed themselves, and the old ones kept beside them
 * @param plan the digest of the plan that the user has seen and agreed to
 * @param folder for {@code get}: ComfyUI's folder of models, where the user says so
 * @param preference which of several files of a version the user chose or likes
 * @param pictures that the image begins with
 */
public record Order(
        Kind kind,
        String reference,
        Optional<String> file,
        Optional<String> result,
        Optional<String> job,
        Optional<String> metadata,
        String format,
        boolean strict,
        boolean offline,
        boolean noDownload,
        boolean allowPickle,
        boolean inPlace,
        Optional<String> plan,
        Optional<String> folder,
        Preference preference,
        OrderedPictures pictures) {

    /** What came of reading one. */
    public sealed interface Reading {
        record Read(Order order) implements Reading {}

        record Refused(String why) implements Reading {}
    }

    /** Reads what was sent; also what the job's own file holds. */
    public static Reading read(Json json) {
        var kind = json.at("kind").text().flatMap(Kind::of);
        if (kind.isEmpty()) {
            return new Reading.Refused("\"kind\" is none of " + String.join(", ", Kind.keys()) + ".");
        }
        var format = json.at("format").text().orElse("ui");
        if (!format.equals("ui") && !format.equals("api")) {
            return new Reading.Refused("\"format\" is neither ui nor api.");
        }
        var preference = preference(json);
        if (!preference.unknown().isEmpty()) {
            return new Reading.Refused("\"" + preference.unknown().getFirst()
                    + "\" says nothing of a file; \"prefer\" can hold: " + Preference.known() + ".");
        }
        return new Reading.Read(new Order(
                kind.get(),
                new Scrub(Optional.empty())
                        .text(json.at("reference").text().orElse("").strip()),
                json.at("file").text(),
                json.at("result").text(),
                json.at("job").text(),
                json.at("metadata").text().filter(text -> !text.isBlank()),
                format,
                json.at("strict").bool().orElse(false),
                json.at("offline").bool().orElse(false),
                json.at("noDownload").bool().orElse(false),
                json.at("allowPickle").bool().orElse(false),
                json.at("inPlace").bool().orElse(false),
                json.at("plan").text(),
                json.at("folder").text().filter(text -> !text.isBlank()),
                preference,
                OrderedPictures.of(json)));
    }

    private static Preference preference(Json json) {
        return Preference.of(json.at("prefer").text().orElse(""))
                .choosing(json.at("choices").items().stream()
                        .flatMap(number -> number.integer().stream())
                        .toList());
    }

    Json json() {
        return pictures.putInto(Json.object())
                .put("kind", kind.key())
                .put("reference", reference)
                .putIfPresent("file", file)
                .putIfPresent("result", result)
                .putIfPresent("job", job)
                .putIfPresent("metadata", metadata)
                .put("format", format)
                .put("strict", strict)
                .put("offline", offline)
                .put("noDownload", noDownload)
                .put("allowPickle", allowPickle)
                .put("inPlace", inPlace)
                .putIfPresent("plan", plan)
                .putIfPresent("folder", folder)
                .put("prefer", String.join(",", preference.words()))
                .put(
                        "choices",
                        preference.files().stream().sorted().map(Json::of).toList())
                .build();
    }
}
