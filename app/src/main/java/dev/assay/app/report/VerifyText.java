package dev.assay.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.app.library.Verification.Result;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.models.verify.Check;

/** A verification for people: what is not as it should be, and the sum. */
public final class VerifyText {

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    public VerifyText(Paint paint) {
        this.paint = paint;
    }

    /**
     * The lines.
     *
     * @param now the files as they are known after the site was asked
     * @param asked what came of asking the site; empty where it was not asked
     */
    public List<String> of(List<Result> results, List<LibraryItem> now, Optional<SiteNaming.Outcome> asked) {
        results.forEach(this::result);
        now.forEach(this::danger);
        var intact = results.stream()
                .filter(result -> result.check() instanceof Check.Intact)
                .count();
        lines.add(paint.bold(intact + " of " + results.size()) + (results.size() == 1 ? " file is" : " files are")
                + " what was recorded");
        asked.ifPresent(this::site);
        return List.copyOf(lines);
    }

    private void result(Result result) {
        var path = SafeText.line(result.item().file().path().toString());
        switch (result.check()) {
            case Check.Intact _ -> {}
            case Check.Broken(var file) ->
                bad(path, file.damage().map(damage -> damage.words()).orElse("it is broken"));
            case Check.Damaged(var file, var found) -> {
                bad(path, "its content has changed, though neither its size nor its time tells");
                more("recorded " + file.sha256());
                more("found    " + found);
                result.item()
                        .named()
                        .ifPresent(named -> more("The site has what was recorded: " + SafeText.line(named.words())
                                + " (version " + named.versionId() + ")."));
            }
            case Check.Changed _ -> {
                bad(path, "somebody has written to it since it was recorded");
                more("If that was you: assay library scan");
            }
            case Check.Gone _ -> lines.add(paint.dim("- ") + path + ": no longer there");
            case Check.Unreadable(var _, var reason) -> bad(path, "it cannot be read: " + reason);
            case Check.NotRead _ -> bad(path, "it was not read");
        }
        result.aside().ifPresent(aside -> {
            switch (aside) {
                case Quarantine.Result.Moved(var to) -> more("put aside: " + to);
                case Quarantine.Result.NotMoved(var reason) -> more("not put aside: " + reason);
            }
        });
        result.disagreeing()
                .forEach(sidecar -> lines.add(paint.yellow("~ ") + path + ": "
                        + LibraryText.sidecar(sidecar, result.item()) + "; the content counts"));
    }

    private void danger(LibraryItem item) {
        item.named()
                .filter(named -> named.dangerous())
                .ifPresent(named -> bad(
                        SafeText.line(item.file().path().toString()),
                        "the site's scan calls it dangerous (" + named.words() + "); do not load it"));
    }

    private void site(SiteNaming.Outcome outcome) {
        lines.add("On the site: " + outcome.named().size() + " newly named, "
                + outcome.unknown().size() + " not known"
                + (outcome.unanswered().isEmpty()
                        ? ""
                        : ", " + outcome.unanswered().size() + " without an answer"));
        outcome.reason().ifPresent(reason -> lines.add(paint.red("! ") + SafeText.line(reason)));
    }

    private void bad(String path, String what) {
        lines.add(paint.red("! ") + path + ": " + SafeText.line(what));
    }

    private void more(String text) {
        lines.add("    " + SafeText.line(text));
    }
}
