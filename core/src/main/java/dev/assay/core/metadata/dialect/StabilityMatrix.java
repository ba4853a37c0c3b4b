package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.source.Source;

/** Stability Matrix, whose own interface drives ComfyUI: an object of statements, beside an infotext with the same. */
final class StabilityMatrix implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "PositivePrompt", Parameter.PROMPT,
            "NegativePrompt", Parameter.NEGATIVE_PROMPT,
            "Width", Parameter.WIDTH,
            "Height", Parameter.HEIGHT,
            "Seed", Parameter.SEED,
            "Steps", Parameter.STEPS,
            "CfgScale", Parameter.CFG_SCALE);

    @Override
    public boolean canRead(Passage passage) {
        var json = passage.json();
        return json.has("PositivePrompt") && (json.has("CfgScale") || json.has("Steps"));
    }

    @Override
    public Set<String> along(Passage passage) {
        return Set.of("smproj");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("Stability Matrix"));
        var members = new Members(passage.json().members(), draft);
        var sampler = members.take("Sampler");
        draft.state(Parameter.SAMPLER, "Sampler", sampler instanceof Json.Obj ? sampler.at("Name") : sampler);
        members.values(VALUES).model(Role.CHECKPOINT, "ModelName", "ModelHash").rest();
        draft.value(Parameter.PROMPT).ifPresent(prompt -> PromptTags.read(prompt, draft));
        return draft.build();
    }
}
