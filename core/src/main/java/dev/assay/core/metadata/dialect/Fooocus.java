package dev.assay.core.metadata.dialect;

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
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.source.Source;

/**
 * Fooocus and its forks: an object of statements, or a list of label, key and value; older ones with shorter keys. Its other
 * scheme is an infotext.
 */
final class Fooocus implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "prompt", Parameter.PROMPT,
            "negative_prompt", Parameter.NEGATIVE_PROMPT,
            "steps", Parameter.STEPS,
            "seed", Parameter.SEED,
            "sampler", Parameter.SAMPLER,
            "scheduler", Parameter.SCHEDULE_TYPE,
            "clip_skip", Parameter.CLIP_SKIP,
            "version", Parameter.VERSION);

    private static final Pattern SIZE = Pattern.compile("\\(?\\s*(\\d{1,6})\\s*[,x×*]\\s*(\\d{1,6})\\s*\\)?");
    private static final Pattern LORA = Pattern.compile("lora_combined_\\d{1,3}");

    /** Presets for which Fooocus adds a LoRA of its own, without saying so. */
    private static final Set<String> HASTY = Set.of("Extreme Speed", "Lightning", "Hyper-SD");

    @Override
    public boolean canRead(Passage passage) {
        var statements = statements(passage.json());
        var tells = statements.containsKey("performance")
                || statements.containsKey("adm_guidance")
                || statements.containsKey("metadata_scheme")
                || statements.containsKey("base_model_hash")
                || (statements.containsKey("cfg") && statements.containsKey("sampler"));
        return statements.containsKey("base_model") && statements.containsKey("prompt") && tells;
    }

    @Override
    public Set<String> along(Passage passage) {
        return Set.of("fooocus_scheme", "MakerNote");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("Fooocus"));
        var statements = statements(passage.json());
        var members = new Members(statements, draft);
        members.values(VALUES).value(Parameter.CFG_SCALE, "guidance_scale", "cfg");
        size(members);
        members.model(Role.CHECKPOINT, "base_model", "base_model_hash")
                .model(Role.REFINER, "refiner_model", "refiner_model_hash")
                .model(Role.VAE, "vae", "vae_hash");
        if (draft.ingredients().stream().anyMatch(one -> one.role() == Role.REFINER)) {
            members.value(Parameter.REFINER_SWITCH_AT, "refiner_switch");
        }
        loras(statements, members);
        remarks(members, draft);
        members.drop("metadata_scheme").rest();
        draft.value(Parameter.PROMPT).ifPresent(prompt -> PromptTags.read(prompt, draft));
        return draft.build();
    }

    private static Map<String, Json> statements(Json json) {
        if (!(json instanceof Json.Arr(var rows))) {
            return json.members();
        }
        Map<String, Json> statements = new LinkedHashMap<>();
        rows.forEach(row -> row.at(1).text().ifPresent(key -> statements.putIfAbsent(key, row.at(2))));
        return statements;
    }

    private static void size(Members members) {
        var size = SIZE.matcher(members.take("resolution").text().orElse(""));
        if (size.matches()) {
            members.stated(Parameter.WIDTH, Json.of(size.group(1)));
            members.stated(Parameter.HEIGHT, Json.of(size.group(2)));
        } else {
            members.value(Parameter.WIDTH, "width").value(Parameter.HEIGHT, "height");
        }
    }

    /** {@code name : weight}; in later versions with {@code True} or {@code False} in front; hashes in a list beside. */
    private static void loras(Map<String, Json> statements, Members members) {
        for (var key : statements.keySet()) {
            if (LORA.matcher(key).matches()) {
                lora(List.of(members.take(key).text().orElse("").split(" : ", -1)), members);
            }
        }
        for (var row : members.take("loras").items()) {
            members.model(Role.LORA, row.at(0), row.at(2), row.at(1).decimal(), Optional.empty());
        }
    }

    private static void lora(List<String> parts, Members members) {
        var on = parts.size() < 3 || parts.getFirst().equals("True");
        if (on && parts.size() >= 2) {
            var weight = Json.of(parts.getLast()).decimal();
            members.model(Role.LORA, Json.of(parts.get(parts.size() - 2)), Json.none(), weight, Optional.empty());
        }
    }

    /** What Fooocus does to a picture that no setting of another program can repeat. */
    private static void remarks(Members members, Draft draft) {
        var styles = members.take("styles").scalar().orElse("[]");
        if (!styles.equals("[]")) {
            draft.find(Finding.warning(
                            "FOOOCUS_STYLES",
                            Effect.LEAVES_OUT,
                            "Fooocus adds its styles to the prompt: " + styles + "; the prompt here is without them.")
                    .advise("What was used, where the file says it, is under full_prompt."));
        }
        if (members.has("sharpness") || members.has("adm_guidance")) {
            draft.find(Finding.info(
                    "FOOOCUS_PATCHES",
                    Effect.APPROXIMATES,
                    "Fooocus sharpens and guides in ways of its own, for which ComfyUI has no node."));
        }
        members.take("performance")
                .text()
                .filter(HASTY::contains)
                .ifPresent(name -> draft.find(Finding.warning(
                        "FOOOCUS_PERFORMANCE",
                        Effect.LEAVES_OUT,
                        "For \"" + name + "\" Fooocus adds a LoRA for fewer steps, which the file need not name.")));
        members.keep("styles", "performance", "full_prompt", "full_negative_prompt");
    }
}
