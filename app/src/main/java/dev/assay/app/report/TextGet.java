package dev.assay.app.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.GetReport;
import dev.assay.app.pipeline.GetRequest;
import dev.assay.app.pipeline.PartState;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.Terms;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/** What became of models that were wanted, for people. Everything in it that comes from outside is made harmless first. */
public final class TextGet {

    private static final int LABEL = 12;
    private static final int TITLE = 80;
    private static final int MOST_CANDIDATES = 20;

    private final Paint paint;
    private final StringBuilder out = new StringBuilder();
    private final Remarks remarks;

    public TextGet(Paint paint) {
        this.paint = paint;
        this.remarks = new Remarks(paint, out);
    }

    /** Everything, and how it ended. */
    public String of(GetReport report, GetRequest request) {
        body(report);
        line("");
        remarks.problems(report.problems());
        if (report.code() != ExitCode.OK) {
            line(paint.dim("exit code " + report.code().number()));
        } else if (request.verifyOnly() && report.missingBytes() > 0) {
            line("Next: assay get would download " + TextReport.size(report.missingBytes()) + ".");
        }
        return out.toString();
    }

    /** Everything before the question whether to download. */
    public String plan(GetReport report) {
        body(report);
        line("");
        return out.toString();
    }

    private void body(GetReport report) {
        report.items().forEach(this::item);
        report.posted().forEach(this::posted);
        remarks.findings(report.findings());
    }

    private void item(GetReport.Item item) {
        line(paint.bold(SafeText.brief(item.given(), TITLE)));
        item.note().ifPresent(note -> line("  " + paint.dim(SafeText.line(note))));
        switch (item.part().resolved().resolution()) {
            case Resolution.Exact(var file, var how) -> exact(item, file, how);
            case Resolution.Ambiguous(var candidates, var why) -> several("ambiguous", why, candidates);
            case Resolution.Unidentified(var tried, var candidates) ->
                several(
                        "not identified",
                        tried.isEmpty() ? "nothing is known of it that could be asked" : String.join("; ", tried),
                        candidates);
            case Resolution.Gone(var what) -> failed("gone", what);
            case Resolution.Restricted(var why) -> failed("restricted", why);
            case Resolution.RemoteOnly(var engine) ->
                failed("not a local model", engine + " is an engine behind an interface");
            case Resolution.Mismatch(var what) -> failed("contradicted", what);
            case Resolution.Unreachable(var why) -> failed("not answered", why);
        }
    }

    private void posted(GetReport.Posted image) {
        line(paint.bold(SafeText.brief(image.given(), TITLE)) + "  " + SafeText.line(image.subject()));
        line("  " + sign(image.state()) + " workflow  " + SafeText.line(state(image.state())));
    }

    private void failed(String outcome, String why) {
        line("  " + paint.red("x") + " " + outcome + ": " + SafeText.line(why));
    }

    private void several(String outcome, String why, List<ModelFile> candidates) {
        failed(outcome, why);
        candidates.stream().limit(MOST_CANDIDATES).forEach(file -> line("      " + SafeText.line(candidate(file))));
        if (candidates.size() > MOST_CANDIDATES) {
            line("      and " + (candidates.size() - MOST_CANDIDATES) + " more");
        }
    }

    /** All in which candidates can differ. */
    private static String candidate(ModelFile file) {
        var number = file.elsewhere()
                .map(_ -> ModelLinks.pageOf(file).toString())
                .orElse("version " + file.versionId() + ", file " + file.fileId());
        return number + ": " + title(file) + "; " + form(file)
                + file.sha256().map(hash -> "; SHA-256 " + hash.autoV2() + "…").orElse("");
    }

    private static String title(ModelFile file) {
        return (file.modelName() + " " + file.versionName()).strip();
    }

    private static String form(ModelFile file) {
        return Stream.of(
                        file.name(),
                        file.type(),
                        file.format(),
                        file.variant().words(),
                        file.baseModel(),
                        file.approximateBytes() > 0 ? TextReport.size(file.approximateBytes()) : "size unknown")
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    private void exact(GetReport.Item item, ModelFile file, String how) {
        line("  " + sign(item.part().state()) + " "
                + item.part().resolved().ingredient().role().words() + "  "
                + paint.bold(SafeText.brief(title(file), TITLE)));
        detail("file", form(file) + number(file));
        detail("known by", how);
        detail("SHA-256", file.sha256().map(Object::toString).orElse("not stated"));
        detail("state", state(item.part().state()));
        terms(item.terms(), file);
        item.others().forEach(other -> detail("other file", form(other) + number(other)));
        detail("page", ModelLinks.pageOf(file).toString());
    }

    private static String number(ModelFile file) {
        return file.fileId() == 0 ? "" : " (file " + file.fileId() + ")";
    }

    private void terms(Terms terms, ModelFile file) {
        detail("licence", TermsText.licence(terms));
        detail("access", TermsText.access(terms, file));
        terms.price().ifPresent(price -> detail("price", price));
    }

    private static String state(PartState state) {
        return switch (state) {
            case PartState.OnDisk(var path, var _) -> "there already: " + path;
            case PartState.Missing(var directory, var name, var _) -> "missing; goes to " + directory.resolve(name);
            case PartState.Fetched(var path, var _, var _) -> "fetched and verified: " + path;
            case PartState.NotLookedFor() -> "no ComfyUI folder to look in";
            case PartState.Unavailable(var why) -> why;
        };
    }

    private String sign(PartState state) {
        return switch (state) {
            case PartState.OnDisk _, PartState.Fetched _ -> paint.green("+");
            case PartState.Missing _, PartState.NotLookedFor _ -> paint.yellow("o");
            case PartState.Unavailable _ -> paint.red("x");
        };
    }

    private void detail(String label, String text) {
        line("      " + paint.dim(label + " ".repeat(LABEL - label.length())) + SafeText.line(text));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
