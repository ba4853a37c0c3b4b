package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.family.Family;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;

/** Makes a scheduling of a row's target, bent by settings, with the values ComfyUI's nodes have by default. */
final class Schedulings {

    private static final BigDecimal SIGMA_MAX = new BigDecimal("14.614642");
    private static final BigDecimal SIGMA_MIN = new BigDecimal("0.0291675");
    private static final BigDecimal MAX_SIGMA = new BigDecimal("5000");
    private static final BigDecimal MAX_RHO = new BigDecimal("100");
    private static final BigDecimal MAX_SHAPE = new BigDecimal("50");
    private static final BigDecimal BETA = new BigDecimal("0.6");

    private final ScheduleSettings settings;
    private final Optional<Family> family;
    private final List<Finding> findings = new ArrayList<>();

    Schedulings(ScheduleSettings settings, Optional<Family> family) {
        this.settings = settings;
        this.family = family;
    }

    Scheduling make(String target) {
        return switch (target) {
            case "karras" ->
                settings.bendsKarras() ? sigmas("KarrasScheduler", with(sigmaRange(), "rho", rho("7"))) : named(target);
            case "exponential" ->
                settings.bendsExponential() ? sigmas("ExponentialScheduler", sigmaRange()) : named(target);
            case "beta" -> settings.bendsBeta() ? sigmas("BetaSamplingScheduler", betaShape()) : named(target);
            case "PolyexponentialScheduler" -> sigmas(target, with(sigmaRange(), "rho", rho("1")));
            case "LaplaceScheduler" ->
                sigmas(target, with(with(sigmaRange(), "mu", BigDecimal.ZERO), "beta", new BigDecimal("0.5")));
            case "GITSScheduler" -> sigmas(target, Map.of("coeff", Json.of(new BigDecimal("1.2"))));
            case "AlignYourStepsScheduler" -> alignYourSteps();
            case "SDTurboScheduler", "Flux2Scheduler" -> sigmas(target, Map.of());
            case "LTXVScheduler" -> ltxv();
            default -> unbent(target);
        };
    }

    private Scheduling unbent(String scheduler) {
        if (settings.bendsExponential()) {
            findings.add(Finding.warning(
                    "SCHED_RANGE",
                    Effect.APPROXIMATES,
                    "The noise levels of the schedule " + scheduler
                            + " had other ends than the model's, which no core node can be told"));
        }
        return named(scheduler);
    }

    /** What had to be said while making schedulings. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static Scheduling named(String scheduler) {
        return new Scheduling.Named(scheduler);
    }

    private static Scheduling sigmas(String nodeClass, Map<String, Json> literals) {
        return new Scheduling.SigmasNode(nodeClass, literals);
    }

    private Scheduling alignYourSteps() {
        if (family.isEmpty()) {
            findings.add(Finding.info(
                    "SCHED_ASSUMED",
                    Effect.APPROXIMATES,
                    "Align Your Steps depends on the base model, which is not known; SDXL is assumed"));
        }
        var type = family.map(Family::alignYourStepsType).orElse(Optional.of("SDXL"));
        return type.<Scheduling>map(model -> sigmas("AlignYourStepsScheduler", Map.of("model_type", Json.of(model))))
                .orElseGet(this::withoutAlignYourSteps);
    }

    private Scheduling withoutAlignYourSteps() {
        var own = family.orElseThrow();
        findings.add(Finding.warning(
                "SCHED_SUBST",
                Effect.APPROXIMATES,
                "Align Your Steps knows no steps for " + own.displayName() + "; "
                        + own.defaults().scheduler() + " is used"));
        return make(own.defaults().scheduler());
    }

    /** With the values that ComfyUI's node has by default; the latent's size shifts the levels. */
    private static Scheduling ltxv() {
        Map<String, Json> literals = new LinkedHashMap<>();
        literals.put("max_shift", Json.of(new BigDecimal("2.05")));
        literals.put("base_shift", Json.of(new BigDecimal("0.95")));
        literals.put("stretch", Json.of(true));
        literals.put("terminal", Json.of(new BigDecimal("0.1")));
        return sigmas("LTXVScheduler", literals);
    }

    private Map<String, Json> sigmaRange() {
        Map<String, Json> literals = new LinkedHashMap<>();
        literals.put("sigma_max", Json.of(within("Schedule max sigma", settings.maxSigma(), MAX_SIGMA, SIGMA_MAX)));
        literals.put("sigma_min", Json.of(within("Schedule min sigma", settings.minSigma(), MAX_SIGMA, SIGMA_MIN)));
        return literals;
    }

    private Map<String, Json> betaShape() {
        Map<String, Json> literals = new LinkedHashMap<>();
        literals.put("alpha", Json.of(within("Beta schedule alpha", settings.betaAlpha(), MAX_SHAPE, BETA)));
        literals.put("beta", Json.of(within("Beta schedule beta", settings.betaBeta(), MAX_SHAPE, BETA)));
        return literals;
    }

    private BigDecimal rho(String absent) {
        return within("Schedule rho", settings.rho(), MAX_RHO, new BigDecimal(absent));
    }

    private static Map<String, Json> with(Map<String, Json> literals, String name, BigDecimal value) {
        literals.put(name, Json.of(value));
        return literals;
    }

    private BigDecimal within(String name, Optional<BigDecimal> written, BigDecimal max, BigDecimal absent) {
        var value = written.orElse(absent);
        if (value.signum() >= 0 && value.compareTo(max) <= 0) {
            return value;
        }
        findings.add(Finding.warning(
                "SCHED_RANGE",
                Effect.APPROXIMATES,
                name + " " + value + " is out of what ComfyUI takes; " + absent.toPlainString() + " is used"));
        return absent;
    }
}
