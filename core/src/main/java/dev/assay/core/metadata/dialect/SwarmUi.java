package dev.assay.core.metadata.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.source.Source;

/**
 * SwarmUI and StableSwarm: an object of parameters by their plain names, any of them perhaps a string, and beside it what
 * was noted while the picture was made (SwarmUI, {@code docs/Image Metadata Format.md}).
 */
final class SwarmUi implements Dialect {

    private static final String ROOT = "sui_image_params";

    private static final Map<String, Parameter> VALUES = Map.ofEntries(
            Map.entry("seed", Parameter.SEED),
            Map.entry("steps", Parameter.STEPS),
            Map.entry("cfgscale", Parameter.CFG_SCALE),
            Map.entry("fluxguidancescale", Parameter.DISTILLED_CFG_SCALE),
            Map.entry("width", Parameter.WIDTH),
            Map.entry("height", Parameter.HEIGHT),
            Map.entry("swarmversion", Parameter.VERSION));

    /** The site keeps such metadata in its own words as well, with {@code cfgScale} beside them. */
    @Override
    public boolean canRead(Passage passage) {
        return passage.json().has(ROOT) && !passage.json().has("cfgScale");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("SwarmUI"));
        var root = passage.json();
        var members = new Members(plain(root.at(ROOT)), draft);
        members.values(VALUES)
                .value(Parameter.SAMPLER, "sampler", "comfyuisampler", "autowebuisampler")
                .value(Parameter.SCHEDULE_TYPE, "scheduler", "comfyuischeduler");
        new SwarmPrompt(draft).read(Parameter.PROMPT, members.take("prompt"));
        new SwarmPrompt(draft).read(Parameter.NEGATIVE_PROMPT, members.take("negativeprompt"));
        clipSkip(members.take("clipstopatlayer"), draft);
        new SwarmModels(members, root.at("sui_models"), draft).read();
        new SwarmPasses(members, draft).read();
        members.drop("aspectratio", "automaticvae", "nopreviews", "imageformat", "personalnote")
                .rest();
        root.at("sui_extra_data").members().forEach(draft::extra);
        return draft.build();
    }

    /** Parameters went by other spellings in earlier versions; only letters and digits count. */
    private static Map<String, Json> plain(Json parameters) {
        Map<String, Json> plain = new LinkedHashMap<>();
        parameters.members().forEach((key, value) -> plain.putIfAbsent(Field.plain(key), value));
        return plain;
    }

    /** Counted from the end, below zero, as ComfyUI does; the last layer is no skipping. */
    private static void clipSkip(Json layer, Draft draft) {
        layer.integer()
                .filter(number -> number < -1)
                .ifPresent(number -> draft.state(Parameter.CLIP_SKIP, Optional.of(Long.toString(-number))));
        if (layer.integer().filter(number -> number >= 0).isPresent()) {
            draft.find(Finding.warning(
                    "VALUE_UNREADABLE",
                    Effect.DOUBT,
                    "\"CLIP Stop At Layer\" is " + layer.write() + ", which counts from the start; it is not used."));
        }
    }
}
