package dev.assay.core.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.family.Defaults;
import dev.assay.core.family.WebUiVersion;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.sampler.SamplerChoice.Mapped;
import dev.assay.core.sampler.SamplerChoice.UnknownSampler;
import dev.assay.core.sampler.SamplerChoice.UnknownSchedule;
import dev.assay.core.sampler.SamplerChoice.Unspecified;
import dev.assay.core.sampler.SamplerFindings.Subject;
import dev.assay.core.sampler.SamplerParser.Parsed;

/** Chooses ComfyUI's sampler and schedule for what a tool calls its own. */
public final class Samplers {

    private static final Set<String> NOT_SAID = Set.of("", "undefined", "default", "null", "none", "automatic");

    private final SamplerContext context;
    private final Schedulings schedulings;
    private final List<Finding> findings = new ArrayList<>();

    private Samplers(SamplerContext context) {
        this.context = context;
        this.schedulings = new Schedulings(context.settings(), context.family());
    }

    /**
     * Chooses by the table.
     *
     * @param sampler as written, in any tool's spelling; empty where there is none
     * @param scheduleType as written, where it is named apart
     */
    public static SamplerChoice choose(String sampler, Optional<String> scheduleType, SamplerContext context) {
        return new Samplers(context).choose(sampler.strip(), scheduleType.map(String::strip));
    }

    /**
     * What may be assumed, openly, where a sampler is unknown or not named.
     *
     * @param asWritten the name that nobody knows; empty where there is none
     */
    public static Mapped fallback(String asWritten, Defaults defaults) {
        var what = defaults.sampler() + " with " + defaults.scheduler() + " is assumed (" + defaults.basis() + ")";
        var finding = NOT_SAID.contains(NameKey.of(asWritten))
                ? Finding.info("SAMPLER_MISSING", Effect.APPROXIMATES, "No sampler is named; " + what)
                : Finding.warning(
                        "SAMPLER_UNKNOWN",
                        Effect.APPROXIMATES,
                        "The sampler \"" + asWritten + "\" is not known; " + what);
        return new Mapped(
                defaults.sampler(),
                Optional.empty(),
                new Schedulings(ScheduleSettings.NONE, Optional.empty()).make(defaults.scheduler()),
                defaults.modelSampling(),
                Fidelity.SUBSTITUTED,
                List.of(finding));
    }

    private SamplerChoice choose(String sampler, Optional<String> type) {
        var said = type.filter(name -> !NOT_SAID.contains(NameKey.of(name)));
        if (NOT_SAID.contains(NameKey.of(sampler))) {
            return unspecified(said);
        }
        var parsed = SamplerParser.parse(sampler, context.tool());
        if (parsed.isEmpty()) {
            return new UnknownSampler(sampler);
        }
        boolean automatic = type.isPresent() && NameKey.of(type.get()).equals("automatic");
        return said.isPresent()
                ? withType(sampler, parsed.get(), said.get(), automatic)
                : mapped(sampler, parsed.get().row(), withoutType(sampler, parsed.get(), automatic));
    }

    private SamplerChoice unspecified(Optional<String> said) {
        var row = said.flatMap(this::schedule);
        if (said.isPresent()) {
            row.ifPresentOrElse(
                    known -> addScheduleFinding(said.get(), known),
                    () -> findings.add(SamplerFindings.unknownSchedule(said.get(), "the sampler's default")));
        }
        var scheduling = row.map(known -> schedulings.make(known.target()));
        findings.addAll(schedulings.findings());
        return new Unspecified(scheduling, findings);
    }

    private SamplerChoice withType(String sampler, Parsed parsed, String type, boolean automatic) {
        var named = schedule(type);
        if (named.isEmpty()) {
            var fallback = withoutType(sampler, parsed, automatic);
            findings.add(SamplerFindings.unknownSchedule(type, fallback.target()));
            return new UnknownSchedule(type, mapped(sampler, parsed.row(), fallback));
        }
        if (parsed.suffix().isPresent()
                && !parsed.suffix().get().target().equals(named.get().target())) {
            findings.add(SamplerFindings.conflict(sampler, type));
        }
        addScheduleFinding(type, named.get());
        return mapped(sampler, parsed.row(), named.get());
    }

    /** A name that is ComfyUI's own, from a tool that uses ComfyUI's own, means exactly that. */
    private Optional<ScheduleRow> schedule(String type) {
        return context.tool().speaksComfy() && ComfyNames.SCHEDULERS.contains(type)
                ? Optional.of(SamplerParser.own(type))
                : ScheduleTable.find(NameKey.of(type));
    }

    private ScheduleRow withoutType(String sampler, Parsed parsed, boolean automatic) {
        if (parsed.suffix().isPresent()) {
            var suffix = parsed.suffix().get();
            addScheduleFinding(sampler, suffix);
            return suffix;
        }
        var row = parsed.row();
        var flow = context.family().filter(family -> family.architecture().isFlow());
        if (flow.isPresent()) {
            return ofFlow(sampler, row, flow.get().defaults().scheduler());
        }
        if (context.tool().speaksComfy()) {
            findings.add(SamplerFindings.assumedSchedule(sampler, row.unnamed()));
        }
        boolean chosenByTool = automatic
                || context.version()
                        .flatMap(WebUiVersion::of)
                        .filter(version -> !version.isBefore(1, 9))
                        .isPresent();
        return SamplerParser.own(chosenByTool && isWebUi() ? row.automatic() : row.unnamed());
    }

    /** What is even over the timesteps of a diffusion is not so for a flow: each family has its own. */
    private ScheduleRow ofFlow(String sampler, SamplerRow row, String scheduler) {
        if (!row.unnamed().equals(scheduler)) {
            findings.add(SamplerFindings.assumedSchedule(sampler, scheduler));
        }
        return SamplerParser.own(scheduler);
    }

    private boolean isWebUi() {
        return switch (context.tool()) {
            case A1111, FORGE, OTHER -> true;
            case CIVITAI, COMFYUI, SWARMUI, FOOOCUS, INVOKEAI, SDNEXT, DRAW_THINGS -> false;
        };
    }

    private Mapped mapped(String written, SamplerRow row, ScheduleRow schedule) {
        var fidelity = fidelity(row);
        var name = variant(row.sampler(), fidelity);
        addFinding(Subject.SAMPLER, written, name, fidelity, row.note());
        var scheduling = schedulings.make(schedule.target());
        findings.addAll(schedulings.findings());
        return new Mapped(
                name,
                node(written, name),
                scheduling,
                modelSampling(row),
                fidelity.orWorse(schedule.fidelity()),
                findings);
    }

    /** Noise of another strength than usual is what a sampler's name cannot say, and some nodes can. */
    private Optional<SamplerNode> node(String written, String name) {
        if (context.noise().areUsual()) {
            return Optional.empty();
        }
        var node = SamplerNode.of(name, context.noise());
        if (node.isEmpty()) {
            findings.add(SamplerFindings.unusualNoise(written, context.noise()));
        }
        return node;
    }

    /** Noise that ComfyUI drew, ComfyUI draws again. */
    private Fidelity fidelity(SamplerRow row) {
        return row.fidelity() == Fidelity.NOISE_DIFFERS && context.tool().speaksComfy()
                ? Fidelity.EXACT
                : row.fidelity();
    }

    /** A1111's LCM brings its own noise levels along; in ComfyUI the model must be told. */
    private Optional<String> modelSampling(SamplerRow row) {
        var flow = context.family()
                .filter(family -> family.architecture().isFlow())
                .isPresent();
        return !flow && !context.tool().speaksComfy() && row.names().contains("LCM")
                ? Optional.of("lcm")
                : Optional.empty();
    }

    /** A1111 draws the noise of SDE samplers on the graphics card unless told otherwise; ComfyUI's plain ones do not. */
    private String variant(String sampler, Fidelity fidelity) {
        if (sampler.equals("uni_pc")
                && context.settings()
                        .uniPcVariant()
                        .filter("bh2"::equalsIgnoreCase)
                        .isPresent()) {
            return "uni_pc_bh2";
        }
        return fidelity == Fidelity.EXACT || context.rng() == SamplerContext.RandomSource.CPU
                ? sampler
                : ComfyNames.onGpu(sampler);
    }

    private void addScheduleFinding(String written, ScheduleRow row) {
        addFinding(Subject.SCHEDULE, written, row.target(), row.fidelity(), row.note());
    }

    private void addFinding(Subject what, String written, String chosen, Fidelity fidelity, String note) {
        SamplerFindings.of(what, written, chosen, fidelity, note).ifPresent(findings::add);
    }
}
