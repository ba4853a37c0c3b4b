package dev.assay.app.scan.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Consent;
import dev.assay.app.pipeline.Job;
import dev.assay.app.pipeline.Names;
import dev.assay.app.pipeline.Part;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.Report;
import dev.assay.app.pipeline.Request;
import dev.assay.app.scan.ScannedFile;
import dev.assay.core.reference.Reference;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.core.workflow.needs.Noted;
import dev.assay.core.workflow.needs.WorkflowNeeds;

/** Proves an image as {@code make} does, and says what its workflow needs: the one that it carries, or else the drawn one. */
final class ImageReading {

    /** With these it is not known what the image is made of; with others, one of its models cannot be had. */
    private static final Set<ExitCode> NOT_KNOWN = Set.of(
            ExitCode.DEFECT,
            ExitCode.USAGE,
            ExitCode.NO_SUCH_IMAGE,
            ExitCode.IDENTITY,
            ExitCode.METADATA,
            ExitCode.SERVICE);

    private final Job.Services services;
    private final boolean offline;

    ImageReading(Job.Services services, boolean offline) {
        this.services = services;
        this.offline = offline;
    }

    /**
     * Reads one.
     *
     * @param within what the image belongs to, for people; empty where it was named by itself
     */
    Piece read(String given, Reference image, String within) {
        var report = Job.run(services, request(given, image), _ -> Consent.Answer.NO);
        var name = within + report.subject().map(Names::of).orElse(given);
        var graph = report.recipe().flatMap(recipe -> recipe.graph());
        if (graph.isPresent()) {
            return new Piece.Carried(name, graph.get().value(), new Proofs(report.parts()));
        }
        var problem = problem(report);
        return problem.<Piece>map(one -> new Piece.Nothing(new ScannedFile.Unread(name, one)))
                .orElseGet(() -> new Piece.Drawn(name, needs(report), new Proofs(report.parts())));
    }

    private Request request(String given, Reference image) {
        return Request.toShow(given, image, offline);
    }

    private static Optional<Problem> problem(Report report) {
        var codes = report.problems().stream()
                .map(Problem::code)
                .filter(NOT_KNOWN::contains)
                .toList();
        return ExitCode.first(codes)
                .filter(NOT_KNOWN::contains)
                .flatMap(code -> report.problems().stream()
                        .filter(one -> one.code() == code)
                        .findFirst())
                // What no part of it stands for, such as that no model is named at all.
                .or(() -> report.blueprint()
                        .flatMap(blueprint -> blueprint.problems().stream().findFirst()));
    }

    private static WorkflowNeeds needs(Report report) {
        List<ModelNeed> models = new ArrayList<>();
        report.parts().stream()
                .filter(part -> !part.isAside())
                .map(ImageReading::need)
                .forEach(models::add);
        var nodes = report.blueprint()
                .flatMap(blueprint -> blueprint.graph())
                .map(graph -> List.copyOf(graph.nodes()))
                .orElse(List.of());
        return new WorkflowNeeds(
                models,
                List.of(),
                nodes.stream().map(Node::type).distinct().toList(),
                List.of(),
                Optional.empty(),
                nodes.size());
    }

    private static ModelNeed need(Part part) {
        return new ModelNeed(
                part.listingName().orElseGet(() -> part.resolved().ingredient().name()),
                part.directory(),
                part.directory().isEmpty(),
                Naming.LISTED,
                true,
                List.of(),
                Optional.<Noted>empty());
    }
}
