package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;

/**
 * What ComfyUI's page changes when it opens a graph and queues it, and the engine alone would not. Dynamic prompts and
 * comments are none of it: texts are written so that the page makes of them what they are.
 */
public final class UiFindings {

    private static final Set<String> SEEDS = Set.of("seed", "noise_seed");

    private UiFindings() {}

    /** What there is to say about this graph in UI format. */
    public static List<Finding> of(Graph graph) {
        return graph.nodes().stream().flatMap(UiFindings::seeds).distinct().toList();
    }

    /** A browser keeps numbers as doubles, and writes the fewest digits that tell them apart. */
    private static Stream<Finding> seeds(Node node) {
        return SEEDS.stream()
                .map(node::literal)
                .map(Json::decimal)
                .flatMap(Optional::stream)
                .filter(seed -> BigDecimal.valueOf(seed.doubleValue()).compareTo(seed) != 0)
                .map(UiFindings::rounded);
    }

    private static Finding rounded(BigDecimal seed) {
        return Finding.warning(
                        "SEED_UI",
                        Effect.APPROXIMATES,
                        "The seed " + seed.toPlainString()
                                + " is beyond 2^53: a browser rounds it, and makes another picture.")
                .advise("Write the API format (--format api), which keeps every digit.");
    }
}
