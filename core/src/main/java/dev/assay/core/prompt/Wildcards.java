package dev.assay.core.prompt;

import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** Looks for dynamic prompts that nobody has filled in; metadata normally hold what they became. */
final class Wildcards {

    private static final Pattern WILDCARD = Pattern.compile("__[\\w/*-]{1,100}__|\\{[^{}|]{0,200}\\|[^{}]{0,200}}");

    private Wildcards() {}

    static List<Finding> findings(String prompt) {
        var matcher = WILDCARD.matcher(prompt);
        return matcher.find()
                ? List.of(PromptFindings.info(
                        "WILDCARD",
                        Effect.DOUBT,
                        "\"" + matcher.group() + "\" looks like a dynamic prompt before its choice; kept as text"))
                : List.of();
    }
}
