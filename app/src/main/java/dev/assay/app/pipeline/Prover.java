package dev.assay.app.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.ExitCode;
import dev.assay.civitai.image.Inquiry;
import dev.assay.civitai.image.Visibility;
import dev.assay.core.evidence.Evidence;
import dev.assay.core.evidence.Facts;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Standing;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Witness;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.RecipeReader;
import dev.assay.core.reference.Reference;

/** The first question: is this really that image's recipe? */
final class Prover {

    private final Witnesses witnesses;
    private final OwnFiles files;
    private final InstantSource clock;
    private final RecipeReader reader = new RecipeReader(MetadataReader::read);

    Prover(Witnesses witnesses, OwnFiles files, InstantSource clock) {
        this.witnesses = witnesses;
        this.files = files;
        this.clock = clock;
    }

    Proof prove(Reference reference, Optional<String> ownMetadata) {
        var word = ownMetadata.map(this::word);
        return switch (reference) {
            case Reference.Image(var id, var _) -> image(new Subject.SiteImage(id, Optional.empty()), word);
            case Reference.Media media -> media(media, word);
            case Reference.LocalFile(var path) -> local(path, word);
            case Reference.Post(var id) -> Proof.refused(new PostProblem(witnesses.posts()).of(id));
            case Reference.Model(var id, var _) -> notAnImage("model " + id);
            case Reference.Version(var id) -> notAnImage("model version " + id);
            case Reference.ByAir(var air) -> notAnImage("model " + air.id());
        };
    }

    private static Proof notAnImage(String subject) {
        return Proof.refused(new Problem(
                ExitCode.USAGE,
                subject,
                "This is a model, not an image.",
                "A workflow is made from an image.",
                "Give the page of an image, its number, or an image file. To download the model: assay get."));
    }

    private Observation word(String text) {
        return new Observation(
                Witness.USER,
                "--metadata",
                "",
                clock.instant(),
                Identity.NONE,
                Facts.NONE,
                List.of(new Document.Given(text)));
    }

    private Proof image(Subject.SiteImage image, Optional<Observation> word) {
        var inquiry = witnesses.inquiry().inquire(image);
        var state = new State(image, inquiry.observations(), inquiry.findings(), word);
        var hidden = Troubles.of(image.id(), inquiry.visibility());
        if (hidden.isPresent()) {
            return state.stopped(hidden.get());
        }
        return switch (state.verdict()) {
            case Verdict.ProvenImage proven -> withFile(state, proven, inquiry);
            case Verdict.Contradicted contradicted ->
                state.stopped(Troubles.contradicted("image " + image.id(), contradicted));
            case Verdict.Unproven unproven -> state.stopped(Troubles.unproven("image " + image.id(), unproven));
        };
    }

    /** The original file is fetched only where metadata are missing, or where nothing else ties them to the image. */
    private Proof withFile(State state, Verdict.ProvenImage proven, Inquiry inquiry) {
        var recipe = reader.read(proven.image());
        var hidden = inquiry.visibility() instanceof Visibility.MetaHidden;
        if (hidden || !needsFile(recipe, proven)) {
            return state.proven(proven, recipe, missing(recipe, proven, state, hidden));
        }
        var fetched = files.fetched(witnesses.media(), proven.image().value());
        var heard = state.also(fetched);
        if (!(heard.verdict() instanceof Verdict.ProvenImage again)) {
            return state.proven(proven, recipe, missing(recipe, proven, state, false));
        }
        var more = reader.read(again.image());
        return heard.proven(again, more, missing(more, again, heard, false));
    }

    private static boolean needsFile(Recipe recipe, Verdict.ProvenImage proven) {
        var unlabelled = proven.image().value().documents().stream().anyMatch(one -> !one.labelled());
        return unlabelled || !saysEnough(recipe);
    }

    private static boolean saysEnough(Recipe recipe) {
        return recipe.text(Parameter.PROMPT).isPresent() || recipe.graph().isPresent();
    }

    private Optional<Problem> missing(Recipe recipe, Verdict.ProvenImage proven, State state, boolean hidden) {
        if (saysEnough(recipe)) {
            return Optional.empty();
        }
        var foreign = proven.evidence().stream()
                .filter(one -> one.standing() == Standing.FOREIGN)
                .filter(one -> !one.observation().documents().isEmpty())
                .findFirst();
        if (foreign.isPresent()) {
            return Optional.of(Troubles.foreignMetadata(Names.of(state.subject), foreign.get()));
        }
        return Optional.of(MetadataProblem.of(Names.of(state.subject), recipe, hidden, state.unread, proven));
    }

    private Proof media(Reference.Media media, Optional<Observation> word) {
        var refuted = false;
        if (media.hint().isPresent()) {
            var proof = image(new Subject.SiteImage(media.hint().getAsLong(), Optional.of(media.uuid())), word);
            if (proof.verdict().filter(Verdict.ProvenImage.class::isInstance).isPresent()) {
                return proof;
            }
            refuted = proof.problems().stream().anyMatch(problem -> problem.code() == ExitCode.IDENTITY);
        }
        var subject = new Subject.SiteMedia(media.uuid());
        var heard = files.fetchedByUuid(witnesses.media(), media.uuid());
        var state = new State(subject, heard.observations(), heard.findings(), word);
        if (heard.problem().isPresent()) {
            return state.stopped(heard.problem().get());
        }
        return fromFile(state, refuted ? Optional.of(media.hint()) : Optional.empty());
    }

    private Proof local(String path, Optional<Observation> word) {
        var heard = files.local(path);
        if (heard.problem().isPresent()) {
            return Proof.refused(heard.problem().get());
        }
        return fromFile(new State(heard.subject(), heard.observations(), heard.findings(), word), Optional.empty());
    }

    private Proof fromFile(State state, Optional<OptionalLong> refutedHint) {
        if (!(state.verdict() instanceof Verdict.ProvenImage proven)) {
            return state.stopped(Troubles.unproven(Names.of(state.subject), (Verdict.Unproven) state.verdict()));
        }
        var recipe = reader.read(proven.image());
        if (saysEnough(recipe)) {
            return state.proven(proven, recipe, Optional.empty());
        }
        var problem = refutedHint
                .map(hint -> new Problem(
                        ExitCode.IDENTITY,
                        Names.of(state.subject),
                        "The number " + hint.orElse(0) + " in the address belongs to another image, and the file itself"
                                + " holds no metadata.",
                        "A number in a media address is only a hint; nothing tells which image this file is.",
                        "Give the page of the image instead."))
                .orElseGet(() -> MetadataProblem.of(Names.of(state.subject), recipe, false, false, proven));
        return state.proven(proven, recipe, Optional.of(problem));
    }

    /**
     * What is known of a subject so far.
     *
     * @param unread whether its file was wanted, and could not be had or read
     */
    private record State(
            Subject subject,
            List<Observation> observations,
            List<Finding> findings,
            Optional<Observation> word,
            boolean unread) {

        State(Subject subject, List<Observation> observations, List<Finding> findings, Optional<Observation> word) {
            this(subject, observations, findings, word, false);
        }

        Verdict verdict() {
            var all = new ArrayList<>(observations);
            word.ifPresent(all::add);
            return Evidence.weigh(subject, all);
        }

        State also(OwnFiles.Heard heard) {
            var all = new ArrayList<>(observations);
            all.addAll(heard.observations());
            var said = new ArrayList<>(findings);
            said.addAll(heard.findings());
            return new State(subject, all, said, word, heard.observations().isEmpty());
        }

        Proof proven(Verdict.ProvenImage verdict, Recipe recipe, Optional<Problem> problem) {
            var all = new ArrayList<>(findings);
            verdict.evidence().stream()
                    .filter(one -> one.standing() == Standing.FOREIGN)
                    .map(one -> Finding.warning(
                            "FOREIGN_ANSWER",
                            Effect.NONE,
                            one.observation().witness().words() + ": " + one.why() + "; set aside."))
                    .distinct()
                    .forEach(all::add);
            return new Proof(
                    Optional.of(subject),
                    Optional.of(verdict),
                    Optional.of(recipe),
                    all,
                    problem.stream().toList());
        }

        /** Without proof, only the user's own word can go on. */
        Proof stopped(Problem problem) {
            var verdict = verdict();
            if (word.isEmpty() || problem.code() == ExitCode.SERVICE) {
                return new Proof(
                        Optional.of(subject), Optional.of(verdict), Optional.empty(), findings, List.of(problem));
            }
            var taken = Evidence.onTheUsersWord(subject, verdict, word.get());
            var recipe = new RecipeReader(MetadataReader::read).read(taken.image());
            var all = new ArrayList<>(findings);
            all.add(Finding.warning(
                    "ON_YOUR_WORD",
                    Effect.DOUBT,
                    "The image itself is not proven (" + problem.what() + "); only your own metadata are used."));
            return new Proof(
                    Optional.of(subject),
                    Optional.of(taken),
                    Optional.of(recipe),
                    all,
                    saysEnough(recipe)
                            ? List.of()
                            : List.of(MetadataProblem.of(Names.of(subject), recipe, false, false, taken)));
        }
    }
}
