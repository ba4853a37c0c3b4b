package dev.assay.app.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.PackTotal;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.ScannedModel;
import dev.assay.app.scan.ScannedPack;

/**
 * A scan as a page: one file that needs no other, with a search. Everything from outside stands in it as text; the page
 * may load nothing and run nothing but its own few lines.
 */
public final class NeedsHtml implements StreamedReport {

    private static final String MARK = "<meta name=\"generator\" content=\"assay scan\">";

    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;"
            + "padding:0 1rem;color:#1c1f23;background:#fff}table{border-collapse:collapse;width:100%}"
            + "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d8dce1;"
            + "overflow-wrap:anywhere}input{font:inherit;padding:.4rem .6rem;width:100%;box-sizing:border-box}"
            + ".bad{color:#a3141c}.good{color:#17602c}.dim{color:#5c636b}"
            + "@media(prefers-color-scheme:dark){body{color:#e4e6e9;background:#16181b}th,td{border-color:#3a3f45}"
            + ".bad{color:#ff8a8f}.good{color:#7fd197}.dim{color:#a0a7ae}a{color:#8ab8ff}}";

    private static final String SCRIPT = "const q=document.getElementById('q');q.addEventListener('input',()=>{"
            + "const w=q.value.toLowerCase();for(const r of document.querySelectorAll('tbody tr'))"
            + "r.hidden=!r.textContent.toLowerCase().includes(w)});";

    private int workflows;

    @Override
    public String mark() {
        return MARK;
    }

    @Override
    public String next(ScannedFile file) {
        return switch (file) {
            case ScannedFile.Workflow workflow -> row(workflow);
            case ScannedFile.NoWorkflow none ->
                none.problem()
                        .map(problem -> unread(file.name(), problem.what()))
                        .orElse("");
            case ScannedFile.Unread unread ->
                unread(file.name(), unread.problem().what());
        };
    }

    private static String unread(String name, String what) {
        return "<tr><td></td><td>" + Markup.text(name) + "</td><td class=\"bad\">" + Markup.text(what)
                + "</td><td></td></tr>\n";
    }

    private String row(ScannedFile.Workflow workflow) {
        var number = ++workflows;
        var lacking = NeedsWords.lacking(workflow);
        return "<tr id=\"w" + number + "\"><td>" + number + "</td><td>" + Markup.text(workflow.name()) + "</td><td>"
                + (lacking.isEmpty()
                        ? complete(workflow)
                        : lacking.stream()
                                .map(line -> "<span class=\"bad\">" + Markup.text(line) + "</span>")
                                .collect(Collectors.joining("<br>")))
                + "</td><td class=\"dim\">" + needs(workflow) + "</td></tr>\n";
    }

    private static String complete(ScannedFile.Workflow workflow) {
        return workflow.isUnknown()
                ? "<span class=\"dim\">not known: there was nothing to look in</span>"
                : "<span class=\"good\">complete</span>";
    }

    private static String needs(ScannedFile.Workflow workflow) {
        var models = workflow.models().stream().map(NeedsHtml::words);
        var packs = workflow.packs().stream().map(NeedsHtml::words);
        return java.util.stream.Stream.concat(models, packs).collect(Collectors.joining("<br>"));
    }

    private static String words(ScannedModel model) {
        return Markup.text(model.need().folder() + "/" + model.need().name())
                + (model.need().active() ? "" : " (off)");
    }

    private static String words(ScannedPack pack) {
        return "nodes: " + Markup.text(NeedsWords.name(pack)) + (pack.need().active() ? "" : " (off)");
    }

    @Override
    public String beginning(Ending ending) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n" + MARK + "\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + hash(STYLE) + "'; script-src '" + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>What these workflows need</title>\n<style>"
                + STYLE + "</style></head><body>\n<h1>What these workflows need</h1>\n"
                + "<p><label>Search <input id=\"q\" type=\"search\" autocomplete=\"off\"></label></p>\n"
                + models(ending.models()) + packs(ending.packs()) + unused(ending.unused())
                + "<h2>Workflows</h2>\n<table><thead><tr><th>#</th><th>Workflow</th><th>State</th><th>Needs</th></tr>"
                + "</thead><tbody>\n";
    }

    @Override
    public String end(Ending ending) {
        return "</tbody></table>\n<script>" + SCRIPT + "</script></body></html>\n";
    }

    private static String models(List<ModelTotal> models) {
        return "<h2>Models</h2>\n<table><thead><tr><th>State</th><th>Folder</th><th>Name</th><th>How to have it</th>"
                + "<th>Workflows</th></tr></thead><tbody>\n"
                + models.stream().map(NeedsHtml::row).collect(Collectors.joining())
                + "</tbody></table>\n";
    }

    private static String row(ModelTotal model) {
        return "<tr><td class=\"" + (model.isLacking() ? "bad" : "good") + "\">"
                + Markup.text(NeedsWords.words(model.state())) + (model.active() ? "" : " (off)") + "</td><td>"
                + Markup.text(model.need().folder()) + "</td><td>"
                + Markup.text(model.need().name()) + "</td><td>"
                + model.offer().map(NeedsHtml::words).orElse("") + "</td><td>" + links(model.workflows())
                + "</td></tr>\n";
    }

    /** Addresses stand as text: nobody should follow an author's link by mistake. */
    private static String words(Offer offer) {
        return switch (offer) {
            case Offer.File(var file, var how, var licence) ->
                Markup.text(dev.assay.civitai.download.ModelLinks.pageOf(file) + " (" + how + ")"
                        + licence.map(words -> "; licence: " + words).orElse(""));
            case Offer.Address(var url) -> Markup.text(url);
            case Offer.None(var why) -> Markup.text(why);
            case Offer.OnlyNamed _ -> "only its name is known";
        };
    }

    private static String packs(List<PackTotal> packs) {
        return packs.isEmpty()
                ? ""
                : "<h2>Packs of nodes</h2>\n<table><thead><tr><th>State</th><th>Pack</th><th>Classes</th>"
                        + "<th>Workflows</th></tr></thead><tbody>\n"
                        + packs.stream().map(NeedsHtml::row).collect(Collectors.joining()) + "</tbody></table>\n";
    }

    private static String row(PackTotal pack) {
        return "<tr><td class=\"" + (pack.isLacking() ? "bad" : "good") + "\">"
                + (pack.state() instanceof PackState.NotLookedFor
                        ? "not looked for"
                        : pack.state().word())
                + (pack.active() ? "" : " (off)") + "</td><td>"
                + Markup.text(pack.need().id().orElse("unknown"))
                + "</td><td>" + Markup.text(String.join(", ", pack.need().classes())) + "</td><td>"
                + links(pack.workflows()) + "</td></tr>\n";
    }

    private static String unused(List<Path> unused) {
        return unused.isEmpty()
                ? ""
                : "<h2>Models that none of these workflows names</h2>\n<table><thead><tr><th>File</th></tr></thead>"
                        + "<tbody>\n"
                        + unused.stream()
                                .map(path -> "<tr><td>" + Markup.text(path.toString()) + "</td></tr>\n")
                                .collect(Collectors.joining())
                        + "</tbody></table>\n";
    }

    private static String links(List<Integer> workflows) {
        return workflows.stream()
                .map(number -> "<a href=\"#w" + (number + 1) + "\">" + (number + 1) + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
