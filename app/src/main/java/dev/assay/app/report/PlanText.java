package dev.assay.app.report;

import dev.assay.app.scan.fix.Errand;
import dev.assay.app.scan.fix.Plan;
import dev.assay.app.scan.fix.Rewire;

/** A plan, for people. */
public final class PlanText {

    private PlanText() {}

    /** All of it; a word where there is nothing to do. */
    public static String of(Plan plan) {
        var out = new StringBuilder("\nPlan\n");
        plan.fetches()
                .forEach(fetch -> out.append("  fetch   ").append(words(fetch)).append('\n'));
        for (var rewiring : plan.rewirings()) {
            out.append("  rewire  ")
                    .append(SafeText.line(rewiring.file()))
                    .append(rewiring.isFile() ? "" : "  (it stays as it is; a workflow file is written beside it)")
                    .append('\n');
            rewiring.changes()
                    .forEach(change -> out.append("            ")
                            .append(SafeText.line(change.names().from()))
                            .append(" becomes ")
                            .append(SafeText.line(change.names().to()))
                            .append("  (")
                            .append(SafeText.line(change.why()))
                            .append(")\n"));
        }
        plan.byHand()
                .forEach(line ->
                        out.append("  by hand ").append(SafeText.line(line)).append('\n'));
        if (plan.isEmpty()) {
            out.append("  nothing that Assay can do\n");
        } else if (plan.bytes() > 0) {
            out.append("  together ").append(TextReport.size(plan.bytes())).append('\n');
        }
        return out.toString();
    }

    private static String words(Errand fetch) {
        return SafeText.line(fetch.folder() + "/" + fetch.name())
                + (fetch.bytes() > 0 ? "  " + TextReport.size(fetch.bytes()) : "")
                + fetch.sha256()
                        .map(hash -> "  sha256 " + hash.hex().substring(0, 10))
                        .orElse("  no hash known")
                + "  " + SafeText.line(fetch.url());
    }

    /** A workflow that was written. */
    public static String written(Rewire.Result.Written written) {
        return "wrote " + SafeText.line(written.file().toString())
                + (written.file().equals(written.kept())
                        ? ""
                        : "; as it was: " + SafeText.line(written.kept().toString()))
                + "\n";
    }
}
