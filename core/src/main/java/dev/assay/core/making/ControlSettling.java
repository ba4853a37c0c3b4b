package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.ControlUnit;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.recipe.Recipe;

/** Settles which pictures steered the sampling, as the ControlNet extension states its units. */
public final class ControlSettling {

    private static final Pattern UNIT = Pattern.compile("(?i)ControlNet(?:[ -](\\d{1,2}))?");
    private static final BigDecimal MOST = BigDecimal.TEN;

    private final List<Finding> findings;

    ControlSettling(List<Finding> findings) {
        this.findings = findings;
    }

    /** The units that a recipe states, by their numbers. */
    public static Map<Integer, ControlUnit> units(Recipe recipe) {
        Map<Integer, ControlUnit> units = new TreeMap<>();
        recipe.extras().forEach((key, stated) -> {
            var unit = UNIT.matcher(key);
            if (unit.matches()) {
                var number = Optional.ofNullable(unit.group(1))
                        .map(Integer::parseInt)
                        .orElse(0);
                units.putIfAbsent(number, ControlUnit.of(json(stated.value())));
            }
        });
        units.values()
                .removeIf(unit -> unit.model().isEmpty() && unit.preprocessor().isEmpty());
        return units;
    }

    /** Whether a unit tells how that ControlNet steered, whose file nobody knows. */
    public static boolean isUsed(Recipe recipe, Ingredient ingredient) {
        return isUsed(recipe, new Placed(ingredient, Optional.empty(), "", "", Optional.empty()));
    }

    /** Whether a unit tells how that ControlNet steered, whose file is this. */
    public static boolean isUsed(Recipe recipe, Ingredient ingredient, ModelFile file) {
        return isUsed(recipe, new Placed(ingredient, Optional.of(file), file.name(), "", Optional.empty()));
    }

    /** Whether a unit runs it as an IP-Adapter; what becomes of that, the drawing tells ({@code IP_ADAPTER}). */
    public static boolean isAdapter(Recipe recipe, Ingredient ingredient) {
        return isOf(
                recipe, ControlUnit::isIpAdapter, new Placed(ingredient, Optional.empty(), "", "", Optional.empty()));
    }

    private static boolean isUsed(Recipe recipe, Placed placed) {
        return isOf(recipe, unit -> !unit.isAdapter(), placed);
    }

    private static boolean isOf(Recipe recipe, Predicate<ControlUnit> kind, Placed placed) {
        return placed.ingredient().role() == Role.CONTROLNET
                && units(recipe).values().stream()
                        .filter(kind)
                        .flatMap(unit -> unit.model().stream())
                        .anyMatch(placed::goesBy);
    }

    private static Json json(String written) {
        return written.startsWith("{")
                ? LenientJson.parse(written).orElseGet(() -> Json.of(written))
                : Json.of(written);
    }

    List<Settled.Control> controls(Recipe recipe) {
        var controls = new ArrayList<Settled.Control>();
        units(recipe).forEach((number, unit) -> {
            if (unit.isAdapter() && !unit.isIpAdapter()) {
                findings.add(adapter(number, unit));
            } else {
                controls.add(control(number, unit));
            }
        });
        return controls;
    }

    private Settled.Control control(int number, ControlUnit unit) {
        unit.imbalance().map(mode -> imbalance(number, mode)).ifPresent(findings::add);
        return new Settled.Control(
                number,
                unit.model().orElse(""),
                unit.preprocessor(),
                unit.low(),
                unit.high(),
                weight(number, unit),
                share(number, unit.start(), "from which step on", BigDecimal.ZERO),
                share(number, unit.end(), "up to which step", BigDecimal.ONE),
                unit.isIpAdapter());
    }

    private BigDecimal weight(int number, ControlUnit unit) {
        var stated = unit.weight().filter(weight -> weight.signum() >= 0 && weight.compareTo(MOST) <= 0);
        if (stated.isEmpty()) {
            findings.add(Assumptions.instead(
                    "CN_WEIGHT",
                    unit.weight().map(BigDecimal::toPlainString),
                    "The weight of ControlNet " + number,
                    "No weight is stated for ControlNet " + number,
                    "1 is assumed (its default)."));
        }
        return stated.orElse(BigDecimal.ONE);
    }

    /** The extension always states both; what lies outside of the steps is none. */
    private BigDecimal share(int number, Optional<BigDecimal> stated, String what, BigDecimal usual) {
        var share = stated.filter(one -> one.signum() >= 0 && one.compareTo(BigDecimal.ONE) <= 0);
        if (share.isEmpty()) {
            findings.add(Assumptions.assumed(
                    "CN_SPAN",
                    "Nothing sensible is stated of " + what + " ControlNet " + number + " steered"
                            + stated.map(one -> " (" + one.toPlainString() + ")")
                                    .orElse("") + "; the share "
                            + usual.toPlainString() + " is assumed (its default)."));
        }
        return share.orElse(usual);
    }

    private static Finding adapter(int number, ControlUnit unit) {
        var name = unit.model().or(unit::preprocessor).orElse("");
        return Finding.error(
                        "IP_ADAPTER",
                        Effect.LEAVES_OUT,
                        "ControlNet unit " + number + " was an adapter, \"" + name
                                + "\", that took over something of a picture; ComfyUI has no nodes of its own for it, and it"
                                + " is left out.")
                .advise("Packs such as ComfyUI_IPAdapter_plus and ComfyUI_InstantID have such nodes.");
    }

    private static Finding imbalance(int number, String mode) {
        return Finding.warning(
                "CN_MODE",
                Effect.APPROXIMATES,
                "ControlNet " + number + " ran in the mode \"" + mode
                        + "\", which core nodes do not have; prompt and control count alike in the workflow.");
    }
}
