package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Defaults;
import dev.assay.core.family.Family;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * Tells CFG and guidance apart. A model that was distilled to be told its guidance is run at CFG 1; whoever writes
 * metadata of it calls that number CFG scale as often as not.
 */
final class GuidanceSettling {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Recipe recipe;
    private final Family family;
    private final Defaults defaults;
    private final Tool tool;
    private final List<Finding> findings;

    GuidanceSettling(Recipe recipe, Family family, Defaults defaults, Tool tool, List<Finding> findings) {
        this.recipe = recipe;
        this.family = family;
        this.defaults = defaults;
        this.tool = tool;
        this.findings = findings;
    }

    /**
     * Both numbers.
     *
     * @param guidance empty where the model cannot be told any
     */
    record Scales(BigDecimal cfg, Optional<BigDecimal> guidance) {}

    Scales settle() {
        return family.form()
                .guidance()
                .map(this::guided)
                .orElseGet(() -> new Scales(stated(Parameter.CFG_SCALE).orElseGet(this::assumedCfg), Optional.empty()));
    }

    private Scales guided(BigDecimal assumed) {
        var cfg = stated(Parameter.CFG_SCALE);
        recipe.text(Parameter.CFG_SCALE)
                .filter(_ -> cfg.isEmpty())
                .ifPresent(
                        value -> findings.add(Assumptions.unfit("CFG_MISSING", value, "The CFG scale", "1 is used.")));
        var guidance = stated(Parameter.DISTILLED_CFG_SCALE);
        if (guidance.isPresent()) {
            return new Scales(cfg.orElse(BigDecimal.ONE), guidance);
        }
        var meant = cfg.filter(scale -> !tool.speaksComfy() && scale.compareTo(BigDecimal.ONE) > 0);
        if (meant.isPresent()) {
            findings.add(taken(meant.get()));
            recipe.text(Parameter.DISTILLED_CFG_SCALE)
                    .ifPresent(value -> findings.add(Assumptions.unfit(
                            "GUIDANCE_MISSING",
                            value,
                            "The guidance",
                            meant.get().toPlainString() + ", the CFG scale, is used.")));
            return new Scales(BigDecimal.ONE, meant);
        }
        findings.add(Assumptions.instead(
                "GUIDANCE_MISSING",
                recipe.text(Parameter.DISTILLED_CFG_SCALE),
                "The guidance",
                "No guidance is stated for " + family.displayName(),
                assumed.toPlainString() + " is assumed (" + defaults.basis() + ")."));
        return new Scales(cfg.orElse(BigDecimal.ONE), Optional.of(assumed));
    }

    private Finding taken(BigDecimal scale) {
        return Finding.warning(
                "CFG_FLUX",
                Effect.APPROXIMATES,
                "The CFG scale " + scale.toPlainString() + " is taken for the guidance: " + family.displayName()
                        + " is told its guidance and run at CFG 1.");
    }

    private BigDecimal assumedCfg() {
        findings.add(Assumptions.instead(
                "CFG_MISSING",
                recipe.text(Parameter.CFG_SCALE),
                "The CFG scale",
                "No CFG scale is stated",
                defaults.cfg() + " is assumed (" + defaults.basis() + ")."));
        return defaults.cfg();
    }

    private Optional<BigDecimal> stated(Parameter parameter) {
        return recipe.decimal(parameter).filter(scale -> scale.signum() >= 0 && scale.compareTo(MOST) <= 0);
    }
}
