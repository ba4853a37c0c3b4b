package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Defaults;
import dev.assay.core.family.Family;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.sampler.NoiseSettings;
import dev.assay.core.sampler.SamplerChoice;
import dev.assay.core.sampler.SamplerChoice.Mapped;
import dev.assay.core.sampler.SamplerContext;
import dev.assay.core.sampler.Samplers;
import dev.assay.core.sampler.ScheduleSettings;
import dev.assay.core.sampler.Scheduling;

/** Settles the sampler of each pass. An unknown one is never replaced in silence. */
final class SamplerSettling {

    private final Recipe recipe;
    private final Defaults defaults;
    private final SamplerContext context;
    private final List<Finding> findings;

    SamplerSettling(Recipe recipe, Family family, Defaults defaults, Tool tool, List<Finding> findings) {
        this.recipe = recipe;
        this.defaults = defaults;
        this.findings = findings;
        this.context = new SamplerContext(
                tool,
                recipe.text(Parameter.VERSION),
                SamplerContext.RandomSource.of(recipe.text(Parameter.RNG)),
                new ScheduleSettings(
                        number("Schedule rho"),
                        number("Schedule min sigma"),
                        number("Schedule max sigma"),
                        number("Beta schedule alpha"),
                        number("Beta schedule beta"),
                        recipe.extra("UniPC variant")),
                new NoiseSettings(recipe.decimal(Parameter.ETA), number("Eta DDIM"), number("Sigma noise")),
                Optional.of(family));
    }

    private Optional<BigDecimal> number(String key) {
        return recipe.extra(key).flatMap(value -> Json.of(value).decimal());
    }

    Mapped first() {
        return settle(recipe.text(Parameter.SAMPLER).orElse(""), recipe.text(Parameter.SCHEDULE_TYPE));
    }

    /** The second pass's own, where it has one. */
    Optional<Mapped> hires() {
        var sampler = recipe.text(Parameter.HIRES_SAMPLER).filter(name -> !name.startsWith("Use same"));
        var schedule = recipe.text(Parameter.HIRES_SCHEDULE_TYPE).filter(name -> !name.startsWith("Use same"));
        if (sampler.isEmpty() && schedule.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(settle(
                sampler.or(() -> recipe.text(Parameter.SAMPLER)).orElse(""),
                schedule.or(() -> recipe.text(Parameter.SCHEDULE_TYPE))));
    }

    private Mapped settle(String sampler, Optional<String> schedule) {
        return switch (Samplers.choose(sampler, schedule, context)) {
            case Mapped mapped -> reported(mapped);
            case SamplerChoice.UnknownSchedule(var _, var assumed) -> reported(assumed);
            case SamplerChoice.UnknownSampler(var written) -> reported(Samplers.fallback(written, defaults));
            case SamplerChoice.Unspecified(var scheduling, var said) -> {
                said.forEach(findings::add);
                yield unspecified(sampler, scheduling);
            }
        };
    }

    private Mapped unspecified(String sampler, Optional<Scheduling> scheduling) {
        var assumed = Samplers.fallback(sampler, defaults);
        return reported(new Mapped(
                assumed.samplerName(),
                assumed.node(),
                scheduling.orElse(assumed.scheduling()),
                assumed.modelSampling(),
                assumed.fidelity(),
                assumed.findings()));
    }

    private Mapped reported(Mapped mapped) {
        mapped.findings().stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
        return mapped;
    }
}
