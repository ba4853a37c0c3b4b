package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.Field;
import dev.assay.core.metadata.draft.Fields;
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.metadata.draft.Values;

/** Gives each statement of an infotext or a {@code meta} object its meaning; what has none is kept as it is. */
final class FieldReader {

    /** Statements that are one parameter's value and nothing more, by their plain key. */
    private static final Map<String, Parameter> PARAMETERS = Map.ofEntries(
            Map.entry("negativeprompt", Parameter.NEGATIVE_PROMPT),
            Map.entry("steps", Parameter.STEPS),
            Map.entry("sampler", Parameter.SAMPLER),
            Map.entry("samplername", Parameter.SAMPLER),
            Map.entry("scheduletype", Parameter.SCHEDULE_TYPE),
            Map.entry("schedule", Parameter.SCHEDULE_TYPE),
            Map.entry("scheduler", Parameter.SCHEDULE_TYPE),
            Map.entry("cfgscale", Parameter.CFG_SCALE),
            Map.entry("distilledcfgscale", Parameter.DISTILLED_CFG_SCALE),
            Map.entry("seed", Parameter.SEED),
            Map.entry("clipskip", Parameter.CLIP_SKIP),
            Map.entry("denoisingstrength", Parameter.DENOISING_STRENGTH),
            Map.entry("hiresupscale", Parameter.HIRES_UPSCALE),
            Map.entry("hiresresize", Parameter.HIRES_RESIZE),
            Map.entry("hiressteps", Parameter.HIRES_STEPS),
            Map.entry("hiresupscaler", Parameter.HIRES_UPSCALER),
            Map.entry("hiressampler", Parameter.HIRES_SAMPLER),
            Map.entry("hiresscheduletype", Parameter.HIRES_SCHEDULE_TYPE),
            Map.entry("hirescfgscale", Parameter.HIRES_CFG_SCALE),
            Map.entry("hiresprompt", Parameter.HIRES_PROMPT),
            Map.entry("hiresnegativeprompt", Parameter.HIRES_NEGATIVE_PROMPT),
            Map.entry("firstpasssize", Parameter.FIRST_PASS_SIZE),
            Map.entry("rng", Parameter.RNG),
            Map.entry("ensd", Parameter.ENSD),
            Map.entry("eta", Parameter.ETA),
            Map.entry("refinerswitchat", Parameter.REFINER_SWITCH_AT),
            Map.entry("process", Parameter.PROCESS),
            Map.entry("basemodel", Parameter.BASE_MODEL),
            Map.entry("app", Parameter.TOOL),
            Map.entry("software", Parameter.TOOL));

    /** Engines of the site that run ordinary models. */
    private static final Set<String> LOCAL_ENGINES = Set.of("civitai", "comfyui", "comfy", "sdcpp");

    private final Fields fields;
    private final Draft draft;
    private final ModelFields models;
    private final ResourceFields resources;
    private final SiteFields site;

    FieldReader(Fields fields, Draft draft) {
        this.fields = fields;
        this.draft = draft;
        this.models = new ModelFields(fields, draft);
        this.resources = new ResourceFields(draft);
        this.site = new SiteFields(draft, resources);
    }

    void read() {
        for (var field : fields.all()) {
            if (!field.value().isNull()) {
                read(field);
            }
        }
    }

    private void read(Field field) {
        var key = field.plainKey();
        var parameter = PARAMETERS.get(key);
        if (parameter != null) {
            draft.state(parameter, field.key(), field.value());
        } else if (!special(key, field) && !models.read(key, field) && !resources.read(key, field)) {
            if (!site.read(key, field)) {
                draft.extra(field.key(), field.value());
            }
        }
    }

    private boolean special(String key, Field field) {
        switch (key) {
            case "prompt" -> prompt(field);
            case "size" -> Sizes.size(field, draft);
            case "width" -> Sizes.side(Parameter.WIDTH, field, fields, draft);
            case "height" -> Sizes.side(Parameter.HEIGHT, field, fields, draft);
            case "version" -> version(field);
            case "engine" -> engine(field);
            case "denoise" -> denoise(field);
            case "hirescheckpoint" -> {
                draft.state(Parameter.HIRES_CHECKPOINT, field.key(), field.value());
                models.hiresCheckpoint(field);
            }
            case "hiresscale" -> draft.suggest(Parameter.HIRES_UPSCALE, field.value());
            case "hiresstrength" -> draft.suggest(Parameter.DENOISING_STRENGTH, field.value());
            case "recipemetadata" -> LoraManagerRecipe.beside(field, draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Tags are ComfyUI's plain text; only there, the graph says what was loaded. */
    private void prompt(Field field) {
        draft.state(Parameter.PROMPT, field.key(), field.value());
        if (fields.at("comfy").isNull()) {
            field.value().text().ifPresent(text -> PromptTags.read(text, draft));
            fields.text("negativeprompt").ifPresent(text -> PromptTags.idle(text, draft));
        }
    }

    private void version(Field field) {
        draft.state(Parameter.VERSION, field.key(), field.value());
        var version = field.value().text().orElse("");
        if (version.equals("ComfyUI")) {
            draft.suggest(Parameter.TOOL, field.value());
        } else if (version.startsWith("Fooocus")) {
            draft.suggest(Parameter.TOOL, Json.of("Fooocus"));
        }
    }

    private void engine(Field field) {
        draft.state(Parameter.TOOL, field.key(), field.value());
        field.value()
                .text()
                .filter(name -> !LOCAL_ENGINES.contains(Field.plain(name)))
                .ifPresent(name -> draft.find(Finding.info(
                        "EXTERNAL_ENGINE", "The metadata name the engine \"" + Values.excerpt(name) + "\".")));
    }

    /** ComfyUI states it always, and 1 is a picture made from noise alone: nothing that an infotext would mention. */
    private void denoise(Field field) {
        var whole = field.value().decimal().filter(number -> number.compareTo(BigDecimal.ONE) == 0);
        if (whole.isEmpty()) {
            draft.suggest(Parameter.DENOISING_STRENGTH, field.value());
        } else {
            draft.extra(field.key(), field.value());
        }
    }
}
