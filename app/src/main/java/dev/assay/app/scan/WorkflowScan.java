package dev.assay.app.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.needs.NeedsReader;
import dev.assay.core.workflow.needs.WorkflowNeeds;

/**
 * Looks into many files, several at a time, and hands what came of each on in the order of the files. Nothing of a file is
 * kept once it was handed on.
 */
public final class WorkflowScan {

    /** Few enough that the first answers come at once, and enough that handing them on costs next to nothing. */
    private static final int BATCH = 32;

    private final Path directory;
    private final NeedsReader reader;
    private final ModelLookup lookup;
    private final NodeCheck nodes;
    private final Scope scope;
    private final Knowledge common;

    /** What is looked for. */
    public enum Scope {
        ALL,
        ONLY_MODELS,
        ONLY_NODES
    }

    /**
     * A scan.
     *
     * @param directory what relative names start from
     * @param definitions what nodes exist
     * @param lookup where the models are
     * @param nodes the packs that are there
     * @param common what is known of the models of all workflows; several threads ask it
     */
    public WorkflowScan(
            Path directory,
            NodeDefinitions definitions,
            ModelLookup lookup,
            NodeCheck nodes,
            Scope scope,
            Knowledge common) {
        this.directory = directory;
        this.reader = new NeedsReader(definitions);
        this.lookup = lookup;
        this.nodes = nodes;
        this.scope = scope;
        this.common = common;
    }

    /**
     * Looks into them.
     *
     * @param processors how many files to look into at a time
     * @param results gets each result, on the thread that called
     */
    public void scan(FileNames files, int processors, Consumer<ScannedFile> results) {
        files.unlisted().forEach(folder -> results.accept(unlisted(folder)));
        files.names().stream()
                .gather(Gatherers.windowFixed(BATCH))
                .gather(Gatherers.mapConcurrent(processors + 1, batch -> read(batch, files)))
                .flatMap(Collection::stream)
                .forEachOrdered(results);
    }

    /** What is in one file, under a name of the caller's. */
    public List<ScannedFile> file(String name, Path file) {
        var own = String.valueOf(file.getFileName());
        return whole(own, WorkflowFile.read(own, file.toAbsolutePath().resolveSibling("")), true).stream()
                .map(found -> found.called(name + found.name().substring(own.length())))
                .map(found -> result(found, found.name().equals(name)))
                .toList();
    }

    /** A workflow that somebody has read already. */
    public ScannedFile workflow(String name, EmbeddedGraph graph, Knowledge known) {
        return looked(name, graph, known.and(common));
    }

    /** What is needed by a workflow that need not exist. */
    public ScannedFile needs(String name, WorkflowNeeds needs, Knowledge known) {
        return checked(name, needs, known.and(common));
    }

    private List<ScannedFile> read(List<String> batch, FileNames files) {
        List<ScannedFile> results = new ArrayList<>();
        for (var name : batch) {
            var named = files.isNamed(name);
            whole(name, WorkflowFile.read(name, directory), named)
                    .forEach(found ->
                            results.add(result(found, named && found.name().equals(name))));
        }
        return results;
    }

    /** An archive that somebody named and that holds no workflow is one file without a workflow. */
    private static List<Found> whole(String name, List<Found> found, boolean named) {
        return named && found.stream().allMatch(Found.None.class::isInstance) ? List.of(new Found.None(name)) : found;
    }

    private ScannedFile result(Found found, boolean named) {
        return switch (found) {
            case Found.Unreadable(var name, var problem) -> new ScannedFile.Unread(name, problem);
            case Found.None(var name) ->
                new ScannedFile.NoWorkflow(
                        name,
                        Optional.of(notAWorkflow(name, "It holds no workflow")).filter(_ -> named));
            case Found.Workflow(var name, var graph) -> looked(name, graph, common);
        };
    }

    private ScannedFile looked(String name, EmbeddedGraph graph, Knowledge known) {
        try {
            return switch (reader.read(graph.prompt(), graph.workflow())) {
                case NeedsReader.Result.Read(var needs) -> checked(name, needs, known);
                case NeedsReader.Result.Refused(var reason) ->
                    new ScannedFile.Unread(name, notAWorkflow(name, "It cannot be used: " + reason));
            };
        } catch (RuntimeException | StackOverflowError e) {
            return new ScannedFile.Unread(name, Defect.in(name, e));
        }
    }

    private ScannedFile checked(String name, WorkflowNeeds needs, Knowledge known) {
        var models = scope == Scope.ONLY_NODES
                ? List.<ScannedModel>of()
                : needs.models().stream()
                        .map(known::noted)
                        .map(need -> known.told(new ScannedModel(need, lookup.of(need))))
                        .toList();
        var withNodes = scope != Scope.ONLY_MODELS;
        var packs = withNodes
                ? needs.packs().stream()
                        .map(pack -> new ScannedPack(pack, nodes.of(pack)))
                        .toList()
                : List.<ScannedPack>of();
        return new ScannedFile.Workflow(
                name, needs, models, packs, withNodes ? nodes.unknownCore(needs.coreClasses()) : List.of());
    }

    private static ScannedFile unlisted(String folder) {
        return new ScannedFile.Unread(
                folder,
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        folder,
                        "It cannot be listed.",
                        "Workflows in it are not known.",
                        "Check that you may read it."));
    }

    private static Problem notAWorkflow(String name, String what) {
        return new Problem(
                ExitCode.USAGE,
                name,
                what + ".",
                "What it needs cannot be told.",
                "Give a workflow that ComfyUI saved or exported, or an image that ComfyUI made.");
    }
}
