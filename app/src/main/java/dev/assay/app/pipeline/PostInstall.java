package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.reference.Reference;
import dev.assay.core.source.Sourced;
import dev.assay.models.folder.ComfyFolders;

/**
 * Puts the workflows that the images of posts carry where ComfyUI lists them, as their makers left them. An image without
 * one is said and passed by: a workflow that is drawn from settings is for {@code make}.
 */
public final class PostInstall {

    private final Job.Services services;
    private final Optional<ComfyFolders> comfy;
    private final boolean verifyOnly;
    private final List<GetReport.Posted> posted = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param verifyOnly report only
     */
    public PostInstall(Job.Services services, boolean verifyOnly) {
        this.services = services;
        this.comfy = services.disk().comfy();
        this.verifyOnly = verifyOnly;
    }

    /** The report, and what became of the posts so far. */
    public GetReport with(GetReport report) {
        return report.with(posted, findings, problems);
    }

    /**
     * Does it for one post.
     *
     * @param given as the user named it
     */
    public void install(String given, Reference.Post post) {
        var listed = PostedImages.of(services.witnesses().posts(), post.id());
        var troubles = problems.size();
        listed.trouble().ifPresent(problems::add);
        findings.addAll(listed.findings());
        var before = posted.size();
        listed.images().forEach(image -> posted.add(new GetReport.Posted(given, "image " + image.id(), state(image))));
        var mine = posted.subList(before, posted.size());
        if (!mine.isEmpty()
                && problems.size() == troubles
                && mine.stream().allMatch(one -> one.state() instanceof PartState.Unavailable)) {
            problems.add(new Problem(
                    ExitCode.METADATA,
                    "post " + post.id(),
                    "None of its images carries a workflow.",
                    "There is nothing to install.",
                    "A workflow can be drawn from the settings of an image: assay make "
                            + listed.images().getFirst().id()));
        }
    }

    private PartState state(Reference.Image image) {
        var proof = new Prover(
                        services.witnesses(), new OwnFiles(services.directory(), services.clock()), services.clock())
                .prove(image, Optional.empty());
        proof.problems().stream()
                .filter(problem -> problem.code() != ExitCode.METADATA)
                .forEach(problems::add);
        var graph = proof.recipe().flatMap(recipe -> recipe.graph()).map(Sourced::value);
        return graph.map(found -> placed(image, found))
                .orElseGet(() -> new PartState.Unavailable(
                        proof.problems().stream().map(Problem::what).findFirst().orElse("It carries no workflow.")));
    }

    private PartState placed(Reference.Image image, EmbeddedGraph graph) {
        if (comfy.isEmpty()) {
            return new PartState.NotLookedFor();
        }
        var folder = WorkflowInstall.folder(comfy.get());
        var stem = "civitai-" + image.id();
        if (verifyOnly) {
            return new PartState.Missing(folder, stem + ".json", 0);
        }
        var text = graph.workflow().or(graph::prompt).orElseThrow().write();
        return switch (WorkflowFile.writeInto(folder, stem, ".json", text)) {
            case WorkflowFile.Result.Written(var path) -> new PartState.Fetched(path, "", 0);
            case WorkflowFile.Result.AlreadyThere(var path) -> new PartState.OnDisk(path, "");
            case WorkflowFile.Result.NotWritten(var problem) -> {
                problems.add(problem);
                yield new PartState.Unavailable(problem.what());
            }
        };
    }
}
