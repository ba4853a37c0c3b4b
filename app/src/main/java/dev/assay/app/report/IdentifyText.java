package dev.assay.app.report;

import java.util.ArrayList;
import java.util.List;

import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;

/** What the site said of files, for people. */
public final class IdentifyText {

    private final Paint paint;

    public IdentifyText(Paint paint) {
        this.paint = paint;
    }

    public List<String> of(List<LibraryItem> items, SiteNaming.Outcome outcome) {
        var lines = new ArrayList<String>();
        for (var item : items) {
            var name = SafeText.line(item.file().listingName());
            item.named()
                    .ifPresentOrElse(
                            named -> lines.add(paint.green("+ ") + name + "  " + SafeText.line(named.words()) + " ("
                                    + SafeText.line(named.baseModel()) + ", version " + named.versionId() + ")"
                                    + (named.dangerous() ? paint.red("  the site's scan calls it dangerous") : "")),
                            () -> lines.add(paint.dim("- ") + name + "  "
                                    + (outcome.unknown().contains(item.file().sha256())
                                            ? "not known to the site"
                                            : "not answered")));
        }
        lines.add(outcome.named().size() + " named, " + outcome.unknown().size() + " not known to the site"
                + (outcome.unanswered().isEmpty()
                        ? ""
                        : ", " + outcome.unanswered().size() + " without an answer"));
        outcome.reason().ifPresent(reason -> lines.add(paint.red("! ") + SafeText.line(reason)));
        return lines;
    }
}
