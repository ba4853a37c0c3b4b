package dev.assay.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.ScannedModel;
import dev.assay.app.scan.ScannedPack;
import dev.assay.app.scan.Tally;
import dev.assay.core.workflow.needs.PackNeed;

/** What workflows need, for people. */
public final class NeedsText {

    private static final int SHOWN = 5;

    private final Paint paint;

    /** Whether everything is told; of many workflows, only what is lacking. */
    private final boolean all;

    public NeedsText(Paint paint, boolean all) {
        this.paint = paint;
        this.all = all;
    }

    /** One file; empty where nothing needs to be said of it. */
    public String of(ScannedFile file) {
        var out = new StringBuilder();
        switch (file) {
            case ScannedFile.NoWorkflow none -> none.problem().ifPresent(problem -> problems(List.of(problem), out));
            case ScannedFile.Unread unread -> problems(List.of(unread.problem()), out);
            case ScannedFile.Workflow workflow -> workflow(workflow, out);
        }
        return out.toString();
    }

    private void problems(List<Problem> problems, StringBuilder out) {
        new Remarks(paint, out).problems(problems);
    }

    private void workflow(ScannedFile.Workflow workflow, StringBuilder out) {
        var lines = new ArrayList<String>();
        workflow.models().stream()
                .filter(model -> all || isTold(model))
                .map(this::line)
                .forEach(lines::add);
        workflow.packs().stream()
                .filter(pack -> all || pack.isLacking())
                .map(this::line)
                .forEach(lines::add);
        if (!workflow.unknownCore().isEmpty()) {
            lines.add(paint.red("missing ") + " classes of ComfyUI itself: " + words(workflow.unknownCore())
                    + "; this ComfyUI is older, or newer, than the workflow");
        }
        if (!all && lines.isEmpty()) {
            return;
        }
        if (all) {
            versions(workflow).ifPresent(versions -> lines.add(paint.dim(versions)));
        }
        out.append(paint.bold(SafeText.line(workflow.name())))
                .append(verdict(workflow))
                .append('\n');
        lines.forEach(line -> out.append("  ").append(line).append('\n'));
    }

    private String verdict(ScannedFile.Workflow workflow) {
        if (workflow.isLacking()) {
            return paint.red("  lacks something");
        }
        if (workflow.isUnknown()) {
            return paint.yellow("  needs what was not looked for");
        }
        return workflow.models().stream().anyMatch(NeedsText::isMisnamed)
                ? paint.yellow("  has all it needs, some of it under other names than it says")
                : paint.green("  has all it needs");
    }

    /** With which versions it was saved, as far as it says. */
    private static Optional<String> versions(ScannedFile.Workflow workflow) {
        var needs = workflow.needs();
        var said = Stream.concat(
                        needs.coreVersions().stream().map(version -> "ComfyUI " + version),
                        needs.frontend().stream().map(version -> "front end " + version))
                .map(SafeText::line)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? Optional.empty() : Optional.of("saved with " + said);
    }

    private static boolean isTold(ScannedModel model) {
        return model.isLacking() || isMisnamed(model);
    }

    private static boolean isMisnamed(ScannedModel model) {
        return model.need().active() && model.state().needsRewiring();
    }

    private String line(ScannedModel model) {
        var need = model.need();
        return state(model) + "  " + SafeText.line(need.folder().isEmpty() ? "?" : need.folder()) + "  "
                + SafeText.line(need.name()) + (need.guessed() ? paint.dim("  (folder guessed)") : "")
                + (need.active() ? "" : paint.dim("  (only muted or bypassed nodes)")) + detail(model.state());
    }

    private String state(ScannedModel model) {
        return switch (model.state()) {
            case ModelState.There _ -> paint.green("there   ");
            case ModelState.Listed(var _, var otherSlash, var _) ->
                otherSlash ? paint.yellow("spelling") : paint.green("there   ");
            case ModelState.OtherSlash _ -> paint.yellow("spelling");
            case ModelState.Elsewhere _ -> paint.yellow("elsewhere");
            case ModelState.Ambiguous _ -> paint.red("unclear ");
            case ModelState.OtherContent _ -> paint.red("another ");
            case ModelState.Missing _ -> model.need().active() ? paint.red("missing ") : paint.dim("missing ");
            case ModelState.NotLookedFor _ -> paint.dim("needed  ");
        };
    }

    private String detail(ModelState state) {
        return switch (state) {
            case ModelState.There(var copy) ->
                copy.sha256()
                        .map(hash -> paint.dim("  " + hash.hex().substring(0, 10)))
                        .orElse("");
            case ModelState.Listed(var listed, var otherSlash, var source) ->
                (otherSlash ? ": there it is called " + SafeText.line(listed) + "; only the slashes differ" : "")
                        + paint.dim("  by the server's list (" + SafeText.line(source) + "), content unknown");
            case ModelState.OtherSlash(var _, var listed) ->
                ": here it is called " + SafeText.line(listed) + "; only the slashes differ";
            case ModelState.Elsewhere(var copy, var listed, var byContent) ->
                ": " + SafeText.line(copy.path().toString())
                        + (byContent
                                ? ", the same by its content"
                                : ", by its exact name; its content was not compared")
                        + (listed.isPresent() ? "" : "; its node does not look in that folder");
            case ModelState.Ambiguous(var copies) ->
                ": may be any of "
                        + copies.stream()
                                .limit(SHOWN)
                                .map(copy -> SafeText.line(copy.path().toString()))
                                .collect(Collectors.joining(", "));
            case ModelState.OtherContent(var copy, var _) ->
                ": " + SafeText.line(copy.path().toString())
                        + " has that name, but not the content that the workflow's author noted";
            case ModelState.Missing(var candidates) ->
                candidates.isEmpty()
                        ? ""
                        : paint.dim("; looks like it, and may be another: "
                                + candidates.stream()
                                        .map(path -> SafeText.line(String.valueOf(path.getFileName())))
                                        .collect(Collectors.joining(", ")));
            case ModelState.NotLookedFor _ -> "";
        };
    }

    private String line(ScannedPack pack) {
        var need = pack.need();
        var word = switch (pack.state()) {
            case PackState.There _ -> paint.green("there   ");
            case PackState.Missing _ -> need.active() ? paint.red("missing ") : paint.dim("missing ");
            case PackState.NotLookedFor _ -> paint.dim("needed  ");
        };
        var versions = need.versions().isEmpty() ? "" : paint.dim("  saved with " + words(need.versions()));
        var classes = pack.state() instanceof PackState.Missing(var unknown) ? "  for " + words(unknown) : "";
        return word + "  nodes  " + name(need) + versions + classes
                + (need.active() ? "" : paint.dim("  (only muted or bypassed nodes)"));
    }

    private static String name(PackNeed need) {
        return need.id().map(SafeText::line).orElse("a pack that nobody knows")
                + need.repository()
                        .map(repository -> "  (" + SafeText.line(repository) + ")")
                        .orElse("");
    }

    private static String words(List<String> texts) {
        var shown = texts.stream().limit(SHOWN).map(SafeText::line).collect(Collectors.joining(", "));
        return texts.size() > SHOWN ? shown + " and " + (texts.size() - SHOWN) + " more" : shown;
    }

    /** What all come to, and how what is missing can be had. */
    public String end(Tally tally, List<ModelTotal> models) {
        var out = new StringBuilder();
        var lacking = models.stream().filter(ModelTotal::isLacking).toList();
        if (!lacking.isEmpty()) {
            out.append('\n').append(paint.bold("Missing models")).append('\n');
            lacking.forEach(model -> out.append("  ").append(line(model)).append('\n'));
            var nameless = lacking.stream()
                    .filter(model -> model.offer()
                            .filter(Offer.OnlyNamed.class::isInstance)
                            .isPresent())
                    .count();
            if (nameless > 0) {
                out.append(paint.dim(
                                "  Of " + nameless + " of them only the name is known. A name proves nothing, so that"
                                        + " nobody was asked for it."))
                        .append('\n');
            }
        }
        var packs = tally.packs().stream().filter(pack -> pack.isLacking()).toList();
        if (!packs.isEmpty()) {
            out.append('\n').append(paint.bold("Missing nodes")).append('\n');
            packs.forEach(pack -> out.append("  ")
                    .append(name(pack.need()))
                    .append(paint.dim("  in " + count(pack.workflows().size(), "workflow")))
                    .append('\n'));
        }
        out.append('\n')
                .append(count(tally.workflows(), "workflow"))
                .append(": ")
                .append(tally.workflows() - tally.lacking() - tally.unknown())
                .append(" with all they need, ")
                .append(tally.lacking())
                .append(" lack something");
        if (tally.unknown() > 0) {
            out.append(", ").append(tally.unknown()).append(" not known, for there was nothing to look in");
        }
        if (tally.others() > 0) {
            out.append("; ").append(count(tally.others(), "other file")).append(" without a workflow");
        }
        if (tally.unread() > 0) {
            out.append("; ").append(tally.unread()).append(" could not be read");
        }
        return out.append('\n').toString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String line(ModelTotal model) {
        return SafeText.line(model.need().folder()) + "  "
                + SafeText.line(model.need().name())
                + paint.dim("  in " + count(model.workflows().size(), "workflow"))
                + model.offer().map(NeedsText::offer).orElse("");
    }

    private static String offer(Offer offer) {
        return switch (offer) {
            case Offer.File(var file, var how, var licence) ->
                "\n      can be had: " + SafeText.line(file.name()) + ", "
                        + (file.approximateBytes() > 0 ? TextReport.size(file.approximateBytes()) : "size not stated")
                        + ", " + dev.assay.civitai.download.ModelLinks.pageOf(file) + " (" + SafeText.line(how) + ")"
                        + licence.map(terms -> "; licence: " + SafeText.line(terms))
                                .orElse("")
                        + file.access()
                                .map(bar -> "; " + SafeText.line(bar.message()))
                                .orElse("");
            case Offer.Address(var url) -> "\n      its author says where: " + SafeText.line(url);
            case Offer.OnlyNamed _ -> "";
            case Offer.None(var why) -> "\n      " + SafeText.line(why);
        };
    }
}
