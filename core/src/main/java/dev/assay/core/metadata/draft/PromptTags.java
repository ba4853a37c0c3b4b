package dev.assay.core.metadata.draft;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;

/**
 * The tags by which a prompt loads LoRAs: {@code <lora:name:te:unet>}. Positional arguments are name, text-encoder weight
 * (1 where it is not given) and model weight (the same as the first where it is not given), named ones {@code te=},
 * {@code unet=} and {@code dyn=}. The tags stay in the prompt.
 */
public final class PromptTags {

    private static final Pattern TAG = Pattern.compile(
            "<(lora|lyco|hypernet):([^:<>\\n]{1,200})((?::[^:<>\\n]{0,100}){0,8})>", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMBEDDING = Pattern.compile("(?<![\\w-])embedding:([^\\s,()\\[\\]:<>]{1,200})");

    private PromptTags() {}

    /** Mentions each LoRA once; the last tag of a name counts. */
    public static void read(String prompt, Draft draft) {
        Map<String, Ingredient> tags = new LinkedHashMap<>();
        // Most prompts have neither tags nor embeddings, and looking for a letter is much quicker.
        var tag = TAG.matcher(prompt.indexOf('<') < 0 ? "" : prompt);
        while (tag.find()) {
            var role = tag.group(1).toLowerCase(Locale.ROOT).equals("hypernet") ? Role.HYPERNETWORK : Role.LORA;
            var one = ingredient(role, tag.group(2).strip(), tag.group(3), draft);
            var earlier = tags.put(role + Identity.baseName(one.name()), one);
            if (earlier != null && !earlier.strength().equals(one.strength())) {
                draft.find(Finding.warning(
                        "LORA_TAGS_DIFFER",
                        Effect.DOUBT,
                        "The prompt loads \"" + one.name()
                                + "\" more than once with different weights; the last one counts."));
            }
        }
        tags.values().forEach(draft::mention);
        embeddings(prompt, draft);
    }

    /** In a negative prompt, a tag loads nothing. */
    public static void idle(String negative, Draft draft) {
        if (TAG.matcher(negative).find()) {
            draft.find(
                    Finding.info("LORA_TAG_IN_NEGATIVE", "The negative prompt holds a LoRA tag, which loads nothing."));
        }
        embeddings(negative, draft);
    }

    /** ComfyUI's way of naming an embedding, which other tools have taken up. */
    public static void embeddings(String prompt, Draft draft) {
        if (!prompt.contains("embedding:")) {
            return;
        }
        var token = EMBEDDING.matcher(prompt);
        while (token.find()) {
            var name = token.group(1);
            draft.mention(Ingredient.of(Role.EMBEDDING, name, draft.source(), new Clue.Named(name)));
        }
    }

    private static Ingredient ingredient(Role role, String name, String arguments, Draft draft) {
        Map<String, String> weights = new LinkedHashMap<>();
        var position = 0;
        for (var argument : arguments.split(":", -1)) {
            var parts = argument.strip().split("=", 2);
            if (parts.length == 2) {
                weights.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
            } else if (!parts[0].isEmpty()) {
                weights.put(position++ == 0 ? "te" : position == 2 ? "unet" : "dyn", parts[0]);
            }
        }
        unsupported(name, weights, draft);
        var clip = weight(name, weights.getOrDefault("te", "1"), draft);
        var model = weights.containsKey("unet") ? weight(name, weights.get("unet"), draft) : clip;
        var apart = weights.containsKey("unet") || (weights.containsKey("te") && !model.equals(clip));
        return Ingredient.of(role, name, draft.source(), new Clue.Named(name))
                .withStrength(model, apart ? clip : Optional.empty());
    }

    private static Optional<BigDecimal> weight(String name, String text, Draft draft) {
        var weight = Json.of(text).decimal();
        if (weight.isEmpty()) {
            draft.find(Finding.warning(
                    "VALUE_UNREADABLE",
                    Effect.DOUBT,
                    "\"" + Values.excerpt(text) + "\" is no weight for the LoRA \"" + name + "\"."));
        }
        return weight;
    }

    /** Block weights, start and stop belong to extensions; {@code dyn} has no counterpart in ComfyUI. */
    private static void unsupported(String name, Map<String, String> weights, Draft draft) {
        var others = weights.keySet().stream()
                .filter(key -> !key.equals("te") && !key.equals("unet"))
                .toList();
        if (!others.isEmpty()) {
            draft.find(Finding.warning(
                    "LORA_OPTION_UNSUPPORTED",
                    Effect.LEAVES_OUT,
                    "The tag of the LoRA \"" + name + "\" has options that cannot be carried over: "
                            + String.join(", ", others) + "."));
        }
    }
}
