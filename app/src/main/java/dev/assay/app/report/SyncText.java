package dev.assay.app.report;

import java.util.List;

import dev.assay.app.scan.PackState;
import dev.assay.app.scan.lock.Comparing;

/** How a machine compares with a lock, for people. */
public final class SyncText {

    private SyncText() {}

    public static String of(List<Comparing.Compared> models, List<Comparing.ComparedPack> packs, Paint paint) {
        var out = new StringBuilder();
        for (var one : models) {
            out.append(word(one.standing(), paint))
                    .append("  ")
                    .append(SafeText.line(
                            one.model().folder() + "/" + one.model().name()))
                    .append(one.detail().isEmpty() ? "" : ": " + SafeText.line(one.detail()))
                    .append('\n');
        }
        for (var one : packs) {
            out.append(
                            one.state() instanceof PackState.Missing
                                    ? paint.red("missing   ")
                                    : one.isOther() ? paint.red("different ") : paint.green("same      "))
                    .append("  nodes ")
                    .append(SafeText.line(one.pack().name()))
                    .append(one.pack()
                            .installed()
                            .map(version -> "  pinned " + SafeText.line(version))
                            .orElse(""))
                    .append(
                            one.isOther()
                                    ? ", here " + SafeText.line(one.found().orElse(""))
                                    : "")
                    .append('\n');
        }
        var same = models.stream()
                .filter(one -> one.standing() == Comparing.Standing.SAME)
                .count();
        return out.append(same)
                .append(" of ")
                .append(models.size())
                .append(" models are the same\n")
                .toString();
    }

    private static String word(Comparing.Standing standing, Paint paint) {
        return switch (standing) {
            case SAME -> paint.green("same      ");
            case MISSING -> paint.red("missing   ");
            case DIFFERENT -> paint.red("different ");
            case UNREADABLE -> paint.red("unreadable");
        };
    }
}
