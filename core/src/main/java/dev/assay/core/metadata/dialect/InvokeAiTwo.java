package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** InvokeAI 2: what was done to the image, inside what is known of the model; negative words in brackets. */
final class InvokeAiTwo implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "steps", Parameter.STEPS,
            "sampler", Parameter.SAMPLER,
            "cfg_scale", Parameter.CFG_SCALE,
            "seed", Parameter.SEED,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT,
            "type", Parameter.PROCESS,
            "strength", Parameter.DENOISING_STRENGTH);

    @Override
    public boolean canRead(Passage passage) {
        var image = passage.json().at("image");
        return image.has("prompt")
                && (passage.key().equals("sd-metadata") || passage.json().has("model_weights"));
    }

    @Override
    public Set<String> along(Passage passage) {
        return Set.of("Dream");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("InvokeAI"));
        var about = new Members(passage.json().members(), draft);
        about.value(Parameter.VERSION, "app_version").model(Role.CHECKPOINT, "model_weights", "model_hash");
        about.drop("image", "model", "app_id").rest();
        var image = new Members(passage.json().at("image").members(), draft);
        DreamPrompt.read(prompt(image.take("prompt")), draft);
        image.values(VALUES);
        further(image, draft);
        image.rest();
        return draft.build();
    }

    /** A text, or several with weights. */
    private static String prompt(Json stated) {
        return stated.text()
                .orElseGet(() -> stated.items().stream()
                        .map(part -> part.at("prompt").text().orElse(""))
                        .collect(Collectors.joining(" ")));
    }

    private static void further(Members image, Draft draft) {
        for (var step : image.take("postprocessing").items()) {
            leftOut(
                    "The picture was worked on afterwards ("
                            + step.at("type").text().orElse("?") + ")",
                    draft);
        }
        if (!image.take("variations").items().isEmpty()) {
            leftOut("The noise is a mixture of several seeds' (variations)", draft);
        }
        for (var flag : List.of("hires_fix", "seamless")) {
            if (image.take(flag).bool().orElse(false)) {
                leftOut("InvokeAI's " + flag + " was used", draft);
            }
        }
        for (var amount : List.of("threshold", "perlin")) {
            if (image.take(amount)
                    .decimal()
                    .filter(number -> number.signum() != 0)
                    .isPresent()) {
                leftOut("InvokeAI's " + amount + " was used", draft);
            }
        }
        image.keep("postprocessing", "variations", "hires_fix", "seamless", "threshold", "perlin");
    }

    private static void leftOut(String what, Draft draft) {
        draft.find(Finding.warning("INVOKE_EXTRA", Effect.LEAVES_OUT, what + "; that has no counterpart here."));
    }
}
