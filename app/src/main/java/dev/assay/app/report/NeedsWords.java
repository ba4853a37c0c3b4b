package dev.assay.app.report;

import java.util.ArrayList;
import java.util.List;

import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.ScannedModel;
import dev.assay.app.scan.ScannedPack;

/** What is the matter with a workflow, in plain words. */
final class NeedsWords {

    private NeedsWords() {}

    /** A line for each thing that it lacks. */
    static List<String> lacking(ScannedFile.Workflow workflow) {
        var lines = new ArrayList<String>();
        workflow.models().stream()
                .filter(ScannedModel::isLacking)
                .map(model -> "model " + where(model) + ": " + words(model.state()))
                .forEach(lines::add);
        workflow.packs().stream()
                .filter(ScannedPack::isLacking)
                .map(pack -> "nodes " + name(pack) + ": "
                        + (pack.state() instanceof PackState.Missing(var classes)
                                ? "missing, for " + String.join(", ", classes)
                                : ""))
                .forEach(lines::add);
        if (!workflow.unknownCore().isEmpty()) {
            lines.add("classes of ComfyUI itself: missing, " + String.join(", ", workflow.unknownCore()));
        }
        return lines;
    }

    private static String where(ScannedModel model) {
        var folder = model.need().folder();
        return (folder.isEmpty() ? "" : folder + "/") + model.need().name();
    }

    static String name(ScannedPack pack) {
        return pack.need()
                .id()
                .orElseGet(() ->
                        "of an unknown pack (" + String.join(", ", pack.need().classes()) + ")");
    }

    static String words(ModelState state) {
        return switch (state) {
            case ModelState.There _ -> "there";
            case ModelState.OtherSlash _ -> "there, spelt with the other slash";
            case ModelState.Elsewhere(var _, var listed, var byContent) ->
                (byContent ? "there by its content" : "there by its exact name")
                        + (listed.isPresent() ? ", in another place" : ", in a folder that its node does not look in");
            case ModelState.Ambiguous _ -> "several files may be meant";
            case ModelState.OtherContent _ -> "a file of that name is there with another content";
            case ModelState.Missing _ -> "missing";
            case ModelState.Listed(var _, var otherSlash, var _) ->
                "there by the server's list, content unknown" + (otherSlash ? "; spelt with the other slash" : "");
            case ModelState.NotLookedFor _ -> "not looked for";
        };
    }
}
