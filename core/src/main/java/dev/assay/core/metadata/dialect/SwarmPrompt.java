package dev.assay.core.metadata.dialect;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.PromptTags;

/**
 * SwarmUI's prompts: weights as ComfyUI has them, and tags in angle brackets. What wildcards and dice chose is in the text
 * already; {@code <embed:x>} and {@code <break>} have exact counterparts; the rest has none.
 */
final class SwarmPrompt {

    private static final Pattern EMBED =
            Pattern.compile("<embed(?:ding)?:([^<>\\[\\]]{1,200})>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK = Pattern.compile("<break>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<([A-Za-z]{2,20})(?:\\[[^\\[\\]<>]{0,100}])?(?::|>|//)");

    private final Draft draft;

    SwarmPrompt(Draft draft) {
        this.draft = draft;
    }

    void read(Parameter side, Json stated) {
        var written = stated.text().orElse("");
        var text = BREAK.matcher(EMBED.matcher(written).replaceAll(" embedding:$1 "))
                .replaceAll("BREAK");
        if (!text.equals(written)) {
            draft.extra(side.label() + " as written", written);
        }
        if (!stated.isNull()) {
            draft.state(side, Optional.of(text));
        }
        if (side == Parameter.PROMPT) {
            PromptTags.read(text, draft);
        } else {
            PromptTags.idle(text, draft);
        }
        foreign(side, text);
    }

    private void foreign(Parameter side, String text) {
        Set<String> tags = new LinkedHashSet<>();
        var tag = TAG.matcher(text);
        while (tag.find()) {
            var name = tag.group(1).toLowerCase(Locale.ROOT);
            if (!name.equals("lora")) {
                tags.add("<" + name + ">");
            }
        }
        if (!tags.isEmpty()) {
            draft.find(Finding.warning(
                    "PROMPT_SYNTAX_FOREIGN",
                    Effect.LEAVES_OUT,
                    "The " + side.label().toLowerCase(Locale.ROOT) + " has tags of SwarmUI's that nothing else knows: "
                            + String.join(", ", tags) + "."));
        }
    }
}
