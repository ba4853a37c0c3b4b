package dev.assay.core.metadata.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** The command line of InvokeAI 1: {@code "prompt" -s 50 -S 123 -W 512 -H 512 -C 7.5 -A k_lms}. */
final class InvokeDream implements Dialect {

    private static final Pattern COMMAND = Pattern.compile("\\s*\"(.*)\"((?:\\s+-.*)?)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("\\s--?([A-Za-z_]{1,20})[\\s=]+([^\\s-]\\S{0,200}|-[\\d.]+)");

    private static final Map<String, Parameter> VALUES = Map.of(
            "s", Parameter.STEPS,
            "S", Parameter.SEED,
            "W", Parameter.WIDTH,
            "H", Parameter.HEIGHT,
            "C", Parameter.CFG_SCALE,
            "A", Parameter.SAMPLER,
            "f", Parameter.DENOISING_STRENGTH);

    /** Options that give or change a picture afterwards. */
    private static final Map<String, String> FURTHER = Map.of(
            "G", "faces were restored (-G)",
            "U", "the picture was made larger (-U)",
            "V", "the noise is a mixture of several seeds' (-V)",
            "v", "the noise was varied (-v)");

    @Override
    public boolean canRead(Passage passage) {
        var command = COMMAND.matcher(passage.text());
        return passage.beside("sd-metadata").isEmpty()
                && command.matches()
                && command.group(2).contains(" -s ")
                && command.group(2).contains(" -S");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        var draft = new Draft(source);
        draft.state(Parameter.TOOL, Optional.of("InvokeAI"));
        var command = COMMAND.matcher(passage.text());
        if (command.matches()) {
            DreamPrompt.read(command.group(1), draft);
            options(command.group(2), draft);
        }
        return draft.build();
    }

    private static void options(String options, Draft draft) {
        var option = OPTION.matcher(options);
        while (option.find()) {
            var name = option.group(1);
            var value = Json.of(option.group(2));
            var parameter = VALUES.get(name);
            if (parameter != null) {
                draft.state(parameter, "-" + name, value);
            } else {
                draft.extra("-" + name, value);
                further(name, draft);
            }
        }
    }

    private static void further(String name, Draft draft) {
        if (name.equals("I")) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
        }
        var what = FURTHER.get(name);
        if (what != null) {
            draft.find(Finding.warning(
                    "INVOKE_EXTRA",
                    Effect.LEAVES_OUT,
                    "Of InvokeAI's own ways, " + what + "; that has no counterpart here."));
        }
    }
}
