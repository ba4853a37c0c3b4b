package dev.assay.core.metadata.dialect;

import java.util.Locale;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** A prompt of InvokeAI's, put into A1111's words where that can be done exactly. */
final class InvokePrompt {

    private final Draft draft;

    InvokePrompt(Draft draft) {
        this.draft = draft;
    }

    void read(Parameter side, Json stated) {
        var written = stated.text();
        written.ifPresent(text -> read(side, text));
    }

    void read(Parameter side, String written) {
        if (!CompelPrompt.isUsed(written)) {
            draft.state(side, Optional.of(written));
            return;
        }
        var translated = CompelPrompt.translated(written);
        draft.state(side, Optional.of(translated.orElse(written)));
        if (translated.isEmpty()) {
            draft.find(Finding.warning(
                    "PROMPT_SYNTAX_FOREIGN",
                    Effect.APPROXIMATES,
                    "The " + side.label().toLowerCase(Locale.ROOT)
                            + " blends or joins prompts in InvokeAI's own way, which is left as it stands."));
        } else if (!translated.get().equals(written)) {
            draft.extra(side.label() + " as written", written);
            draft.find(Finding.info(
                    "PROMPT_TRANSLATED",
                    "The " + side.label().toLowerCase(Locale.ROOT)
                            + " has its weights in InvokeAI's way; they are given in A1111's."));
        }
    }
}
