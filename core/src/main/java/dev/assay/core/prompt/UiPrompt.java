package dev.assay.core.prompt;

import java.util.List;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * A text as ComfyUI's page must be given it, so that the engine gets the text itself: when a prompt is queued the page
 * expands {@code {a|b}} and takes out comments. The API format is sent as it stands and needs none of this.
 *
 * @param text for a widget of the UI format
 * @param findings where the page leaves no way to say it quite the same
 */
public record UiPrompt(String text, List<Finding> findings) {

    public UiPrompt {
        findings = List.copyOf(findings);
    }

    public static UiPrompt of(String text) {
        var apart = text.replace("//", "/ /").replace("//", "/ /").replace("/*", "/ *");
        var written = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == '{' || c == '}') {
                separate(written);
                written.append('\\');
            }
            written.append(c);
        }
        separate(written);
        return new UiPrompt(written.toString(), apart.equals(text) ? List.of() : List.of(comment()));
    }

    /** The page joins a backslash with whatever follows it, even with the end of the text. */
    private static void separate(StringBuilder written) {
        if (!written.isEmpty() && written.charAt(written.length() - 1) == '\\') {
            written.append(' ');
        }
    }

    private static Finding comment() {
        return PromptFindings.info(
                "UI_COMMENT",
                Effect.APPROXIMATES,
                "ComfyUI's page takes // and /* in a prompt for a comment; a space is put between the two signs");
    }
}
