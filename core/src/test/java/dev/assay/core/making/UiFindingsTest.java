package dev.assay.core.making;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiFindingsTest {

    private static Graph graph(String seed, String prompt) {
        var graph = new GraphBuilder(NodeDefinitions.core());
        graph.add("CLIPTextEncode").set("text", prompt);
        graph.add("KSampler").set("seed", new Json.Num(seed));
        return graph.build();
    }

    @Test
    void saysThatABrowserRoundsALargeSeed() {
        assertThat(UiFindings.of(graph("9007199254740993", "a")))
                .extracting(Finding::code)
                .containsExactly("SEED_UI");
    }

    @Test
    void findsNothingWrongWithTextsAndSeedsThatThePageSendsAsTheyAre() {
        assertThat(UiFindings.of(graph("9007199254740994", "a //b {c|d}"))).isEmpty();
        assertThat(UiFindings.of(graph("1716271426", "/* a */"))).isEmpty();
    }
}
