package dev.assay.core.metadata.graph;

import java.util.List;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/** Reads what ComfyUI ran: from the picture back to the samplers, and from them to all they were given. */
final class PromptGraphReader {

    private final ApiGraph graph;
    private final Draft draft;

    private PromptGraphReader(Json prompt, Source source) {
        this(prompt, new Draft(source));
    }

    private PromptGraphReader(Json prompt, Draft draft) {
        this.graph = new ApiGraph(prompt);
        this.draft = draft;
    }

    static Reading read(Json prompt, Source source) {
        var reader = new PromptGraphReader(prompt, source);
        reader.read();
        return reader.draft.build();
    }

    /** Reads into a reading that is begun already. */
    static void read(Json prompt, Draft draft) {
        new PromptGraphReader(prompt, draft).read();
    }

    private void read() {
        draft.suggest(Parameter.TOOL, Json.of("ComfyUI"));
        var chains = PassChain.of(graph);
        if (chains.isEmpty()) {
            draft.find(withoutSampler());
            graph.nodes().forEach(new LoaderModels(graph, draft)::read);
            return;
        }
        var chain = chains.getFirst();
        severalPictures(chains, chain);
        new FirstPass(graph, draft).read(chain);
        new LaterPasses(graph, draft).read(chain);
        new ChainModels(graph, draft).read(chain);
    }

    private Finding withoutSampler() {
        return graph.nodes().stream()
                .filter(ServiceNodes::is)
                .findFirst()
                .map(node -> Finding.warning(
                        "GRAPH_USES_SERVICE",
                        Effect.PREVENTS,
                        "The picture comes from a service on the network, by way of node " + node.id() + " ("
                                + node.type() + "); no local model makes it."))
                .orElseGet(() -> Finding.warning(
                        "GRAPH_WITHOUT_SAMPLER",
                        Effect.DOUBT,
                        "No sampler was found in the graph; its values are unknown."));
    }

    private void severalPictures(List<PassChain> chains, PassChain chain) {
        if (chains.stream().anyMatch(other -> !chain.contains(other.last()))) {
            draft.find(Finding.warning(
                    "GRAPH_SEVERAL_PICTURES",
                    Effect.DOUBT,
                    "The graph makes several pictures; the values are those of node "
                            + chain.end().id() + "."));
        }
        if (chain.joined()) {
            draft.find(Finding.warning(
                    "GRAPH_JOINED_PICTURES",
                    Effect.DOUBT,
                    "The picture is put together from those of several samplers; the values are those of node "
                            + chain.first().node().id() + "."));
        }
    }
}
