package dev.assay.app.report;

import java.util.Locale;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Part;
import dev.assay.app.pipeline.PartState;
import dev.assay.app.pipeline.Report;
import dev.assay.app.pipeline.Request;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.Terms;
import dev.assay.core.evidence.Standing;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Weighed;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.source.Sourced;

/** The report for people. Everything in it that comes from outside is made harmless first. */
public final class TextReport {

    private static final int PROMPT_LENGTH = 160;
    private static final int VALUE_LENGTH = 60;

    private final Paint paint;
    private final StringBuilder out = new StringBuilder();
    private final Remarks remarks;

    public TextReport(Paint paint) {
        this.paint = paint;
        this.remarks = new Remarks(paint, out);
    }

    /** Everything, and how it ended. */
    public String of(Report report, Request request) {
        body(report);
        ending(report, request);
        return out.toString();
    }

    /** Everything before the question whether to download. */
    public String plan(Report report) {
        body(report);
        return out.toString();
    }

    private void body(Report report) {
        report.notes().forEach(note -> line(paint.dim(SafeText.line(note))));
        report.verdict().ifPresent(verdict -> verdict(report, verdict));
        report.recipe().filter(recipe -> !recipe.isEmpty()).ifPresent(this::settings);
        if (!report.parts().isEmpty()) {
            heading("Made of"
                    + report.family().map(family -> " (" + family + ")").orElse(""));
            report.parts().forEach(this::part);
        }
        remarks.findings(report.findings());
    }

    private void heading(String text) {
        line("");
        line(paint.bold(text));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void verdict(Report report, Verdict verdict) {
        var subject = SafeText.line(
                report.subject().map(dev.assay.app.pipeline.Names::of).orElse(report.given()));
        line(
                switch (verdict) {
                    case Verdict.ProvenImage proven ->
                        paint.green("PROVEN") + "  " + paint.bold(subject) + ", by " + proven.witnesses()
                                + (proven.witnesses() == 1 ? " witness" : " witnesses");
                    case Verdict.Contradicted _ -> paint.red("CONTRADICTED") + "  " + paint.bold(subject);
                    case Verdict.Unproven _ -> paint.red("NOT PROVEN") + "  " + paint.bold(subject);
                });
        verdict.evidence().forEach(this::evidence);
    }

    private void evidence(Weighed weighed) {
        var sign = switch (weighed.standing()) {
            case WITNESS -> paint.green("+");
            case CONTRADICTS, FOREIGN -> paint.red("x");
            case SILENT -> paint.dim("-");
        };
        var suffix = weighed.standing() == Standing.FOREIGN ? "; set aside" : "";
        line("  " + sign + " " + weighed.observation().witness().words() + ": " + SafeText.line(weighed.why())
                + suffix);
    }

    private void settings(Recipe recipe) {
        heading("Settings");
        recipe.values().forEach(this::setting);
        recipe.graph()
                .ifPresent(graph -> line("  " + pad("Own graph") + "yes  "
                        + paint.dim("(" + graph.source().origin().words() + ")")));
    }

    private void setting(Parameter parameter, Sourced<String> value) {
        var length = parameter.kind() == Parameter.Kind.TEXT ? PROMPT_LENGTH : VALUE_LENGTH;
        line("  " + pad(parameter.label()) + SafeText.brief(value.value(), length) + "  "
                + paint.dim("(" + value.source().origin().words() + ")"));
    }

    private static String pad(String label) {
        return label + " ".repeat(Math.max(1, 22 - label.length()));
    }

    private void part(Part part) {
        var ingredient = part.resolved().ingredient();
        var weight = ingredient
                .strength()
                .map(strength -> " x" + strength.toPlainString())
                .orElse("");
        line("  " + sign(part.state()) + " " + ingredient.role().words() + "  "
                + paint.bold(SafeText.brief(title(part), VALUE_LENGTH)) + weight);
        line("      " + paint.dim(SafeText.line(detail(part))));
        if (part.resolved().resolution() instanceof Resolution.Exact(var file, var _)) {
            part.about().ifPresent(about -> terms(about.terms(), file));
        }
    }

    private void terms(Terms terms, ModelFile file) {
        line("      "
                + paint.dim(SafeText.line("licence: " + TermsText.licence(terms) + "; access: "
                        + TermsText.access(terms, file)
                        + terms.price().map(price -> "; price: " + price).orElse("")
                        + "; page: " + ModelLinks.pageOf(file))));
    }

    private String sign(PartState state) {
        return switch (state) {
            case PartState.OnDisk _, PartState.Fetched _ -> paint.green("+");
            case PartState.Missing _, PartState.NotLookedFor _ -> paint.yellow("o");
            case PartState.Unavailable _ -> paint.red("x");
        };
    }

    private static String title(Part part) {
        return part.resolved().resolution() instanceof Resolution.Exact exact
                ? exact.file().modelName() + " " + exact.file().versionName()
                : part.resolved().ingredient().name();
    }

    private static String detail(Part part) {
        var how = part.resolved().resolution() instanceof Resolution.Exact exact
                ? exact.file().name() + ", " + size(exact.file().approximateBytes()) + "; " + exact.how() + "; "
                : "";
        return how
                + switch (part.state()) {
                    case PartState.OnDisk(var path, var _) -> "there: " + path;
                    case PartState.Missing(var directory, var _, var _) -> "missing; goes to " + directory;
                    case PartState.Fetched(var path, var _, var _) -> "fetched and verified: " + path;
                    case PartState.NotLookedFor() -> "no ComfyUI folder to look in";
                    case PartState.Unavailable(var why) -> why;
                };
    }

    private void ending(Report report, Request request) {
        line("");
        report.fidelity().ifPresent(fidelity -> line("Fidelity: " + paint.bold(fidelity.label())));
        remarks.problems(report.problems());
        if (report.code() == ExitCode.OK) {
            done(report, request);
        } else {
            line(paint.dim("exit code " + report.code().number()));
        }
    }

    private void done(Report report, Request request) {
        if (report.workflow().isPresent()) {
            line(paint.green("Workflow: ")
                    + SafeText.line(report.workflow().get().toString()));
        } else if (request.verifyOnly()) {
            var missing = report.missingBytes();
            line(missing > 0 ? "Next: assay make would download " + size(missing) + "." : "Next: assay make.");
        }
    }

    /** Bytes for people, such as {@code 6.5 GB}. */
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        var units = new String[] {"kB", "MB", "GB", "TB"};
        var value = bytes / 1000.0;
        var unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
