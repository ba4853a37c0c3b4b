package dev.assay.core.metadata.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The passes that made one picture, first to last.
 *
 * @param end the node the picture goes out by
 * @param passes at least one
 */
record PassChain(ApiNode end, List<SamplingPass> passes) {

    private static final int MAX_PASSES = 50;
    private static final int MAX_ENDS = 50;

    /**
     * The chain of each end of the graph, the longest first: where a first pass is saved as well, the finished picture
     * counts. What is saved goes before what is only shown.
     */
    static List<PassChain> of(ApiGraph graph) {
        return graph.ends().stream()
                .limit(MAX_ENDS)
                .map(end -> chain(graph, end))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(
                                (PassChain chain) -> -chain.passes().size())
                        .thenComparing(chain -> !chain.end().type().contains("Save")))
                .toList();
    }

    private static Optional<PassChain> chain(ApiGraph graph, ApiNode end) {
        List<SamplingPass> passes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        var next = graph.nearest(end, SamplingPass::is).stream().findFirst();
        while (next.isPresent() && seen.add(next.get().id()) && passes.size() < MAX_PASSES) {
            var pass = new SamplingPass(graph, next.get());
            passes.addFirst(pass);
            next = graph.nearest(pass.latent(), SamplingPass::is).stream().findFirst();
        }
        return passes.isEmpty() ? Optional.empty() : Optional.of(new PassChain(end, passes));
    }

    SamplingPass first() {
        return passes.getFirst();
    }

    SamplingPass last() {
        return passes.getLast();
    }

    boolean contains(SamplingPass pass) {
        return passes.stream()
                .anyMatch(one -> one.node().id().equals(pass.node().id()));
    }
}
