package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.family.Architecture;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Range;
import dev.assay.core.family.Sanity;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.finding.Effect.DOUBT;
import static dev.assay.core.finding.Effect.NONE;

/**
 * Rules about CFG, steps and sizes. Which range is typical depends on the family and on distillation, never on the words
 * of a prompt: score tags say nothing about CFG.
 */
final class RangeRules {

    private static final Pattern MADE_FOR = Pattern.compile("(?i)(?<!\\d)(\\d{1,2})[ _-]?steps?(?![a-z])");

    private static final Range GUIDANCE = new Range(BigDecimal.ONE, new BigDecimal("6"));

    private static final Range TOOLS_GUIDANCE = new Range(BigDecimal.ONE, new BigDecimal("50"));

    static final List<Rule> ALL = List.of(
            cfg("CFG_SD1", c -> isPlain(c, "sd1") || isPlain(c, "sd2")),
            cfg("CFG_SDXL", c -> isPlain(c, "sdxl")),
            cfg("PONY_CFG", c -> isPlain(c, "pony")),
            cfg("CFG_ILL", c -> isPlain(c, "illustrious") || isPlain(c, "noobai")),
            cfg("CFG_MODERN", c -> isFlow(c) && isPlain(c, c.family().id())),
            cfg("CFG_VPRED", c -> !c.distilled() && c.prediction() == Prediction.V_PREDICTION),
            cfg("CFG_DISTILLED", Case::distilled),
            new Rule(
                    "GUID_FLUX",
                    "the site's own slider ends at 20, ComfyUI's examples use 2.5 to 6",
                    RangeRules::guidance),
            new Rule("STEPS_LOW", "heuristic", c -> steps(c, (value, usual) -> value.compareTo(usual.from()) < 0)),
            new Rule("STEPS_HIGH", "heuristic", c -> steps(c, (value, usual) -> value.compareTo(usual.to()) > 0)),
            new Rule("STEPS_DISTILLED", "cards of distilled models", RangeRules::distilledSteps),
            new Rule("API_MODEL", "what the site writes for engines behind an interface", RangeRules::noSteps),
            area("RES_AREA_SD1", c -> c.family().architecture() == Architecture.SD1),
            area("RES_AREA_SDXL", c -> c.family().architecture() == Architecture.SDXL),
            area("RES_AREA", RangeRules::isFlow));

    private RangeRules() {}

    private static boolean isPlain(Case c, String family) {
        return !c.distilled()
                && c.prediction() == Prediction.EPSILON
                && c.family().id().equals(family);
    }

    private static boolean isFlow(Case c) {
        return c.family().architecture().isFlow();
    }

    /** Its CFG scale is none: GuidanceSettling takes it for the guidance. */
    private static boolean isGuided(Case c) {
        return c.family().form().isGuided();
    }

    private static Stream<Remark> guidance(Case c) {
        var stated = c.recipe()
                .decimal(Parameter.DISTILLED_CFG_SCALE)
                .or(() -> c.recipe().decimal(Parameter.CFG_SCALE));
        return stated
                .filter(_ -> isGuided(c))
                .filter(value -> !guidance(c.family()).contains(value))
                .stream()
                .map(value -> Remark.info(
                        NONE,
                        "guidance " + value.toPlainString() + " is outside what is typical for "
                                + c.family().displayName() + ", " + guidance(c.family())));
    }

    /** Of Flux.1's tools, which were made for much more, ComfyUI's examples use 10 to 30. */
    private static Range guidance(Family family) {
        return switch (family.form().opening()) {
            case PAINTED, FOLLOWED -> TOOLS_GUIDANCE;
            case NOISE,
                    REFERENCE,
                    READ,
                    READ_SEVERAL,
                    FIRST_FRAME,
                    SEEN_FIRST_FRAME,
                    TOLD_FIRST_FRAME,
                    OPTIONAL_FRAME -> GUIDANCE;
        };
    }

    private static Sanity sanity(Case c) {
        return c.family().sanity(c.distillation(), c.prediction());
    }

    private static Rule cfg(String id, Predicate<Case> applies) {
        return new Rule(
                id,
                "heuristic",
                c -> c.recipe().decimal(Parameter.CFG_SCALE).filter(_ -> applies.test(c) && !isGuided(c)).stream()
                        .flatMap(value -> graded(
                                c, "CFG", value, sanity(c).usualCfg(), sanity(c).saneCfg())));
    }

    private interface Side {
        boolean isBeyond(BigDecimal value, Range usual);
    }

    private static Stream<Remark> steps(Case c, Side side) {
        return c
                .recipe()
                .decimal(Parameter.STEPS)
                .filter(value -> !c.distilled()
                        && value.signum() > 0
                        && side.isBeyond(value, sanity(c).usualSteps()))
                .stream()
                .flatMap(value -> graded(
                        c, "Steps", value, sanity(c).usualSteps(), sanity(c).saneSteps()));
    }

    private static Stream<Remark> distilledSteps(Case c) {
        var steps = c.recipe().decimal(Parameter.STEPS).filter(value -> c.distilled() && value.signum() > 0).stream()
                .toList();
        var range = steps.stream()
                .flatMap(value -> graded(
                        c, "Steps", value, sanity(c).usualSteps(), sanity(c).saneSteps()));
        var named = steps.stream()
                .flatMap(value -> madeFor(c)
                        .filter(made -> value.compareTo(BigDecimal.valueOf(made)) != 0)
                        .distinct()
                        .map(made -> Remark.info(
                                NONE,
                                value.toPlainString() + " steps are run of a model whose name says that it is made for "
                                        + made)));
        return Stream.concat(range, named);
    }

    private static Stream<Integer> madeFor(Case c) {
        return Stream.of(Role.CHECKPOINT, Role.LORA)
                .flatMap(c::models)
                .flatMap(model -> model.file().stream())
                .flatMap(file -> Stream.of(file.versionName(), file.name()))
                .flatMap(name -> MADE_FOR.matcher(name).results())
                .map(match -> Integer.valueOf(match.group(1)));
    }

    private static Stream<Remark> noSteps(Case c) {
        return c
                .recipe()
                .decimal(Parameter.STEPS)
                .filter(value -> value.signum() == 0)
                .map(_ -> Remark.error(
                        DOUBT,
                        "0 steps are stated, as where an engine behind an interface made the image and not the models"
                                + " that are named"))
                .stream();
    }

    /** Outside what is sane is a warning, outside what is usual a note. */
    private static Stream<Remark> graded(Case c, String what, BigDecimal value, Range usual, Range sane) {
        if (!sane.contains(value)) {
            return Stream.of(Remark.warning(NONE, message(c, what, value, sane)));
        }
        return Remark.info(NONE, message(c, what, value, usual)).when(!usual.contains(value));
    }

    private static String message(Case c, String what, BigDecimal value, Range range) {
        var kind = c.distilled()
                ? "a distilled model (" + c.distillation().name().toLowerCase(Locale.ROOT) + ")"
                : c.family().displayName();
        return what + " " + value.toPlainString() + " is outside what is typical for " + kind + ", " + range + "; "
                + sanity(c).basis();
    }

    private static Rule area(String id, Predicate<Case> applies) {
        return new Rule(
                id,
                "sizes the base models were trained on",
                c -> c.megapixels().filter(_ -> applies.test(c)).stream().flatMap(area -> area(c, area)));
    }

    private static Stream<Remark> area(Case c, BigDecimal area) {
        var latent = c.family().latent();
        var small = area.doubleValue() < latent.minMegapixels();
        var large = area.doubleValue() > latent.maxMegapixels() && !c.hires();
        return Remark.warning(
                        NONE,
                        "the first pass has " + area.setScale(2, RoundingMode.HALF_UP) + " megapixels; typical for "
                                + c.family().displayName() + " is " + latent.minMegapixels() + " to "
                                + latent.maxMegapixels())
                .when(small || large);
    }
}
