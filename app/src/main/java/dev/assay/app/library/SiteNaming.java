package dev.assay.app.library;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.app.ExitCode;
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
 * Asks the site what contents are, one question each. An answer counts only if it holds the very hash that was asked
 * for. What the site says is recorded at once, so that nothing is asked twice.
 */
public final class SiteNaming {

    /** What the site did not know then, it may know by now; what it knew, it still knows. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(7);

    /** A site that is silent so often in a row is not asked on. */
    private static final int SILENCES = 3;

    private final Function<Ingredient, Resolution> site;
    private final LibraryStore store;
    private final InstantSource clock;

    /**
     * Names what is in that store.
     *
     * @param site says what an ingredient is
     */
    public SiteNaming(Function<Ingredient, Resolution> site, LibraryStore store, InstantSource clock) {
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
     */
    public record Outcome(
            List<Sha256> named,
            List<Sha256> unknown,
            List<Sha256> unanswered,
            Optional<String> reason,
            List<ExitCode> codes) {
        public Outcome {
            named = List.copyOf(named);
            unknown = List.copyOf(unknown);
            unanswered = List.copyOf(unanswered);
            codes = List.copyOf(codes);
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
        var named = new ArrayList<Sha256>();
        var unknown = new ArrayList<Sha256>();
        var unanswered = new ArrayList<Sha256>();
        var codes = new ArrayList<ExitCode>();
        var reason = Optional.<String>empty();
        var silences = 0;
        for (var content : contents) {
            if (silences >= SILENCES || progress.cancelled()) {
                unanswered.add(content);
                continue;
            }
            switch (answer(content)) {
                case Answer.Said(var answer) -> {
                    store.record(content, answer);
                    (answer.named().isPresent() ? named : unknown).add(content);
                    silences = 0;
                }
                case Answer.Nothing(var code, var why) -> {
                    unanswered.add(content);
                    codes.add(code);
                    reason = Optional.of(why);
                    silences++;
                }
            }
            progress.report(new Step.Counting(
                    "asking the site", named.size() + unknown.size() + unanswered.size(), contents.size()));
        }
        return new Outcome(named, unknown, unanswered, reason, codes);
    }

    private sealed interface Answer {
        record Said(SiteAnswer answer) implements Answer {}

        record Nothing(ExitCode code, String why) implements Answer {}
    }

    private Answer answer(Sha256 content) {
        if (!content.identifies()) {
            // The hash of nothing belongs to a random model there (quirk 14).
            return said(Optional.empty());
        }
        var ingredient = Ingredient.of(
                Role.UNKNOWN, content.hex(), new Source(Origin.FILE, "the file's content"), new Clue.FullHash(content));
        return switch (site.apply(ingredient)) {
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
