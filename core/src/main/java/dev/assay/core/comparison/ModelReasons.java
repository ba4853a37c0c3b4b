package dev.assay.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.recipe.Recipe;

/**
 * Whether both were made of the same models, by their names: a graph knows no hashes. Another name may be the same file, and
 * that is said with it.
 */
final class ModelReasons {

    private static final Set<Role> BASE = Set.of(Role.CHECKPOINT, Role.UNET);

    private ModelReasons() {}

    static Stream<Finding> of(Pair pair) {
        var original = pair.original().recipe();
        var result = pair.result().recipe();
        if (original.isEmpty() || result.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(base(original, result), networks(original, result));
    }

    private static Stream<Finding> base(Recipe original, Recipe result) {
        var one = names(original, BASE).keySet();
        var other = names(result, BASE).keySet();
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains)
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "DIFFERS_MODEL",
                        Effect.DOUBT,
                        "The model is called " + list(one) + " in the original and " + list(other)
                                + " in the result; it may be another one, or the same under another name."));
    }

    private static Stream<Finding> networks(Recipe original, Recipe result) {
        var one = names(original, Set.of(Role.LORA));
        var other = names(result, Set.of(Role.LORA));
        List<Finding> findings = new ArrayList<>();
        difference("DIFFERS_LORAS", "only in the original", one, other).ifPresent(findings::add);
        difference("DIFFERS_LORAS", "only in the result", other, one).ifPresent(findings::add);
        one.forEach((name, lora) -> Optional.ofNullable(other.get(name))
                .flatMap(twin -> strengths(name, lora, twin))
                .ifPresent(findings::add));
        return findings.stream();
    }

    private static Optional<Finding> difference(
            String code, String where, Map<String, Ingredient> these, Map<String, Ingredient> those) {
        var lacking =
                these.keySet().stream().filter(name -> !those.containsKey(name)).collect(Collectors.toSet());
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        code,
                        Effect.DOUBT,
                        "LoRA(s) of these names are " + where + ": " + list(lacking)
                                + "; the other may have them under other names."));
    }

    private static Optional<Finding> strengths(String name, Ingredient one, Ingredient other) {
        return one.strength()
                .filter(weight -> other.strength()
                        .filter(twin -> twin.compareTo(weight) != 0)
                        .isPresent())
                .map(weight -> Reasons.differs(
                        "LORA_STRENGTH",
                        "The strength of the LoRA \"" + name + "\"",
                        weight.toPlainString(),
                        other.strength().orElse(weight).toPlainString()));
    }

    /** By name without folder and extension, in lower case. */
    private static Map<String, Ingredient> names(Recipe recipe, Set<Role> roles) {
        Map<String, Ingredient> names = new TreeMap<>();
        recipe.ingredients().stream()
                .filter(one -> roles.contains(one.role()))
                .forEach(one -> names.putIfAbsent(stem(one.name()), one));
        return names;
    }

    private static String stem(String name) {
        var slashed = name.replace('\\', '/');
        return slashed.substring(slashed.lastIndexOf('/') + 1)
                .replaceFirst("(?i)\\.(safetensors|sft|ckpt|pt|pth|bin|gguf)$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String list(Set<String> names) {
        return names.stream()
                .sorted()
                .limit(5)
                .map(name -> "\"" + Reasons.brief(name) + "\"")
                .collect(Collectors.joining(", "));
    }
}
