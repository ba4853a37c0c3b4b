package dev.assay.core.prompt;

import java.util.List;

import dev.assay.core.finding.Finding;

/**
 * A prompt without its tags for extra networks, and what those tags ask for.
 *
 * @param text the prompt with every {@code <type:…>} tag taken out and nothing else changed
 * @param networks in the order of their tags, each name once
 * @param findings duplicates, arguments that ComfyUI's core cannot follow, unknown tags
 */
public record ExtraNetworks(String text, List<ExtraNetwork> networks, List<Finding> findings) {

    /** How many tags of a negative prompt are reported; all are taken out. */
    private static final int MAX_DROPPED = 64;

    public ExtraNetworks {
        networks = List.copyOf(networks);
        findings = List.copyOf(findings);
    }

    /** Reads the tags of a positive prompt (or of a hires prompt, which has a set of its own). */
    public static ExtraNetworks inPrompt(String prompt) {
        var tags = TagScanner.scan(prompt);
        var collector = new NetworkCollector();
        tags.tags().forEach(collector::add);
        return new ExtraNetworks(tags.rest(), collector.networks(), collector.findings());
    }

    /** Takes the tags out of a negative prompt: there A1111 loads nothing and encodes them as words. */
    public static ExtraNetworks inNegative(String prompt) {
        var tags = TagScanner.scan(prompt);
        var findings = tags.tags().stream()
                .limit(MAX_DROPPED)
                .map(ExtraNetworks::dropped)
                .distinct()
                .toList();
        return new ExtraNetworks(tags.rest(), List.of(), findings);
    }

    private static Finding dropped(TagScanner.Tag tag) {
        return PromptFindings.dropped("LORA_IN_NEGATIVE", tag + " in the negative prompt loads nothing; taken out");
    }
}
