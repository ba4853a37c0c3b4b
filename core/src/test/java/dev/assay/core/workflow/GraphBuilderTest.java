package dev.assay.core.workflow;

import java.util.List;
import java.util.Map;

import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GraphBuilderTest {

    @Test
    void knowsOutputsByNameOrElseByType() {
        var checkpoint = new GraphBuilder(NodeDefinitions.core()).add("CheckpointLoaderSimple");
        assertThat(checkpoint.out("VAE")).isEqualTo(checkpoint.out(2));
        assertThatThrownBy(() -> checkpoint.out("IMAGE")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsNodesBehindWhatTheyNeed() {
        var last = Node.of(NodeId.of(1), "B", Map.of("x", new Input.Link(NodeId.of(2), 0)));
        var first = Node.of(NodeId.of(2), "A", Map.of());
        assertThat(Graph.of(List.of(last, first)).inOrder()).hasValue(List.of(first, last));
        var self = first.with("x", new Input.Link(NodeId.of(1), 0));
        assertThat(Graph.of(List.of(last, self)).inOrder()).isEmpty();
    }

    @Test
    void ordersIdsByTheirNumbers() {
        assertThat(List.of(new NodeId("57:10"), new NodeId("10"), new NodeId("57:3"), new NodeId("9")).stream()
                        .sorted())
                .containsExactly(new NodeId("9"), new NodeId("10"), new NodeId("57:3"), new NodeId("57:10"));
    }
}
