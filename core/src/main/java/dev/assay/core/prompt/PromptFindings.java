package dev.assay.core.prompt;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.finding.Severity;

/** The findings about prompts, worded for people; long pieces of prompt are cut. */
final class PromptFindings {

    private static final int LONGEST = 300;

    private PromptFindings() {}

    static Finding info(String code, Effect effect, String message) {
        return Finding.info(code, effect, cut(message));
    }

    static Finding warning(String code, Effect effect, String message) {
        return Finding.warning(code, effect, cut(message));
    }

    /** A thing of the prompt that is not carried over. */
    static Finding leftOut(String code, String message) {
        return warning(code, Effect.LEAVES_OUT, message);
    }

    /** A thing that did little where it stood, and is taken out. */
    static Finding dropped(String code, String message) {
        return new Finding(code, Severity.INFO, Effect.APPROXIMATES, cut(message), "");
    }

    private static String cut(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
