package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import dev.assay.core.family.Compatibility;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;

import static dev.assay.core.finding.Effect.DOUBT;
import static dev.assay.core.finding.Effect.NONE;
import static dev.assay.core.finding.Severity.INFO;
import static dev.assay.core.finding.Severity.WARNING;

/** Rules about models and whether they go together. */
final class ModelRules {

    private static final BigDecimal MUCH = new BigDecimal("1.5");
    private static final BigDecimal TOO_MUCH = new BigDecimal("2");

    private static final Set<String> RUNS_CODE = Set.of("ckpt", "pt", "pt2", "pth", "bin", "pkl");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "LORA_BASE",
                    WARNING,
                    DOUBT,
                    "Civitai's rules across ecosystems",
                    c -> fits(
                            c,
                            Role.LORA,
                            Compatibility.NO,
                            "does not fit; ComfyUI skips what does not, without an error")),
            new Rule(
                    "LORA_PARTIAL",
                    INFO,
                    NONE,
                    "Civitai's rules across ecosystems",
                    c -> fits(c, Role.LORA, Compatibility.PARTIAL, "loads, but how well it works varies")),
            new Rule(
                    "EMB_BASE",
                    WARNING,
                    DOUBT,
                    "Civitai's rules across ecosystems",
                    c -> fits(
                            c, Role.EMBEDDING, Compatibility.NO, "does not fit; ComfyUI ignores it, without an error")),
            new Rule(
                    "EMB_PARTIAL",
                    INFO,
                    NONE,
                    "Civitai's rules across ecosystems",
                    c -> fits(
                            c, Role.EMBEDDING, Compatibility.PARTIAL, "affects one of the two text encoders at most")),
            new Rule("LORA_WEIGHT", WARNING, NONE, "heuristic", c -> weight(c, (w, _) -> w.compareTo(TOO_MUCH) > 0)),
            new Rule(
                    "LORA_WEIGHT_HIGH",
                    INFO,
                    NONE,
                    "heuristic",
                    c -> weight(c, (w, _) -> w.compareTo(MUCH) > 0 && w.compareTo(TOO_MUCH) <= 0)),
            new Rule(
                    "PICKLE",
                    WARNING,
                    NONE,
                    "loading a pickle can run code",
                    c -> c.models().stream()
                            .filter(model -> RUNS_CODE.contains(extension(model.listingName())))
                            .map(model -> "\"" + model.listingName() + "\" is a pickle")));

    private ModelRules() {}

    private static Stream<String> fits(Case c, Role role, Compatibility wanted, String consequence) {
        return c.models().stream()
                .filter(model -> model.ingredient().role() == role)
                .flatMap(model -> model.file().stream())
                .filter(file -> compatibility(c, role, file) == wanted)
                .map(file -> "\"" + file.modelName() + "\" was trained on " + file.baseModel() + ", the checkpoint is "
                        + c.family().displayName() + ": it " + consequence);
    }

    private static Compatibility compatibility(Case c, Role role, ModelFile file) {
        return role == Role.EMBEDDING
                ? Compatibility.ofEmbedding(file.baseModel(), c.family())
                : Compatibility.of(file.baseModel(), c.family());
    }

    private static Stream<String> weight(Case c, BiPredicate<BigDecimal, Placed> unusual) {
        return c.models().stream()
                .filter(model -> model.ingredient().role() == Role.LORA)
                .flatMap(model -> model.ingredient().strength().stream()
                        .filter(weight -> unusual.test(weight.abs(), model))
                        .map(weight -> "LoRA \"" + model.ingredient().name() + "\" has weight " + weight.toPlainString()
                                + "; typical is up to 1"));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
