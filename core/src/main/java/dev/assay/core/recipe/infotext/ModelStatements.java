package dev.assay.core.recipe.infotext;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;

/** The models of a recipe in an infotext: by name and short hash, as tags in the prompt, and by Civitai's numbers. */
final class ModelStatements {

    private static final Pattern EXTENSION =
            Pattern.compile("\\.(?:safetensors|sft|ckpt|pth|pt|bin|gguf)$", Pattern.CASE_INSENSITIVE);

    private final List<Ingredient> models;

    ModelStatements(Recipe recipe) {
        this.models = recipe.ingredients();
    }

    /** Statements that name a model each. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        first(Role.CHECKPOINT).or(() -> first(Role.UNET)).ifPresent(model -> put(named, "Model", model));
        first(Role.VAE).ifPresent(vae -> put(named, "VAE", vae));
        first(Role.REFINER)
                .ifPresent(refiner -> named.put(
                        "Refiner",
                        name(refiner)
                                + hash(refiner).map(hash -> " [" + hash + "]").orElse("")));
        return named;
    }

    private static void put(Map<String, String> named, String key, Ingredient model) {
        hash(model).ifPresent(hash -> named.put(key + " hash", hash));
        if (isNamed(model)) {
            named.put(key, name(model));
        }
    }

    /** Statements that list models. */
    Map<String, String> listed() {
        Map<String, String> listed = new LinkedHashMap<>();
        listed.put("Lora hashes", pairs(Role.LORA));
        listed.put("TI hashes", pairs(Role.EMBEDDING));
        listed.put("Hashes", hashes());
        listed.put("Civitai resources", resources());
        return listed;
    }

    private Optional<Ingredient> first(Role role) {
        return models.stream().filter(model -> model.role() == role).findFirst();
    }

    private String pairs(Role role) {
        List<String> pairs = new ArrayList<>();
        for (var model : models) {
            if (model.role() == role && isNamed(model)) {
                hash(model).ifPresent(hash -> pairs.add(name(model).replaceAll("[:,]", "") + ": " + hash));
            }
        }
        return String.join(", ", pairs);
    }

    private String hashes() {
        var json = Json.object();
        var any = false;
        for (var model : models) {
            var key = switch (model.role()) {
                case CHECKPOINT, UNET -> "model";
                case VAE -> "vae";
                case LORA -> "lora:" + name(model);
                case EMBEDDING -> "embed:" + name(model);
                case REFINER,
                        HYPERNETWORK,
                        TEXT_ENCODER,
                        CLIP_VISION,
                        CONTROLNET,
                        UPSCALER,
                        DETECTION,
                        OTHER,
                        UNKNOWN -> "";
            };
            var hash = hash(model).filter(_ -> !key.isEmpty());
            hash.ifPresent(text -> json.put(key, text));
            any |= hash.isPresent();
        }
        return any ? json.build().write() : "";
    }

    /** Civitai's own best way: the number of the version. */
    private String resources() {
        List<Json> rows = new ArrayList<>();
        for (var model : models) {
            version(model).ifPresent(version -> {
                var row = Json.object().put("type", model.role().name().toLowerCase(Locale.ROOT));
                model.strength().ifPresent(weight -> row.put("weight", Json.of(weight)));
                rows.add(row.put("modelVersionId", version).build());
            });
        }
        return rows.isEmpty() ? "" : Json.of(rows).write();
    }

    /** The prompt with a tag for each LoRA whose weight is known and that it does not load already. */
    String tagged(String prompt) {
        var text = new StringBuilder(prompt);
        for (var model : models) {
            if (model.role() == Role.LORA
                    && isNamed(model)
                    && model.strength().isPresent()
                    && !isTagged(prompt, model)) {
                text.append(text.isEmpty() ? "" : " ").append(tag(model));
            }
        }
        return text.toString();
    }

    private static String tag(Ingredient lora) {
        var weight = lora.strength().orElse(BigDecimal.ONE);
        var clip = lora.clipStrength().filter(own -> own.compareTo(weight) != 0);
        return "<lora:" + name(lora) + ":"
                + clip.map(own -> own.toPlainString() + ":").orElse("") + weight.toPlainString() + ">";
    }

    private static boolean isTagged(String prompt, Ingredient lora) {
        return Pattern.compile(
                        "<(?:lora|lyco):(?:[^:<>]*[\\\\/])?" + Pattern.quote(name(lora)) + "(?:\\.[a-z]+)?[:>]",
                        Pattern.CASE_INSENSITIVE)
                .matcher(prompt)
                .find();
    }

    private static boolean isNamed(Ingredient model) {
        return model.clues().stream().anyMatch(clue -> clue instanceof Clue.Named)
                || model.clues().stream().anyMatch(clue -> clue instanceof Clue.Titled);
    }

    /** A file as infotexts name it: without folder and extension. */
    private static String name(Ingredient model) {
        var file = model.clues().stream()
                .flatMap(clue -> clue instanceof Clue.Named(var name)
                        ? Optional.of(name).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElse(model.name());
        var last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return EXTENSION.matcher(last).replaceFirst("");
    }

    /** Ten digits of the whole file's hash, or whatever short one is known. */
    private static Optional<String> hash(Ingredient model) {
        return model.clues().stream()
                .flatMap(clue -> switch (clue) {
                    case Clue.FullHash(var hash) -> Optional.of(hash.autoV2()).stream();
                    case Clue.KeyHash(var hash) -> Optional.of(hash.hex()).stream();
                    case Clue.Version _,
                            Clue.PossibleVersion _,
                            Clue.ByAir _,
                            Clue.Named _,
                            Clue.Titled _,
                            Clue.Asked _ -> Optional.<String>empty().stream();
                })
                .findFirst();
    }

    private static Optional<Long> version(Ingredient model) {
        return model.clues().stream()
                .flatMap(clue -> switch (clue) {
                    case Clue.Version(var id) -> Optional.of(id).stream();
                    case Clue.ByAir(var air) ->
                        air.source().equals("civitai") && air.versionId().isPresent()
                                ? Optional.of(air.versionId().getAsLong()).stream()
                                : Optional.<Long>empty().stream();
                    case Clue.PossibleVersion _,
                            Clue.FullHash _,
                            Clue.KeyHash _,
                            Clue.Named _,
                            Clue.Titled _,
                            Clue.Asked _ -> Optional.<Long>empty().stream();
                })
                .findFirst();
    }
}
