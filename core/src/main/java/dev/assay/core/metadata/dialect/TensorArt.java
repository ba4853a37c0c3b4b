package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** Tensor.Art: an object of statements with its models in a list; the graph it ran is beside it. */
final class TensorArt implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "prompt", Parameter.PROMPT,
            "negativePrompt", Parameter.NEGATIVE_PROMPT,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT,
            "seed", Parameter.SEED,
            "steps", Parameter.STEPS,
            "cfgScale", Parameter.CFG_SCALE,
            "clipSkip", Parameter.CLIP_SKIP,
            "samplerName", Parameter.SAMPLER);

    @Override
    public boolean canRead(Passage passage) {
        return passage.json().at("baseModel").has("modelFileName");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("Tensor.Art"));
        var members = new Members(passage.json().members(), draft);
        members.values(VALUES);
        model(Role.CHECKPOINT, members.take("baseModel"), members);
        for (var row : members.take("models").items()) {
            model(Role.of(row.at("type").text().orElse("")), row, members);
        }
        members.rest();
        return draft.build();
    }

    private static void model(Role role, Json row, Members members) {
        members.model(
                role, row.at("modelFileName"), row.at("hash"), row.at("weight").decimal(), Optional.empty());
    }
}
