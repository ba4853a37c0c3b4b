package dev.assay.civitai.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.Ids;

/** The site's models, asked for by number or hash. An answer about anything else than what was asked is refused. */
final class Catalogue {

    private static final Set<String> WITHDRAWN = Set.of("Unpublished", "UnpublishedViolation", "Deleted");

    private final Asker asker;
    private final Ledger ledger;
    private final VersionReader reader;
    private final HashBook book;

    Catalogue(Asker asker, Ledger ledger, VersionReader reader) {
        this.asker = asker;
        this.ledger = ledger;
        this.reader = reader;
        this.book = new HashBook(asker, ledger, reader);
    }

    /** A version by number. */
    Lookup version(long id) {
        var subject = "model version " + id;
        if (Ids.valid(id).isEmpty()) {
            return new Lookup.Absent(subject + " cannot be: no number of the site's is like that");
        }
        return ask(
                Question.of("/api/v1/model-versions/" + id),
                subject,
                version -> version.id() == id,
                version -> check(version, id));
    }

    /** A version one of whose files has that hash, as the site says; which hash matched is not said (quirk 13). */
    Lookup byHash(String hash) {
        return book.find(hash).orElseGet(() -> byHashAlone(hash));
    }

    /** Asks about all of these files at once where the site lets itself be asked so; {@link #byHash} then knows them. */
    void askAhead(Collection<Sha256> hashes) {
        book.ask(hashes, hash -> byHashAlone(hash.hex()));
    }

    /** Versions that the site answered with though nobody had asked for them: nothing of them is used. */
    List<String> strangers() {
        return book.strangers();
    }

    private Lookup byHashAlone(String hash) {
        var subject = "the hash " + hash;
        var question = Question.of("/api/v1/model-versions/by-hash/" + hash.toUpperCase(Locale.ROOT));
        return ask(question, subject, version -> hasHash(version, hash), Lookup.Found::new);
    }

    /** The versions that a model's page lists. */
    VersionList model(long id) {
        var subject = "model " + id;
        if (Ids.valid(id).isEmpty()) {
            return new VersionList.Unlisted(new Resolution.Gone(subject + " cannot be"));
        }
        return switch (asker.ask(Question.of("/api/v1/models/" + id))) {
            case Answer.Told told when told.ok() -> listed(id, told);
            case Answer.Told told -> unlisted(refused(told, subject));
            case Answer.Silent(var kind, var message) -> unlisted(Troubles.silent(kind, subject, message));
        };
    }

    private VersionList listed(long id, Answer.Told told) {
        var got = told.body().at("id").integer();
        if (!got.equals(Optional.of(id))) {
            return new VersionList.Unlisted(new Resolution.Mismatch("asked for model " + id
                    + ", the site answered model " + got.map(String::valueOf).orElse("without a number")));
        }
        ledger.validate(told.received());
        return new VersionList.Listed(reader.versionsOf(told.body()));
    }

    private static VersionList unlisted(Lookup lookup) {
        return new VersionList.Unlisted(
                switch (lookup) {
                    case Lookup.Absent(var what) -> new Resolution.Gone(what);
                    case Lookup.Failed(var why) -> why;
                    case Lookup.Found(var version) -> new Resolution.Mismatch(version.words());
                });
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

    private static boolean hasHash(ModelVersion version, String hash) {
        return version.files().stream().anyMatch(file -> HashMatch.matches(file, hash));
    }

    private Lookup ask(
            Question question, String subject, Predicate<ModelVersion> isAsked, Function<ModelVersion, Lookup> judge) {
        return switch (asker.ask(question)) {
            case Answer.Told told
            when told.ok() -> {
                var version = reader.version(told.body());
                var contradiction = version.flatMap(found -> contradiction(told.body(), found));
                if (contradiction.isPresent()) {
                    yield new Lookup.Failed(new Resolution.Mismatch("the answer to " + subject + contradiction.get()));
                }
                version.filter(isAsked).ifPresent(_ -> ledger.validate(told.received()));
                yield version.map(judge).orElseGet(() -> Troubles.nonsense(subject));
            }
            case Answer.Told told -> refused(told, subject);
            case Answer.Silent(var kind, var message) -> Troubles.silent(kind, subject, message);
        };
    }

    /** How an answer contradicts itself, as the end of a sentence. */
    static Optional<String> contradiction(Json body, ModelVersion version) {
        return body.at("air")
                .text()
                .flatMap(Air::parse)
                .filter(air -> contradicts(air, version))
                .map(air -> " calls itself version " + version.id() + " of model " + version.modelId()
                        + ", but its AIR says version " + air.version().orElse("none") + " of model " + air.id());
    }

    /** The answer names itself twice; only the numbers count (quirk 37). */
    private static boolean contradicts(Air air, ModelVersion version) {
        var id = air.versionId();
        var model = air.modelId();
        return (id.isPresent() && id.getAsLong() != version.id())
                || (model.isPresent() && version.modelId() != 0 && model.getAsLong() != version.modelId());
    }

    private Lookup refused(Answer.Told told, String subject) {
        var lookup = Troubles.refused(told, subject);
        if (lookup instanceof Lookup.Absent) {
            // A no tells nothing that could be about anything else.
            ledger.validate(told.received());
        }
        return lookup;
    }
}
