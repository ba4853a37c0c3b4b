package dev.assay.core.metadata.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The passes that made one picture, first to last.
 *
 * @param end the node the picture goes out by
 * @param passes at least one
 * @param joined whether the picture is put together from several of which only one is followed
 */
record PassChain(ApiNode end, List<SamplingPass> passes, boolean joined) {

    private static final int MAX_PASSES = 50;
    private static final int MAX_ENDS = 50;

    /** Inputs by which no picture comes: what else a node needs. */
    private static final Set<String> ASIDE = Set.of(
            "model",
            "clip",
            "vae",
            "mask",
            "positive",
            "negative",
            "conditioning",
            "control_net",
            "clip_vision",
            "clip_vision_output",
            "style_model",
            "upscale_model",
            "sigmas",
            "guider",
            "noise",
            "bbox_detector",
            "sam_model_opt");

    private static final Pattern KEPT = Pattern.compile(".*(?:Save|VideoCombine|Export|Output|Upload|Send).*");

    /**
     * The chain of each end of the graph, the longest first: where a first pass is saved as well, the finished picture
     * counts. What is saved goes before what is only shown.
     */
    static List<PassChain> of(ApiGraph graph) {
        return graph.ends().stream()
                .sorted(Comparator.comparing(end -> !KEPT.matcher(end.type()).matches()))
                .limit(MAX_ENDS)
                .map(end -> chain(graph, end))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(chain -> -chain.passes().size()))
                .toList();
    }

    private static Optional<PassChain> chain(ApiGraph graph, ApiNode end) {
        List<SamplingPass> passes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        var found = samplers(graph, Optional.of(end));
        var isJoined = false;
        while (!found.isEmpty() && seen.add(found.getFirst().id()) && passes.size() < MAX_PASSES) {
            isJoined |= found.size() > 1;
            var pass = new SamplingPass(graph, found.getFirst());
            passes.addFirst(pass);
            found = samplers(graph, graph.source(pass.latent()));
        }
        return passes.isEmpty() ? Optional.empty() : Optional.of(new PassChain(end, passes, isJoined));
    }

    /** The nearest samplers, by the way that pictures go; by any way only if there is no such. */
    private static List<ApiNode> samplers(ApiGraph graph, Optional<ApiNode> start) {
        if (start.isEmpty()) {
            return List.of();
        }
        var onTheWay = graph.nearest(start.get(), SamplingPass::is, input -> !ASIDE.contains(input));
        return onTheWay.isEmpty() ? graph.nearest(start.get(), SamplingPass::is, _ -> true) : onTheWay;
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
