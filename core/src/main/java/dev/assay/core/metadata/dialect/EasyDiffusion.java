package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/**
 * Easy Diffusion: a text for each statement in a PNG, one object elsewhere, with keys of a program or in words for people
 * ({@code save_utils.py}). Lists are Python's, where they became text.
 */
final class EasyDiffusion implements Dialect {

    /** Its keys in words for people, with those of the program. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Prompt", "prompt"),
            Map.entry("Negative Prompt", "negative_prompt"),
            Map.entry("Seed", "seed"),
            Map.entry("Stable Diffusion model", "use_stable_diffusion_model"),
            Map.entry("Clip Skip", "clip_skip"),
            Map.entry("ControlNet model", "use_controlnet_model"),
            Map.entry("ControlNet Filter", "control_filter_to_apply"),
            Map.entry("VAE model", "use_vae_model"),
            Map.entry("Sampler", "sampler_name"),
            Map.entry("Width", "width"),
            Map.entry("Height", "height"),
            Map.entry("Steps", "num_inference_steps"),
            Map.entry("Guidance Scale", "guidance_scale"),
            Map.entry("Prompt Strength", "prompt_strength"),
            Map.entry("LoRA model", "use_lora_model"),
            Map.entry("LoRA Strength", "lora_alpha"),
            Map.entry("Hypernetwork model", "use_hypernetwork_model"),
            Map.entry("Hypernetwork Strength", "hypernetwork_strength"),
            Map.entry("Embedding models", "use_embeddings_model"),
            Map.entry("Seamless Tiling", "tiling"),
            Map.entry("Use Face Correction", "use_face_correction"),
            Map.entry("Use Upscaling", "use_upscale"),
            Map.entry("Upscale By", "upscale_amount"),
            Map.entry("Latent Upscaler Steps", "latent_upscaler_steps"));

    private static final Map<String, Parameter> VALUES = Map.of(
            "prompt", Parameter.PROMPT,
            "negative_prompt", Parameter.NEGATIVE_PROMPT,
            "seed", Parameter.SEED,
            "sampler_name", Parameter.SAMPLER,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT,
            "num_inference_steps", Parameter.STEPS,
            "guidance_scale", Parameter.CFG_SCALE);

    private static final Pattern LISTED =
            Pattern.compile("'((?:[^'\\\\]|\\\\.){0,500})'|\"([^\"]{0,500})\"|([^,\\[\\]'\"\\s][^,\\[\\]]{0,500})");

    /** What ends with a file name rather than a prompt is taken for no other tool's. */
    @Override
    public boolean canRead(Passage passage) {
        var isFirst = passage.key().equals("prompt") || passage.key().equals("Prompt");
        var statements =
                isFirst ? passage.beside().keySet() : passage.json().members().keySet();
        return statements.contains("use_stable_diffusion_model")
                || (statements.contains("Stable Diffusion model") && statements.contains("Guidance Scale"));
    }

    @Override
    public Set<String> along(Passage passage) {
        var keys = new HashSet<>(WORDS.keySet());
        keys.addAll(WORDS.values());
        return keys;
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("Easy Diffusion"));
        var members = new Members(statements(passage), draft);
        members.values(VALUES)
                .model(Role.CHECKPOINT, "use_stable_diffusion_model", "")
                .model(Role.VAE, "use_vae_model", "");
        weighted(members, Role.LORA, "use_lora_model", "lora_alpha");
        weighted(members, Role.HYPERNETWORK, "use_hypernetwork_model", "hypernetwork_strength");
        list(members.take("use_embeddings_model"))
                .forEach(name ->
                        members.model(Role.EMBEDDING, Json.of(name), Json.none(), Optional.empty(), Optional.empty()));
        clipSkip(members.take("clip_skip"), draft);
        if (members.has("prompt_strength")) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
            members.value(Parameter.DENOISING_STRENGTH, "prompt_strength");
        }
        further(members, draft);
        members.rest();
        return draft.build();
    }

    private static Map<String, Json> statements(Passage passage) {
        Map<String, Json> statements = new LinkedHashMap<>();
        if (passage.json().members().isEmpty()) {
            passage.beside().forEach((key, text) -> {
                if (WORDS.containsKey(key) || WORDS.containsValue(key)) {
                    statements.put(WORDS.getOrDefault(key, key), said(text));
                }
            });
        } else {
            passage.json().members().forEach((key, value) -> statements.put(WORDS.getOrDefault(key, key), value));
        }
        return statements;
    }

    private static Json said(String text) {
        return text.equals("None") ? Json.none() : Json.of(text);
    }

    private static void weighted(Members members, Role role, String key, String weightKey) {
        var names = list(members.take(key));
        var weights = list(members.take(weightKey));
        for (int i = 0; i < names.size(); i++) {
            var weight = i < weights.size() ? Json.of(weights.get(i)) : Json.none();
            members.model(role, Json.of(names.get(i)), Json.none(), weight.decimal(), Optional.empty());
        }
    }

    private static List<String> list(Json stated) {
        if (stated instanceof Json.Arr(var items)) {
            return items.stream().flatMap(item -> item.scalar().stream()).toList();
        }
        List<String> list = new ArrayList<>();
        var listed = LISTED.matcher(stated.scalar().orElse(""));
        while (listed.find()) {
            for (int group = 1; group <= 3; group++) {
                if (listed.group(group) != null) {
                    list.add(listed.group(group).strip());
                }
            }
        }
        return list;
    }

    /** Yes or no: whether the last layer is left out. */
    private static void clipSkip(Json stated, Draft draft) {
        if (stated.scalar().filter("true"::equalsIgnoreCase).isPresent()) {
            draft.state(Parameter.CLIP_SKIP, Optional.of("2"));
        }
    }

    private static void further(Members members, Draft draft) {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("use_face_correction", "faces were restored");
        ways.put("use_upscale", "the picture was made larger afterwards");
        ways.put("use_controlnet_model", "it was guided by a picture, which is not in the file");
        ways.forEach((key, words) -> {
            var stated = members.take(key);
            if (stated.scalar()
                    .filter(text -> !text.isBlank() && !text.equals("None"))
                    .isPresent()) {
                draft.find(Finding.warning(
                        "EASY_DIFFUSION_EXTRA", Effect.LEAVES_OUT, "By Easy Diffusion, " + words + "."));
                draft.extra(key, stated);
            }
        });
    }
}
