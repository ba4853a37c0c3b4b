package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;

import static dev.assay.core.finding.Effect.DOUBT;
import static dev.assay.core.finding.Effect.NONE;

/** Rules about models by themselves. */
final class ModelRules {

    private static final BigDecimal HIGH = new BigDecimal("1.5");
    private static final BigDecimal VERY_HIGH = new BigDecimal("2");

    private static final Set<String> RUNS_CODE = Set.of("ckpt", "pt", "pt2", "pth", "bin", "pkl");

    static final List<Rule> ALL = Stream.concat(
                    FitRules.ALL.stream(),
                    Stream.of(
                            new Rule(
                                    "LORA_WEIGHT",
                                    "heuristic",
                                    c -> c.models(Role.LORA).flatMap(ModelRules::weight)),
                            new Rule("DUP_LORA", "metadata writers repeat tags", ModelRules::twice),
                            new Rule(
                                    "HYPERNET_BASE",
                                    "hypernetworks are made for Stable Diffusion 1",
                                    ModelRules::hypernetworks),
                            new Rule("PICKLE", "loading a pickle can run code", ModelRules::pickles)))
            .toList();

    private ModelRules() {}

    private static Stream<Remark> weight(Placed lora) {
        return lora.ingredient().strength().filter(weight -> weight.abs().compareTo(HIGH) > 0).stream()
                .map(weight -> weight(lora, weight));
    }

    private static Remark weight(Placed lora, BigDecimal weight) {
        var message = "LoRA \"" + lora.ingredient().name() + "\" has weight " + weight.toPlainString()
                + "; typical is up to 1";
        return weight.abs().compareTo(VERY_HIGH) > 0 ? Remark.warning(NONE, message) : Remark.info(NONE, message);
    }

    private static Stream<Remark> twice(Case c) {
        var seen = new HashSet<String>();
        return c.models(Role.LORA)
                .filter(lora -> !seen.add(lora.listingName()))
                .map(lora -> Remark.warning(
                        DOUBT, "LoRA \"" + lora.listingName() + "\" is loaded twice; its weights add up"));
    }

    private static Stream<Remark> hypernetworks(Case c) {
        return c.models(Role.HYPERNETWORK)
                .filter(_ -> !c.family().supportsHypernetworks())
                .map(model -> Remark.warning(
                        DOUBT,
                        "the hypernetwork \"" + model.listingName() + "\" does not fit "
                                + c.family().displayName()));
    }

    private static Stream<Remark> pickles(Case c) {
        return c.models().stream()
                .map(Placed::listingName)
                .filter(name -> RUNS_CODE.contains(extension(name)))
                .map(name -> Remark.warning(NONE, "\"" + name + "\" is a pickle"));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
