package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** Draw Things: an object with short keys, in the user comment of its XMP. Its models are in a format of their own. */
final class DrawThings implements Dialect {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

    private static final Map<String, Parameter> VALUES = Map.of(
            "c", Parameter.PROMPT,
            "uc", Parameter.NEGATIVE_PROMPT,
            "sampler", Parameter.SAMPLER,
            "seed", Parameter.SEED,
            "scale", Parameter.CFG_SCALE,
            "steps", Parameter.STEPS);

    @Override
    public boolean canRead(Passage passage) {
        var json = passage.json();
        return json.at("c") instanceof Json.Str && json.has("model") && json.has("sampler") && json.has("steps");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("Draw Things"));
        var members = new Members(passage.json().members(), draft);
        members.values(VALUES).model(Role.CHECKPOINT, "model", "");
        var size = SIZE.matcher(members.take("size").text().orElse(""));
        if (size.matches()) {
            members.stated(Parameter.WIDTH, Json.of(size.group(1)));
            members.stated(Parameter.HEIGHT, Json.of(size.group(2)));
        }
        strength(members, draft);
        loras(members);
        var settings = members.take("v2");
        draft.suggest(Parameter.CLIP_SKIP, settings.at("clipSkip"));
        hires(settings, draft);
        settings.members().forEach((key, value) -> draft.extra("v2." + key, value));
        members.drop("profile").rest();
        draft.find(Finding.info(
                "DRAW_THINGS_MODEL",
                Effect.DOUBT,
                "Draw Things names its models by files of its own format; the original is another file."));
        return draft.build();
    }

    /** A whole strength is a picture made from noise alone. */
    private static void strength(Members members, Draft draft) {
        var strength = members.take("strength");
        if (strength.decimal()
                .filter(share -> share.compareTo(BigDecimal.ONE) < 0)
                .isPresent()) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
            draft.state(Parameter.DENOISING_STRENGTH, "strength", strength);
        }
    }

    private static void loras(Members members) {
        var rows = members.take("lora").items();
        rows.forEach(row -> members.model(
                Role.LORA, row.at("model"), Json.none(), row.at("weight").decimal(), Optional.empty()));
        members.take("v2").at("loras").items().stream()
                .filter(_ -> rows.isEmpty())
                .forEach(row -> members.model(
                        Role.LORA, row.at("file"), Json.none(), row.at("weight").decimal(), Optional.empty()));
    }

    private static void hires(Json settings, Draft draft) {
        if (settings.at("hiresFix").bool().orElse(false)) {
            draft.find(Finding.warning(
                    "DRAW_THINGS_HIRES",
                    Effect.LEAVES_OUT,
                    "Draw Things' high resolution fix was used; it starts smaller, by a size of its own."));
        }
    }
}
