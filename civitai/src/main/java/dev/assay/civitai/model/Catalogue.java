package dev.assay.civitai.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.ask.Question;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.Ids;

/** The site's models, asked for by number or hash. An answer about anything else than what was asked is refused. */
final class Catalogue {

    private static final Set<String> WITHDRAWN = Set.of("Unpublished", "UnpublishedViolation", "Deleted");

    private final Asker asker;
    private final VersionReader reader;

    Catalogue(Asker asker, VersionReader reader) {
        this.asker = asker;
        this.reader = reader;
    }

    /** A version by number. */
    Lookup version(long id) {
        var subject = "model version " + id;
        if (Ids.valid(id).isEmpty()) {
            return new Lookup.Absent(subject + " cannot be: no number of the site's is like that");
        }
        return ask(Question.of("/api/v1/model-versions/" + id), subject, version -> check(version, id));
    }

    /** A version one of whose files has that hash, as the site says; which hash matched is not said (quirk 13). */
    Lookup byHash(String hash) {
        var subject = "the hash " + hash;
        var question = Question.of("/api/v1/model-versions/by-hash/" + hash.toUpperCase(Locale.ROOT));
        return ask(question, subject, Lookup.Found::new);
    }

    /** Versions of models that a search for the words finds; empty where the search failed, which is nobody's loss. */
    Optional<List<ModelVersion>> search(String words) {
        var question = Question.of("/api/v1/models")
                .with("query", words)
                .with("limit", 5)
                .with("nsfw", "true");
        return asker.ask(question) instanceof Answer.Told told && told.ok()
                ? Optional.of(told.body().at("items").items().stream()
                        .flatMap(model -> reader.versionsOf(model).stream())
                        .toList())
                : Optional.empty();
    }

    private static Lookup check(ModelVersion version, long asked) {
        if (version.id() != asked) {
            return new Lookup.Failed(new Resolution.Mismatch("asked for model version " + asked
                    + ", the site answered model version " + version.id() + ": nothing of that answer is used"));
        }
        if (WITHDRAWN.contains(version.status())) {
            return new Lookup.Absent(version.words() + " is " + version.status().toLowerCase(Locale.ROOT));
        }
        return version.status().isEmpty() || version.status().equals("Published")
                ? new Lookup.Found(version)
                : new Lookup.Failed(new Resolution.Restricted(
                        version.words() + " is not published (status: " + version.status() + ")"));
    }

    private Lookup ask(Question question, String subject, Function<ModelVersion, Lookup> judge) {
        return switch (asker.ask(question)) {
            case Answer.Told told when told.ok() -> read(told.body(), subject, judge);
            case Answer.Told told -> refused(told, subject);
            case Answer.Silent(var kind, var message) -> silent(kind, subject, message);
        };
    }

    private Lookup read(Json body, String subject, Function<ModelVersion, Lookup> judge) {
        var version = reader.version(body);
        if (version.isEmpty()) {
            return new Lookup.Failed(
                    new Resolution.Unreachable("what the site answered to " + subject + " is no model version"));
        }
        var air = body.at("air").text().flatMap(Air::parse);
        return air.isPresent() && contradicts(air.get(), version.get())
                ? new Lookup.Failed(new Resolution.Mismatch("the answer to " + subject + " calls itself version "
                        + version.get().id() + " of model " + version.get().modelId() + ", but its AIR says version "
                        + air.get().version().orElse("none") + " of model "
                        + air.get().id()))
                : judge.apply(version.get());
    }

    /** The answer names itself twice; only the numbers count (quirk 37). */
    private static boolean contradicts(Air air, ModelVersion version) {
        var id = air.versionId();
        var model = air.modelId();
        return (id.isPresent() && id.getAsLong() != version.id())
                || (model.isPresent() && version.modelId() != 0 && model.getAsLong() != version.modelId());
    }

    private static Lookup refused(Answer.Told told, String subject) {
        var said = "the site answered " + told.status() + " to " + subject + ": " + error(told.body());
        return switch (told.status()) {
            case 404, 410 -> new Lookup.Absent(said);
            case 401, 403 -> new Lookup.Failed(new Resolution.Restricted(said));
            default -> new Lookup.Failed(new Resolution.Unreachable(said));
        };
    }

    private static Lookup silent(Answer.Kind kind, String subject, String message) {
        var said = subject + ": " + message;
        return new Lookup.Failed(
                switch (kind) {
                    case REGION_BLOCKED -> new Resolution.Restricted(said);
                    case UNREACHABLE, NOT_AN_ANSWER, BUSY, NOT_IN_JOURNAL -> new Resolution.Unreachable(said);
                });
    }

    private static String error(Json body) {
        var text = ErrorText.of(body);
        return text.isEmpty() ? "no reason given" : text;
    }
}
