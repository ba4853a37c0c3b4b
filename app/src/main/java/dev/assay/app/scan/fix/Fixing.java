package dev.assay.app.scan.fix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.finding.Finding;
import dev.assay.models.download.RateLimit;

/** Carries out a plan that somebody agreed to. What fails keeps nothing else from being done. */
public final class Fixing {

    private final Wiring wiring;
    private final Path directory;
    private final How how;

    /**
     * How it is done.
     *
     * @param inPlace names are changed in the workflows themselves, and the old ones kept beside them
     * @param allowPickle formats are fetched that can run code
     * @param offline nothing is fetched
     * @param limit of all downloads together
     */
    public record How(boolean inPlace, boolean allowPickle, boolean offline, RateLimit limit) {}

    /** @param directory what the names of workflows are relative to */
    public Fixing(Wiring wiring, Path directory, How how) {
        this.wiring = wiring;
        this.directory = directory;
        this.how = how;
    }

    /** Why a plan is not carried out that somebody agreed to by another digest; empty where it is this one. */
    public static Optional<Problem> refusal(Plan plan, String agreed) {
        return plan.digest().hex().equals(agreed.strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(anotherPlan(plan));
    }

    /** This is not the plan that was agreed to. */
    public static Problem anotherPlan(Plan plan) {
        return declined(
                "What would be done is not what was agreed to: the plan is another one by now.",
                "Look at it again; its digest is " + plan.digest().hex() + ".");
    }

    /** Why a plan is not carried out. */
    public static Problem declined(String what, String next) {
        return new Problem(ExitCode.DECLINED, "plan", what, "Nothing was downloaded or written.", next);
    }

    /** Fetches models first: a name is changed to what is there. */
    public Fixed carryOut(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(fetched(plan, findings));
        List<Rewire.Result.Written> written = new ArrayList<>();
        var rewire = new Rewire(directory, how.inPlace());
        for (var rewiring : plan.rewirings()) {
            switch (rewire.write(rewiring)) {
                case Rewire.Result.Written one -> {
                    written.add(one);
                    one.undone().forEach(name -> problems.add(undone(one, name)));
                }
                case Rewire.Result.Failed(var problem) -> problems.add(problem);
            }
        }
        return new Fixed(plan, true, written, findings, problems);
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
        if (how.offline()) {
            return List.of(new Problem(
                    ExitCode.SERVICE,
                    "models",
                    "Models are missing, and --offline forbids to download them.",
                    "Names were changed where they had to be.",
                    "Run it without --offline."));
        }
        var services = wiring.getServices(how.limit());
        var comfy = services.disk().comfy();
        if (comfy.isEmpty()) {
            return List.of(new Problem(
                    ExitCode.USAGE,
                    "ComfyUI folder",
                    "None was given, and none was found near the current folder.",
                    "Assay does not know where models go.",
                    "Name it with --comfy DIR or COMFYUI_ROOT."));
        }
        try (var downloads = services.downloads().get()) {
            var fetch = new ExactFetch(downloads, services.disk(), comfy.get(), how.allowPickle());
            var problems = new Supplying(Obtaining.of(wiring), fetch).supply(plan.fetches());
            findings.addAll(fetch.findings());
            return problems;
        }
    }
}
