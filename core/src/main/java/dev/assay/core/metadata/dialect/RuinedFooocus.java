package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.source.Source;

/** RuinedFooocus: an object that says so itself; its LoRAs are a text in one version and a list in another. */
final class RuinedFooocus implements Dialect {

    private static final Pattern LORA = Pattern.compile("<([^:<>]{1,200}):(-?[\\d.]{1,10})>");

    /** A hash, and a name behind it. */
    private static final Pattern HASH_AND_NAME = Pattern.compile("(?:[0-9a-fA-F]{8,64} - )?(.{1,200})");

    private static final Map<String, Parameter> VALUES = Map.of(
            "Prompt", Parameter.PROMPT,
            "Negative", Parameter.NEGATIVE_PROMPT,
            "steps", Parameter.STEPS,
            "cfg", Parameter.CFG_SCALE,
            "seed", Parameter.SEED,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT,
            "sampler_name", Parameter.SAMPLER,
            "scheduler", Parameter.SCHEDULE_TYPE,
            "clip_skip", Parameter.CLIP_SKIP);

    /** The site keeps such metadata in its own words as well, with {@code cfgScale} in it. */
    @Override
    public boolean canRead(Passage passage) {
        var json = passage.json();
        return json.at("software").text().equals(Optional.of("RuinedFooocus")) && !json.has("cfgScale");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        var members = new Members(passage.json().members(), draft);
        members.value(Parameter.TOOL, "software")
                .values(VALUES)
                .model(Role.CHECKPOINT, "base_model_name", "base_model_hash");
        loras(members.take("loras"), members);
        var denoise = members.take("denoise");
        if (denoise.decimal()
                .filter(share -> share.signum() > 0 && share.doubleValue() < 1)
                .isPresent()) {
            draft.state(Parameter.DENOISING_STRENGTH, "denoise", denoise);
        }
        members.rest();
        draft.value(Parameter.PROMPT).ifPresent(prompt -> PromptTags.read(prompt, draft));
        return draft.build();
    }

    private static void loras(Json stated, Members members) {
        var tag = LORA.matcher(stated.text().orElse(""));
        while (tag.find()) {
            lora(Json.of(tag.group(1)), Json.none(), Json.of(tag.group(2)), members);
        }
        for (var row : stated.items()) {
            if (row instanceof Json.Obj) {
                lora(row.at("name"), row.at("hash"), row.at("weight"), members);
            } else {
                lora(row.at(0), Json.none(), row.at(1), members);
            }
        }
    }

    private static void lora(Json name, Json hash, Json weight, Members members) {
        var whole = HASH_AND_NAME.matcher(name.text().orElse(""));
        var bare = whole.matches() ? whole.group(1) : "";
        var stated =
                whole.matches() && whole.start(1) > 0 ? Json.of(whole.group().substring(0, whole.start(1) - 3)) : hash;
        members.model(Role.LORA, Json.of(bare), stated, weight.decimal(), Optional.empty());
    }
}
