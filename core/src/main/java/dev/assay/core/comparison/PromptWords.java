package dev.assay.core.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a prompt without what each tool writes in its own way: tags, brackets, weights, prefixes. */
final class PromptWords {

    private PromptWords() {}

    static List<String> of(String prompt) {
        var plain = prompt.replaceAll("<[^<>]{0,300}>", " ")
                .replaceAll("\\bBREAK\\b", " ")
                .replaceAll("\\bembedding:", "")
                .replaceAll(":[-+]?[0-9.]{1,10}(?=\\s*[)\\]])", "")
                .replaceAll("[()\\[\\]{}\\\\]", " ")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
