package dev.assay.app.library;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.SiteAnswer;

/**
 * Asks the site what contents are, many at once. An answer counts only for the very hash that it holds. What the site says is
 * recorded before more is asked, so that nothing is asked twice.
 */
public final class SiteNaming {

    /** What the site did not know then, it may know by now; what it knew, it still knows. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(7);

    /** A site that is silent so often in a row is not asked on. */
    private static final int SILENCES = 3;

    /** As many as one question takes. */
    private static final int AT_ONCE = 100;

    private final Function<List<Ingredient>, List<ResolvedIngredient>> site;
    private final LibraryStore store;
    private final InstantSource clock;

    /**
     * Names what is in that store.
     *
     * @param site says what ingredients are, each by itself, in their order
     */
    public SiteNaming(
            Function<List<Ingredient>, List<ResolvedIngredient>> site, LibraryStore store, InstantSource clock) {
        this.site = site;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param named contents that the site knows
     * @param unknown contents that it does not know
     * @param unanswered contents that it could not be asked about
     * @param reason why not, for the last of them
     * @param codes how a run ends because of them
     * @param notes what else there is to say of the answers
     */
    public record Outcome(
            List<Sha256> named,
            List<Sha256> unknown,
            List<Sha256> unanswered,
            Optional<String> reason,
            List<ExitCode> codes,
            List<String> notes) {
        public Outcome {
            named = List.copyOf(named);
            unknown = List.copyOf(unknown);
            unanswered = List.copyOf(unanswered);
            codes = List.copyOf(codes);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The contents of sound files that are not named yet, each once.
     *
     * @param again also those that the site was asked about already
     */
    public List<Sha256> due(List<LibraryItem> items, boolean again) {
        return items.stream()
                .filter(item -> item.presence() == LibraryItem.Presence.THERE)
                .filter(item -> item.file().damage().isEmpty())
                .filter(item -> again || isDue(item))
                .map(item -> item.file().sha256())
                .distinct()
                .toList();
    }

    private boolean isDue(LibraryItem item) {
        return item.entry()
                .site()
                .map(answer -> answer.named().isEmpty()
                        && answer.askedAt().plus(ASKED_AGAIN_AFTER).isBefore(clock.instant()))
                .orElse(true);
    }

    /** Asks about each content. */
    public Outcome ask(List<Sha256> contents, Progress progress) {
        var telling = new Telling(contents.size(), progress);
        for (int from = 0; from < contents.size(); from += AT_ONCE) {
            var some = contents.subList(from, Math.min(contents.size(), from + AT_ONCE));
            telling.add(
                    some,
                    telling.silences >= SILENCES || progress.cancelled()
                            ? Collections.nCopies(some.size(), new Answer.NotAsked())
                            : answers(some, telling.notes));
        }
        return telling.outcome();
    }

    /** What has been answered so far. */
    private final class Telling {

        private final int all;
        private final Progress progress;
        private final List<Sha256> named = new ArrayList<>();
        private final List<Sha256> unknown = new ArrayList<>();
        private final List<Sha256> unanswered = new ArrayList<>();
        private final List<ExitCode> codes = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private Optional<String> reason = Optional.empty();
        private int silences;

        Telling(int all, Progress progress) {
            this.all = all;
            this.progress = progress;
        }

        void add(List<Sha256> some, List<? extends Answer> answers) {
            var before = unanswered.size();
            for (int i = 0; i < some.size(); i++) {
                add(some.get(i), answers.get(i));
            }
            silences = unanswered.size() - before == some.size() ? silences + 1 : 0;
            progress.report(
                    new Step.Counting("asking the site", named.size() + unknown.size() + unanswered.size(), all));
        }

        private void add(Sha256 content, Answer answer) {
            switch (answer) {
                case Answer.Said(var said) -> {
                    store.record(content, said);
                    (said.named().isPresent() ? named : unknown).add(content);
                }
                case Answer.Nothing(var code, var why) -> {
                    unanswered.add(content);
                    codes.add(code);
                    reason = Optional.of(why);
                }
                case Answer.NotAsked() -> unanswered.add(content);
            }
        }

        Outcome outcome() {
            return new Outcome(named, unknown, unanswered, reason, codes, List.copyOf(notes));
        }
    }

    private sealed interface Answer {
        record Said(SiteAnswer answer) implements Answer {}

        record Nothing(ExitCode code, String why) implements Answer {}

        record NotAsked() implements Answer {}
    }

    private List<Answer> answers(List<Sha256> contents, Set<String> notes) {
        // The hash of nothing belongs to a random model there (quirk 14).
        var telling = contents.stream().filter(Sha256::identifies).toList();
        var resolved = site.apply(telling.stream().map(SiteNaming::ingredient).toList());
        resolved.stream()
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.code().equals("FOREIGN_ANSWER"))
                .forEach(finding -> notes.add(finding.message() + "."));
        return contents.stream()
                .map(content -> content.identifies()
                        ? answer(resolved.get(telling.indexOf(content)).resolution())
                        : said(Optional.empty()))
                .toList();
    }

    private static Ingredient ingredient(Sha256 content) {
        return Ingredient.of(
                Role.UNKNOWN, content.hex(), new Source(Origin.FILE, "the file's content"), new Clue.FullHash(content));
    }

    private Answer answer(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Exact(var file, var _) -> said(Optional.of(named(file)));
            // Several files of one version with the same content: any of them names it.
            case Resolution.Ambiguous(var candidates, var _)
            when !candidates.isEmpty() -> said(Optional.of(named(candidates.getFirst())));
            case Resolution.Ambiguous _, Resolution.Unidentified _, Resolution.Gone _, Resolution.RemoteOnly _ ->
                said(Optional.empty());
            case Resolution.Restricted(var why) -> new Answer.Nothing(ExitCode.NO_ACCESS, why);
            case Resolution.Mismatch(var what) -> new Answer.Nothing(ExitCode.IDENTITY, what);
            case Resolution.Unreachable(var why) -> new Answer.Nothing(ExitCode.SERVICE, why);
        };
    }

    private Answer said(Optional<SiteAnswer.Named> named) {
        return new Answer.Said(new SiteAnswer(clock.instant(), named));
    }

    private static SiteAnswer.Named named(ModelFile file) {
        return new SiteAnswer.Named(
                file.modelId(),
                file.versionId(),
                file.fileId(),
                file.modelName(),
                file.versionName(),
                file.modelType(),
                file.baseModel(),
                file.name(),
                file.scan() == ModelFile.Scan.DANGEROUS);
    }
}
