package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WholeFile;
import dev.assay.app.report.JsonReport;
import dev.assay.app.report.PlanText;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextReport;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.fix.Plan;
import dev.assay.app.scan.fix.Rewire;
import dev.assay.app.scan.fix.ShellPlan;
import dev.assay.app.scan.fix.Supplying;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.models.download.RateLimit;

/** Shows a plan, asks, and carries it out. */
final class ScanFix {

    private static final long LARGEST = 64L << 20;

    private final Streams streams;
    private final Wiring wiring;
    private final FixOptions options;
    private final boolean json;
    private final boolean offline;

    ScanFix(Streams streams, Wiring wiring, FixOptions options, boolean json, boolean offline) {
        this.streams = streams;
        this.wiring = wiring;
        this.options = options;
        this.json = json;
        this.offline = offline;
    }

    /**
     * What came of it.
     *
     * @param answer how it ends because of the plan; empty where the plan was carried out, or there was nothing to do
     * @param written the workflows that were written
     * @param findings what there is to say of where models came from
     */
    record Outcome(
            Plan plan,
            Optional<ExitCode> answer,
            boolean done,
            List<Rewire.Result.Written> written,
            List<Finding> findings,
            List<Problem> problems) {

        Json json(Optional<Integer> stillLacking) {
            var document = Json.object()
                    .put("plan", plan.json())
                    .put("done", done)
                    .put(
                            "written",
                            written.stream()
                                    .map(one -> Json.object()
                                            .put("file", one.file().toString())
                                            .put("original", one.kept().toString())
                                            .build())
                                    .toList())
                    .put("findings", findings.stream().map(JsonReport::finding).toList());
            return document.put("stillLacking", stillLacking.map(Json::of).orElse(Json.none()))
                    .build();
        }
    }

    /** Writes the plan where that is wanted, and carries it out where that is wanted and agreed. */
    Outcome of(Plan plan) throws IOException {
        if (options.plan().isPresent()) {
            write(plan, streams.environment().directory().resolve(options.plan().get()));
        }
        if (!json) {
            streams.out().print(PlanText.of(plan));
            streams.out().flush();
        }
        if (!options.fix() || plan.isEmpty()) {
            return new Outcome(plan, Optional.empty(), false, List.of(), List.of(), List.of());
        }
        var refusal = agreed(plan);
        return refusal.isPresent()
                ? new Outcome(plan, Optional.of(ExitCode.DECLINED), false, List.of(), List.of(), List.of(refusal.get()))
                : done(plan);
    }

    private Optional<Problem> agreed(Plan plan) {
        if (options.yes()) {
            return Optional.empty();
        }
        var console = streams.console();
        if (console.isEmpty() || json) {
            return Optional.of(declined("There is nobody to be asked, and no --yes."));
        }
        var answer = console.get().readLine("Do it, and download %s? [y/N] ", TextReport.size(plan.bytes()));
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(declined("You said no."));
    }

    private static Problem declined(String what) {
        return new Problem(
                ExitCode.DECLINED,
                "plan",
                what,
                "Nothing was downloaded or written.",
                "Run it again with --yes to do it.");
    }

    private Outcome done(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(fetched(plan, findings));
        List<Rewire.Result.Written> written = new ArrayList<>();
        var rewire = new Rewire(streams.environment().directory(), options.inPlace());
        for (var rewiring : plan.rewirings()) {
            switch (rewire.write(rewiring)) {
                case Rewire.Result.Written one -> {
                    written.add(one);
                    one.undone().forEach(name -> problems.add(undone(one, name)));
                    if (!json) {
                        streams.out().print(PlanText.written(one));
                    }
                }
                case Rewire.Result.Failed(var problem) -> problems.add(problem);
            }
        }
        return new Outcome(plan, Optional.empty(), true, written, findings, problems);
    }

    private static Problem undone(Rewire.Result.Written written, String name) {
        return new Problem(
                ExitCode.INGREDIENT,
                written.file().toString(),
                "\"" + name + "\" stands in it in a form that Assay does not know.",
                "It names the model as before; the other names were changed.",
                "Choose the model in ComfyUI.");
    }

    private List<Problem> fetched(Plan plan, List<Finding> findings) {
        if (plan.fetches().isEmpty()) {
            return List.of();
        }
        if (offline) {
            return List.of(new Problem(
                    ExitCode.SERVICE,
                    "models",
                    "Models are missing, and --offline forbids to download them.",
                    "Names were changed where they had to be.",
                    "Run it without --offline."));
        }
        var services = wiring.getServices(RateLimit.none());
        var comfy = services.disk().comfy();
        if (comfy.isEmpty()) {
            return List.of(new Problem(
                    ExitCode.USAGE,
                    "ComfyUI folder",
                    "None was given, and none was found near the current folder.",
                    "Assay does not know where models go.",
                    "Name it with --comfy DIR or COMFYUI_ROOT."));
        }
        var fetch = new ExactFetch(services.downloads().get(), services.disk(), comfy.get(), options.allowPickle());
        var problems = new Supplying(Obtaining.of(wiring), fetch).supply(plan.fetches());
        findings.addAll(fetch.findings());
        return problems;
    }

    private void write(Plan plan, Path file) throws IOException {
        var text = String.valueOf(file.getFileName()).endsWith(".sh")
                ? ShellPlan.of(plan, wiring.site())
                : plan.json().writePretty();
        try {
            WholeFile.create(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException _) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "\"" + SafeText.line(file.toString())
                            + "\" is there already, and is not replaced.\nName another file.");
        }
    }

    /** Reads a plan that was made elsewhere. */
    static Plan read(Path file) throws IOException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new StopException(
                        ExitCode.THIS_COMPUTER, "There is no plan \"" + SafeText.line(file.toString()) + "\".");
            }
            return Plan.read(Json.parse(Files.readString(file)))
                    .orElseThrow(() -> new StopException(
                            ExitCode.USAGE, "\"" + SafeText.line(file.toString()) + "\" is no plan of assay scan."));
        } catch (MalformedJsonException e) {
            throw new StopException(
                    ExitCode.USAGE, "\"" + SafeText.line(file.toString()) + "\" is no plan: " + e.getMessage() + ".");
        }
    }
}
