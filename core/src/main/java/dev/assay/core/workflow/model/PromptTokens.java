package dev.assay.core.workflow.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models named inside a text. */
public final class PromptTokens {

    /** Only at the start of a word, as the engine has it; a weight may follow in parentheses. */
    private static final Pattern EMBEDDING = Pattern.compile("(?<![^\\s()])embedding:([^\\s,():\\[\\]]+)");

    private static final Pattern LORA_TAG = Pattern.compile("<(?:lora|lyco|LORA):([^:<>]{1,500})[^<>]{0,500}>");

    private PromptTokens() {}

    /** The names behind {@code embedding:} in a text, each once. */
    public static List<String> embeddings(String text) {
        // Looking for the word costs next to nothing, and most texts lack it.
        return !text.contains("embedding:") ? List.of() : embeddingsIn(text);
    }

    private static List<String> embeddingsIn(String text) {
        return EMBEDDING
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The names in the LoRA tags of a text, each once. */
    public static List<String> loraTags(String text) {
        return text.indexOf('<') < 0 ? List.of() : loraTagsIn(text);
    }

    private static List<String> loraTagsIn(String text) {
        return LORA_TAG.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .distinct()
                .toList();
    }

    /** The text with every token or tag of these names changed at once. */
    static String rename(String text, Map<String, String> names) {
        return renamed(LORA_TAG.matcher(renamed(EMBEDDING.matcher(text), names)), names);
    }

    /** The text with the names in its LoRA tags changed at once. */
    public static String renameTags(String text, Map<String, String> names) {
        return text.indexOf('<') < 0 ? text : renamed(LORA_TAG.matcher(text), names);
    }

    /** The text with the names of its embeddings changed at once. */
    public static String renameEmbeddings(String text, Map<String, String> names) {
        return text.contains("embedding:") ? renamed(EMBEDDING.matcher(text), names) : text;
    }

    private static String renamed(Matcher matcher, Map<String, String> names) {
        return matcher.replaceAll(match -> {
            var whole = match.group();
            var name = match.group(1);
            var to = names.getOrDefault(name.strip(), name);
            return Matcher.quoteReplacement(whole.substring(0, match.start(1) - match.start())
                    + to
                    + whole.substring(match.end(1) - match.start()));
        });
    }
}
