package dev.assay.app.serve.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.NeedsJson;
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.Installation;
import dev.assay.app.scan.KnownContents;
import dev.assay.app.scan.ModelLookup;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.progress.Step;

/** Tells what the workflows in ComfyUI's own list need, and what of it is missing. */
final class WorkflowsWork {

    private static final String TITLE = "workflows";

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    WorkflowsWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        try (var wiring = tools.wiring(order.offline(), watch)) {
            var comfy = wiring.comfy();
            return comfy.isPresent()
                    ? Outcome.of(document(wiring, comfy.get()), TITLE)
                    : Work.failed(new Problem(
                            ExitCode.USAGE,
                            "ComfyUI folder",
                            "No ComfyUI folder is known.",
                            "There is no list of workflows to look through.",
                            "Start assay serve with --comfy DIR."));
        }
    }

    private Json document(Wiring wiring, ComfyFolders comfy) {
        if (!Files.isDirectory(wiring.libraryFolder())) {
            return document(wiring, comfy, new KnownContents(List.of()), new ArrayList<>());
        }
        return new LibraryDesk(tools)
                .with((store, notes) -> document(wiring, comfy, new KnownContents(store.files()), notes));
    }

    private Json document(Wiring wiring, ComfyFolders comfy, KnownContents contents, List<String> notes) {
        comfy.findings().forEach(finding -> notes.add(finding.message()));
        var installation = Installation.of(comfy, contents);
        installation.unreadable().forEach(what -> notes.add("Not looked at: " + what));
        var json = new NeedsJson();
        var text = new StringBuilder(json.beginning());
        var tally = new Tally();
        var folder = comfy.root().resolve("user/default");
        var files = files(folder);
        if (files.isPresent()) {
            scan(folder, installation, files.get(), AirContents.of(wiring), json, tally, text);
        } else {
            notes.add("There are no workflows in " + folder.resolve("workflows") + " yet.");
        }
        var models = offers(wiring, tally.models());
        text.append(json.end(tally, models, notes, List.of(), Optional.empty(), tally.code()));
        return parsed(text.toString());
    }

    private static Optional<FileNames> files(Path folder) {
        return Files.isDirectory(folder.resolve("workflows"))
                ? Optional.of(FileNames.of(folder, List.of("workflows")))
                : Optional.empty();
    }

    private void scan(
            Path folder,
            Installation installation,
            FileNames files,
            AirContents airs,
            NeedsJson json,
            Tally tally,
            StringBuilder text) {
        var definitions = NodeDefinitions.core().or(NodeDefinitions.packs()).remembered();
        var scan = new WorkflowScan(
                folder, definitions, ModelLookup.in(installation), installation.nodes(), WorkflowScan.Scope.ALL, airs);
        var done = new int[1];
        scan.scan(files, Runtime.getRuntime().availableProcessors(), file -> {
            tally.add(file);
            text.append(json.next(file));
            watch.report(new Step.Counting("workflows", ++done[0], files.names().size()));
        });
    }

    private List<ModelTotal> offers(Wiring wiring, List<ModelTotal> models) {
        if (order.offline() || models.stream().noneMatch(ModelTotal::isLacking)) {
            return Obtaining.offlineOffers(models);
        }
        watch.say("Asking where the missing models can be had.");
        return Obtaining.of(wiring).offers(models);
    }

    private static Json parsed(String document) {
        try {
            return Json.parse(document);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a document of our own is JSON, and bounded", e);
        }
    }
}
