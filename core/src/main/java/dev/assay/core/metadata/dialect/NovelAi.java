package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.source.Source;

/**
 * NovelAI: the prompt as a description, the settings as JSON in a comment; in texts of their own, or all in one object where
 * they are hidden in the pixels. Since its fourth version there may be prompts for single characters.
 */
final class NovelAi implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "uc", Parameter.NEGATIVE_PROMPT,
            "steps", Parameter.STEPS,
            "scale", Parameter.CFG_SCALE,
            "seed", Parameter.SEED,
            "sampler", Parameter.SAMPLER,
            "noise_schedule", Parameter.SCHEDULE_TYPE,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT);

    /** A description alone would be any caption. */
    @Override
    public boolean canRead(Passage passage) {
        return settings(passage).has("steps") && (isNovelAi(passage) || isUnmistakable(settings(passage)));
    }

    private static boolean isNovelAi(Passage passage) {
        return said(passage, "Software").startsWith("NovelAI")
                || said(passage, "Source").startsWith("NovelAI");
    }

    /** Texts that were moved to another place lose their keys. */
    private static boolean isUnmistakable(Json settings) {
        return settings.has("uc")
                && settings.has("scale")
                && (settings.has("noise_schedule") || settings.has("v4_prompt") || settings.has("uncond_scale"));
    }

    @Override
    public Set<String> along(Passage passage) {
        return Set.of("Title", "Description", "Software", "Source", "Generation time");
    }

    /** The comment, wherever it stands; or the passage itself. */
    private static Json settings(Passage passage) {
        var comment = LenientJson.structure(passage.json().at("Comment"));
        return comment.isNull() ? passage.json() : comment;
    }

    private static String said(Passage passage, String key) {
        return passage.json().at(key).text().orElseGet(() -> passage.beside(key));
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("NovelAI"));
        var members = new Members(settings(passage).members(), draft);
        prompts(passage, members, draft);
        members.values(VALUES);
        if (members.has("strength")) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
            members.value(Parameter.DENOISING_STRENGTH, "strength");
        }
        draft.extra("Source", said(passage, "Source"));
        draft.extra("Generation time", said(passage, "Generation time"));
        members.drop("prompt", "signed_hash").rest();
        draft.find(Finding.error(
                "NOVELAI_MODEL",
                Effect.PREVENTS,
                "NovelAI made this with a model of its own, which runs on its servers only."));
        return draft.build();
    }

    private static void prompts(Passage passage, Members members, Draft draft) {
        var positive = members.take("v4_prompt").at("caption");
        var negative = members.take("v4_negative_prompt").at("caption");
        draft.state(Parameter.PROMPT, positive.at("base_caption").text().filter(text -> !text.isBlank()));
        draft.suggest(Parameter.PROMPT, Json.of(said(passage, "Description")));
        draft.suggest(Parameter.PROMPT, members.take("prompt"));
        draft.state(
                Parameter.NEGATIVE_PROMPT, negative.at("base_caption").text().filter(text -> !text.isBlank()));
        var characters = positive.at("char_captions");
        if (!characters.items().isEmpty()) {
            draft.find(Finding.warning(
                    "NOVELAI_CHARACTERS",
                    Effect.LEAVES_OUT,
                    "It has prompts of their own for " + characters.items().size() + " characters."));
            members.keep("v4_prompt", "v4_negative_prompt");
        }
        var text = draft.value(Parameter.PROMPT).orElse("");
        if (text.indexOf('{') >= 0 || text.indexOf('[') >= 0 || text.contains("::")) {
            draft.find(Finding.info(
                    "PROMPT_SYNTAX_FOREIGN",
                    Effect.APPROXIMATES,
                    "The prompt weighs words in NovelAI's way: braces by 1.05, numbers before two colons."));
        }
    }
}
