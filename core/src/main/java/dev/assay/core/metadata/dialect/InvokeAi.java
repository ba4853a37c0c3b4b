package dev.assay.core.metadata.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/**
 * InvokeAI since version 3: an object of statements ({@code CoreMetadataInvocation}). Its hashes are BLAKE3, by which no
 * site finds a file; its clip skip counts from 0, which whoever uses it must know.
 */
final class InvokeAi implements Dialect {

    private static final Map<String, Parameter> VALUES = Map.of(
            "steps", Parameter.STEPS,
            "scheduler", Parameter.SAMPLER,
            "cfg_scale", Parameter.CFG_SCALE,
            "guidance", Parameter.DISTILLED_CFG_SCALE,
            "seed", Parameter.SEED,
            "width", Parameter.WIDTH,
            "height", Parameter.HEIGHT,
            "app_version", Parameter.VERSION);

    /** Devices on which noise is drawn, in A1111's words. */
    private static final Map<String, String> DEVICES = Map.of("cpu", "CPU", "cuda", "GPU");

    @Override
    public boolean canRead(Passage passage) {
        var json = passage.json();
        return json.has("positive_prompt")
                && (passage.key().startsWith("invokeai_")
                        || json.has("app_version")
                        || json.has("generation_mode")
                        || json.has("rand_device"));
    }

    @Override
    public Set<String> along(Passage passage) {
        return Set.of("invokeai_graph", "invokeai_workflow", "invokeai_node", "invokeai_imagetype");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("InvokeAI"));
        var members = new Members(passage.json().members(), draft);
        new InvokePrompt(draft).read(Parameter.PROMPT, members.take("positive_prompt"));
        new InvokePrompt(draft).read(Parameter.NEGATIVE_PROMPT, members.take("negative_prompt"));
        members.values(VALUES);
        clipSkip(members);
        var mode = members.take("generation_mode").text().orElse("");
        draft.state(Parameter.PROCESS, Optional.of(mode.replaceFirst("^[a-z0-9]{1,12}_(?=txt2|img2|in|out)", "")));
        var device = members.take("rand_device").text().orElse("");
        draft.state(Parameter.RNG, Optional.ofNullable(DEVICES.get(device.toLowerCase(Locale.ROOT))));
        if (mode.contains("img2img")
                || mode.contains("inpaint")
                || mode.contains("outpaint")
                || members.has("init_image")) {
            members.value(Parameter.DENOISING_STRENGTH, "strength");
        }
        new InvokeModels(members, draft).read();
        extensions(members, draft);
        members.drop("type", "id").rest();
        return draft.build();
    }

    /** None is 0, which A1111 calls 1. */
    private static void clipSkip(Members members) {
        if (members.take("clip_skip").integer().filter(skip -> skip > 0).isPresent()) {
            members.value(Parameter.CLIP_SKIP, "clip_skip");
        }
    }

    private static void extensions(Members members, Draft draft) {
        for (var side : new String[] {"positive_style_prompt", "negative_style_prompt"}) {
            if (!members.take(side).text().orElse("").isBlank()) {
                leftOut(
                        "INVOKE_STYLE_PROMPT",
                        "A prompt of its own for SDXL's second text encoder (" + side + ")",
                        draft);
            }
            members.keep(side);
        }
        if (members.take("hrf_enabled").bool().orElse(false)) {
            leftOut("INVOKE_HIRES", "InvokeAI's high resolution fix", draft);
        }
        var rescale = members.take("cfg_rescale_multiplier");
        if (rescale.decimal().filter(factor -> factor.signum() != 0).isPresent()) {
            leftOut("CFG_RESCALE", "CFG rescaling by " + rescale.write(), draft);
        }
        members.keep("hrf_enabled", "hrf_method", "hrf_strength", "cfg_rescale_multiplier");
    }

    private static void leftOut(String code, String what, Draft draft) {
        draft.find(Finding.warning(code, Effect.LEAVES_OUT, what + " was used; it has no counterpart here."));
    }
}
