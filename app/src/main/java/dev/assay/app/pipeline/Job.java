package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.model.About;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.civitai.model.Terms;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.finding.Fidelity;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.library.Library;

/** The main job, from a reference to a workflow. One run, one report. */
public final class Job {

    /** What the job works with. */
    public record Services(
            Witnesses witnesses,
            ModelResolver resolver,
            Function<ModelFile, About> about,
            Function<List<ModelFile>, List<Terms>> terms,
            boolean signedIn,
            Supplier<FileDownloads> downloads,
            Disk disk,
            Path directory,
            Supplier<Optional<Finding>> journalTrouble,
            InstantSource clock,
            Supplier<Optional<NodeDefinitions>> server) {}

    private final Services services;
    private final Request request;
    private final Consent consent;
    private final Gate gate;
    private final Gathering gathering;
    private final NodeDefinitions definitions = NodeDefinitions.core();
    private final DrawingNodes nodes;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Subject> subject = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private Optional<Recipe> recipe = Optional.empty();
    private Optional<String> family = Optional.empty();
    private Optional<Fidelity> fidelity = Optional.empty();
    private List<Part> parts = List.of();
    private Optional<Path> workflow = Optional.empty();
    private Optional<EmbeddedGraph> made = Optional.empty();
    private Optional<Blueprint> drawn = Optional.empty();
    private boolean canvasOnly;
    private Optional<OwnGraph> own = Optional.empty();
    private final InputPictures pictures;

    private Job(Services services, Request request, Consent consent) {
        this.services = services;
        this.request = request;
        this.consent = consent;
        this.gathering = new Gathering(services.resolver(), services.about(), services.disk(), request);
        this.nodes = new DrawingNodes(
                definitions,
                () -> own.isPresent() || request.offline()
                        ? Optional.empty()
                        : services.server().get());
        this.gate = new Gate(request, services.disk(), services.directory());
        this.pictures = new InputPictures(
                request.pictures(),
                services.directory(),
                services.disk().comfy().map(comfy -> comfy.root()));
    }

    /** Does the job, as far as it can be done. */
    public static Report run(Services services, Request request, Consent consent) {
        return new Job(services, request, consent).run();
    }

    private Report run() {
        problems.addAll(pictures.problems());
        prove();
        if (recipe.isEmpty()) {
            return report();
        }
        readOwnGraph(recipe.get());
        var suffices = problems.isEmpty();
        identify(recipe.get());
        var beyond = own.isPresent() ? Optional.<String>empty() : new Shown(verdict).beyond(parts);
        beyond.ifPresent(type -> problems.add(MetadataProblem.noPicture(name(), type)));
        if (!suffices || beyond.isPresent()) {
            // Nothing can be drawn; what the image is made of is told all the same.
            return report();
        }
        var blueprint = draft(recipe.get());
        problems.addAll(blueprint.problems());
        judge(blueprint);
        problems.addAll(gate.check(name(), parts, findings));
        if (!problems.isEmpty() || request.verifyOnly()) {
            return report();
        }
        do {
            if (!problems.isEmpty() || !agreed() || !fetched()) {
                return report();
            }
        } while (!isComplete());
        services.disk().comfy().ifPresent(comfy -> Leftovers.clear(services.disk(), comfy, parts));
        write(recipe.get());
        return report();
    }

    private void prove() {
        var proof = new Prover(
                        services.witnesses(), new OwnFiles(services.directory(), services.clock()), services.clock())
                .prove(request.reference(), request.metadata());
        subject = proof.subject();
        verdict = proof.verdict();
        recipe = proof.recipe();
        findings.addAll(proof.findings());
        problems.addAll(proof.problems());
        recipe.ifPresent(read -> findings.addAll(read.findings()));
    }

    private void readOwnGraph(Recipe read) {
        var makers = MakersGraph.of(read, definitions, request.format(), name());
        own = makers.graph();
        canvasOnly = makers.canvasOnly();
        findings.addAll(makers.findings());
        problems.addAll(makers.problems());
    }

    private void identify(Recipe read) {
        parts = withTerms(gathering.gather(read, own));
        note();
        services.disk().comfy().ifPresent(comfy -> findings.addAll(comfy.findings()));
        services.journalTrouble().get().ifPresent(findings::add);
        services.disk()
                .library()
                .flatMap(Library::memoryTrouble)
                .ifPresent(trouble -> findings.add(Finding.info(
                        "LIBRARY_UNUSABLE", trouble + " Files were read anew instead; nothing else depends on it.")));
    }

    /** Nobody is asked about what is not going to be fetched. */
    private List<Part> withTerms(List<Part> some) {
        if (request.noDownload()) {
            return some;
        }
        var asking = new Asking(services.terms(), services.signedIn());
        var asked = asking.of(some);
        problems.addAll(asking.problems());
        return asked;
    }

    private void note() {
        gathering.findings().stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
        problems.addAll(gathering.problems());
    }

    /** What arrived may show that it brings less than the site let expect: then more is needed. */
    private boolean isComplete() {
        var more = own.isPresent() ? List.<Part>of() : withTerms(gathering.complete(parts));
        note();
        parts = Stream.concat(parts.stream(), more.stream()).toList();
        return more.isEmpty();
    }

    private Blueprint draft(Recipe read) {
        var prefix = subject.map(Names::forFile).orElse("assay");
        var drafting = new Drafting(nodes.of(read), request.format(), new Shown(verdict), pictures.pictures());
        return own.map(graph -> drafting.fromOwnGraph(graph, read, parts))
                .orElseGet(() -> drafting.fromSettings(read, parts, prefix));
    }

    private void judge(Blueprint blueprint) {
        family = blueprint.family();
        drawn = Optional.of(blueprint);
        findings.addAll(blueprint.findings());
        findings.addAll(pictures.findings(blueprint.texts()));
        var distinct = findings.stream().distinct().toList();
        findings.clear();
        findings.addAll(distinct);
        if (blueprint.graph().isPresent()) {
            fidelity = Optional.of(Fidelity.of(blueprint.ownGraph(), findings));
        }
    }

    private boolean agreed() {
        if (nothingMissing() || request.noDownload()) {
            return true;
        }
        var refusal = gate.offline();
        if (refusal.isEmpty() && !request.yes()) {
            var plan = report();
            var answer = consent.ask(plan);
            refusal = answer == Consent.Answer.YES ? refusal : Optional.of(Gate.declined(name(), answer, plan));
        }
        refusal.ifPresent(problems::add);
        return refusal.isEmpty();
    }

    private String name() {
        return subject.map(Names::of).orElse(request.given());
    }

    private boolean fetched() {
        if (request.noDownload() || services.disk().comfy().isEmpty() || nothingMissing()) {
            MissingModels.of(parts).ifPresent(findings::add);
            return true;
        }
        try (var downloads = services.downloads().get()) {
            var comfy = services.disk().comfy().get();
            var fetching = new Fetching(downloads, services.disk(), comfy);
            var rehousing = new Rehousing(comfy);
            // The folder decides which node loads it, and the header which folder; the site calls all of them
            // checkpoints.
            parts = fetching.fetch(parts).stream()
                    .map(rehousing::settleForGraph)
                    .toList();
            problems.addAll(fetching.problems());
            findings.addAll(fetching.findings());
            findings.addAll(rehousing.findings());
        }
        return problems.isEmpty();
    }

    private boolean nothingMissing() {
        return parts.stream().noneMatch(part -> part.state() instanceof PartState.Missing);
    }

    private void write(Recipe read) {
        var hindrance = pictures.place(drawn.map(Blueprint::texts).orElseGet(List::of));
        if (hindrance.isPresent()) {
            problems.add(hindrance.get());
            return;
        }
        // Drawn anew: a file may have got another name than planned, where the planned one was taken.
        var blueprint = draft(read);
        if (blueprint.graph().isEmpty()) {
            problems.addAll(blueprint.problems());
            return;
        }
        var note = CanvasNote.of(report());
        switch (new WorkflowText(nodes.of(read)).of(blueprint, request.format(), note)) {
            case WorkflowText.Result.Refused(var problem) -> problems.add(problem);
            case WorkflowText.Result.Written(var written) -> {
                made = Optional.of(blueprint.inBothForms(written, request.format(), canvasOnly));
                place(written.writePretty());
            }
        }
    }

    private void place(String text) {
        var delivery =
                new Delivery(request, services.directory(), services.disk().comfy());
        switch (delivery.place(subject.map(Names::forFile).orElse("assay"), text)) {
            case WorkflowFile.Result.Written(var path) -> workflow = Optional.of(path);
            case WorkflowFile.Result.AlreadyThere(var path) -> workflow = Optional.of(path);
            case WorkflowFile.Result.NotWritten(var problem) -> problems.add(problem);
        }
    }

    private Report report() {
        return new Report(
                request.given(),
                request.notes(),
                subject,
                verdict,
                recipe,
                family,
                parts,
                findings,
                fidelity,
                problems.stream().distinct().toList(),
                gate.freeBytes(),
                workflow,
                made,
                drawn,
                ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(ExitCode.OK));
    }
}
