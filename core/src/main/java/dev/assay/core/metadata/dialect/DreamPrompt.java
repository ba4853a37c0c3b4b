package dev.assay.core.metadata.dialect;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** A prompt of InvokeAI 1 or 2, in which what is in brackets is not wanted. */
final class DreamPrompt {

    private static final Pattern NEGATIVE = Pattern.compile("\\[([^\\[\\]]*)]");

    private DreamPrompt() {}

    static void read(String prompt, Draft draft) {
        var negative = new StringBuilder();
        var brackets = NEGATIVE.matcher(prompt);
        while (brackets.find()) {
            negative.append(negative.isEmpty() ? "" : ", ")
                    .append(brackets.group(1).strip());
        }
        var positive = NEGATIVE.matcher(prompt).replaceAll(" ").strip();
        var reader = new InvokePrompt(draft);
        reader.read(Parameter.PROMPT, positive);
        if (!negative.isEmpty()) {
            reader.read(Parameter.NEGATIVE_PROMPT, negative.toString());
        } else {
            draft.state(Parameter.NEGATIVE_PROMPT, Optional.of(""));
        }
    }
}
