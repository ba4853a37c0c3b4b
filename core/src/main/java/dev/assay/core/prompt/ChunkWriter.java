package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** Writes one prompt as ComfyUI texts, one for each chunk that {@code BREAK} begins. */
final class ChunkWriter {

    private static final int MAX_CHUNKS = 64;
    private static final int TOKENS_PER_CHUNK = 75;
    private static final BigDecimal NOTICEABLE = new BigDecimal("0.001");

    private final Emphasis emphasis;
    private final List<String> names;
    private final List<String> chunks = new ArrayList<>();
    private final Set<String> embeddings = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private ComfyText chunk = new ComfyText();

    ChunkWriter(Emphasis emphasis, List<String> names) {
        this.emphasis = emphasis;
        this.names = names;
    }

    /** At least one text; a BREAK at the end begins nothing. */
    List<String> chunks() {
        return chunks;
    }

    Set<String> embeddings() {
        return embeddings;
    }

    Set<Finding> findings() {
        return findings;
    }

    void write(String prompt) {
        for (var span : spans(prompt)) {
            switch (span) {
                case Span.Text text -> add(text);
                case Span.Break _ -> breakChunk();
            }
        }
        if (chunks.isEmpty() || !chunk.isBlank()) {
            finishChunk();
        }
    }

    private List<Span> spans(String prompt) {
        return switch (emphasis) {
            case ORIGINAL, NO_NORM, IGNORE -> PromptParser.parse(prompt);
            case NONE -> List.of(new Span.Text(prompt, BigDecimal.ONE));
        };
    }

    private void add(Span.Text span) {
        var weight = emphasis == Emphasis.IGNORE ? BigDecimal.ONE : span.weight();
        var rewritten = Embeddings.rewrite(span.text(), names);
        embeddings.addAll(rewritten.found());
        findings.addAll(rewritten.findings());
        if (weight.subtract(BigDecimal.ONE).abs().compareTo(NOTICEABLE) > 0) {
            findings.add(weightMode());
        }
        if (weight.abs().compareTo(PromptParser.MAX_WEIGHT) >= 0) {
            findings.add(PromptFindings.warning(
                    "WEIGHT_LIMIT",
                    Effect.APPROXIMATES,
                    "a weight of the prompt is held to " + weight.toPlainString()));
        }
        chunk.append(rewritten.text(), weight);
    }

    private Finding weightMode() {
        return PromptFindings.info(
                "WEIGHT_MODE",
                Effect.NONE,
                "ComfyUI applies prompt weights in another way than A1111 (emphasis "
                        + emphasis.label()
                        + "); the numbers are the same, their effect is not quite");
    }

    private void breakChunk() {
        if (chunks.size() < MAX_CHUNKS - 1) {
            finishChunk();
        } else {
            findings.add(PromptFindings.warning(
                    "CHUNK_LIMIT", Effect.APPROXIMATES, "more than " + MAX_CHUNKS + " chunks; the last hold together"));
            chunk.append(" ", BigDecimal.ONE);
        }
    }

    private void finishChunk() {
        int tokens = chunk.roughTokens();
        if (tokens > TOKENS_PER_CHUNK) {
            findings.add(PromptFindings.info(
                    "CHUNK",
                    Effect.NONE,
                    "about " + tokens + " tokens: A1111 and ComfyUI cut what is longer than " + TOKENS_PER_CHUNK
                            + " at different words"));
        }
        chunks.add(chunk.toString());
        chunk = new ComfyText();
    }
}
