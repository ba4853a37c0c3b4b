package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.civitai.model.Terms;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/**
 * Gets models: says what each reference is, shows it, asks, and downloads what is missing. What cannot be had does not
 * keep the others from being had; it decides the exit code.
 */
public final class GetJob {

    /** What the job works with. */
    public record Services(
            ModelResolver resolver,
            Function<ModelFile, Terms> terms,
            Supplier<FileDownloads> downloads,
            WorkflowStore workflows,
            Disk disk,
            Supplier<Optional<Finding>> journalTrouble) {}

    private static final String SUBJECT = "models";

    private final Services services;
    private final GetRequest request;
    private final Function<GetReport, Consent.Answer> consent;
    private final Placing placing;
    private final WorkflowInstall install;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<GetReport.Item> items = List.of();

    private GetJob(
            Services services, GetRequest request, SharedTexts texts, Function<GetReport, Consent.Answer> consent) {
        this.services = services;
        this.install = new WorkflowInstall(services.workflows(), texts);
        this.request = request;
        this.consent = consent;
        this.placing = new Placing(services.disk(), new Handling(Handling.Names.WANTED, false, request.allowPickle()));
    }

    /**
     * Does the job, as far as it can be done.
     *
     * @param texts finds workflows in what is shared as such
     */
    public static GetReport run(
            Services services, GetRequest request, SharedTexts texts, Function<GetReport, Consent.Answer> consent) {
        return new GetJob(services, request, texts, consent).run();
    }

    private GetReport run() {
        identify();
        var obstacles = obstacles();
        problems.addAll(obstacles);
        if (obstacles.isEmpty() && !request.verifyOnly() && agreed()) {
            fetch();
        }
        if (!request.verifyOnly()) {
            var parts = items.stream().map(GetReport.Item::part).toList();
            services.disk().comfy().ifPresent(comfy -> Leftovers.clear(services.disk(), comfy, parts));
        }
        return report();
    }

    private void identify() {
        var wishes = request.models().stream()
                .map(wanted -> Wishes.of(wanted, request))
                .toList();
        var resolved = services.resolver().resolveEach(wishes);
        var found = new ArrayList<GetReport.Item>();
        for (int i = 0; i < resolved.size(); i++) {
            found.add(item(request.models().get(i), resolved.get(i)));
        }
        items = List.copyOf(found);
        findings.addAll(placing.findings());
        problems.addAll(placing.problems());
        services.disk().comfy().ifPresent(comfy -> findings.addAll(comfy.findings()));
        services.journalTrouble().get().ifPresent(findings::add);
    }

    private GetReport.Item item(GetRequest.Wanted wanted, ResolvedIngredient resolved) {
        findings.addAll(resolved.findings());
        var terms = Terms.UNKNOWN;
        var others = List.<ModelFile>of();
        var part = placing.place(resolved, new WantedFolders(request.folder()).of(resolved));
        if (resolved.resolution() instanceof Resolution.Exact(var file, var _)) {
            terms = services.terms().apply(file);
            others = services.resolver().others(file);
            part = signedIn(part, file, terms);
            part = WorkflowInstall.isMeant(part) && services.disk().comfy().isPresent()
                    ? install.known(part, services.disk().comfy().get())
                    : part;
        }
        return new GetReport.Item(wanted.given(), Wishes.note(wanted.model()), part, terms, others);
    }

    /** A download that is sure to be refused is not begun. */
    private Part signedIn(Part part, ModelFile file, Terms terms) {
        var refusal = part.state() instanceof PartState.Missing
                ? Asking.refusal(file, terms, request.signedIn())
                : Optional.<Problem>empty();
        refusal.ifPresent(problems::add);
        return refusal.map(problem -> part.in(new PartState.Unavailable(problem.what())))
                .orElse(part);
    }

    /** What keeps anything at all from being downloaded. */
    private List<Problem> obstacles() {
        if (!request.verifyOnly() && services.disk().comfy().isEmpty()) {
            return List.of(Refusals.noComfy(services.disk(), "."));
        }
        return Room.lacking(services.disk(), missing());
    }

    private boolean agreed() {
        if (missing().isEmpty()) {
            return false;
        }
        var refusal = request.offline() ? Optional.of(Refusals.offline("")) : Optional.<Problem>empty();
        if (refusal.isEmpty() && !request.yes()) {
            var plan = report();
            refusal = refusal(consent.apply(plan), plan);
        }
        refusal.ifPresent(problems::add);
        return refusal.isEmpty();
    }

    private static Optional<Problem> refusal(Consent.Answer answer, GetReport plan) {
        return switch (answer) {
            case YES -> Optional.empty();
            case ANOTHER_PLAN -> Optional.of(Refusals.anotherPlan(SUBJECT, DownloadPlan.of(plan)));
            case NO, NOBODY_THERE -> Optional.of(Refusals.declined(SUBJECT, answer, ""));
        };
    }

    /** What is missing; what two references name stands there once. */
    private List<Part> missing() {
        return List.copyOf(items.stream()
                .map(GetReport.Item::part)
                .filter(part -> part.state() instanceof PartState.Missing)
                .collect(Collectors.toMap(Target::of, part -> part, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /** What goes where: the same content may be named in two ways. */
    private record Target(Object content, String directory) {

        static Target of(Part part) {
            var content = part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                    ? file.sha256().<Object>map(hash -> hash).orElse(file)
                    : part;
            return new Target(content, part.directory());
        }
    }

    private void fetch() {
        var wanted = missing();
        try (var downloads = services.downloads().get()) {
            var fetching = new Fetching(
                    downloads, services.disk(), services.disk().comfy().orElseThrow());
            var rehousing = new Rehousing(services.disk().comfy().orElseThrow());
            var fetched = fetching.fetch(wanted).stream()
                    .map(part -> WorkflowInstall.isMeant(part)
                            ? install.install(part, services.disk().comfy().orElseThrow())
                            : part)
                    .map(part -> request.folder().isPresent() ? part : rehousing.settle(part))
                    .toList();
            findings.addAll(rehousing.findings());
            findings.addAll(install.findings());
            problems.addAll(fetching.problems());
            problems.addAll(install.problems());
            findings.addAll(fetching.findings());
            var targets = wanted.stream().map(Target::of).toList();
            items = items.stream()
                    .map(item -> item.part().state() instanceof PartState.Missing
                            ? item.with(fetched.get(targets.indexOf(Target.of(item.part()))))
                            : item)
                    .toList();
        }
    }

    private GetReport report() {
        var distinct = problems.stream().distinct().toList();
        return new GetReport(
                items,
                List.of(),
                findings.stream().distinct().toList(),
                distinct,
                services.disk().comfy().map(comfy -> FreeSpace.at(comfy.root())).orElse(-1L),
                ExitCode.first(distinct.stream().map(Problem::code).toList()).orElse(ExitCode.OK));
    }
}
