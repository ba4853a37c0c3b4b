package dev.assay.core.workflow.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models named inside a text. */
final class PromptTokens {

    /** Only at the start of a word, as the engine has it; a weight may follow in parentheses. */
    private static final Pattern EMBEDDING = Pattern.compile("(?<![^\\s()])embedding:([^\\s,():\\[\\]]+)");

    private static final Pattern LORA_TAG = Pattern.compile("<(?:lora|lyco|LORA):([^:<>]+)[^<>]*>");

    private PromptTokens() {}

    static List<String> embeddings(String text) {
        return EMBEDDING
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    static List<String> loraTags(String text) {
        return LORA_TAG.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .distinct()
                .toList();
    }

    /** The text with every token or tag of that name changed. */
    static String rename(String text, String from, String to) {
        var embeddings = renamed(EMBEDDING.matcher(text), from, to);
        return renamed(LORA_TAG.matcher(embeddings), from, to);
    }

    private static String renamed(Matcher matcher, String from, String to) {
        return matcher.replaceAll(match -> {
            var whole = match.group();
            if (!match.group(1).strip().equals(from)) {
                return Matcher.quoteReplacement(whole);
            }
            var start = match.start(1) - match.start();
            return Matcher.quoteReplacement(
                    whole.substring(0, start) + to + whole.substring(match.end(1) - match.start()));
        });
    }
}
