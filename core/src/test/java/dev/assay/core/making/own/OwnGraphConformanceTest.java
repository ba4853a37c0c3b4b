package dev.assay.core.making.own;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.making.Placed;
import dev.assay.core.making.Placements;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.Png;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.Page;
import dev.assay.core.workflow.ui.UiEditor;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiNote;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real graphs out of images and files: under other names of models and with a note, they are what ran. */
class OwnGraphConformanceTest {

    private static final NodeDefinitions CORE = NodeDefinitions.core();
    private static final UiNote NOTE = new UiNote("Assay", "# What to know: {a|b}");

    /** Name, then prompt and canvas. */
    private static Map<String, EmbeddedGraph> graphs() throws IOException, MalformedJsonException {
        Map<String, EmbeddedGraph> graphs = new LinkedHashMap<>();
        try (var files = Files.list(Shared.path("fixtures/workflows"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".api.json"))
                    .sorted()
                    .toList()) {
                var name = file.getFileName().toString().replaceAll("(\\.expected)?\\.api\\.json$", "");
                var canvas = Shared.json(file.resolveSibling(name + ".json"));
                graphs.put(name, new EmbeddedGraph(Optional.of(Shared.json(file)), Optional.of(canvas)));
            }
        }
        try (var files = Files.list(Shared.path("fixtures/images"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
                var texts = Png.texts(file);
                if (texts.containsKey("prompt") && texts.containsKey("workflow")) {
                    graphs.put(
                            file.getFileName().toString(),
                            new EmbeddedGraph(
                                    Optional.of(WorkflowText.parse(texts.getOrDefault("prompt", ""))),
                                    Optional.of(WorkflowText.parse(texts.getOrDefault("workflow", "")))));
                }
            }
        }
        return graphs;
    }

    private static OwnGraph read(EmbeddedGraph embedded) {
        return ((OwnGraph.Reading.Usable) OwnGraph.read(embedded, CORE)).graph();
    }

    /** Each model that the graph names, listed in another folder here. */
    private static List<Placed> elsewhere(OwnGraph graph) {
        return graph.references().stream()
                .map(reference -> Placements.named(reference.name(), "here/" + reference.name(), reference.folder()))
                .toList();
    }

    /** Without inputs that the class does not have: old front ends sent the names of buttons along. */
    private static Node asTheEngineReadsIt(Node node) {
        var inputs = new LinkedHashMap<>(node.inputs());
        inputs.keySet()
                .removeIf(name -> CORE.find(node.type()).orElseThrow().inputsFor(node::literal).stream()
                        .noneMatch(input -> input.name().equals(name)));
        return Node.of(node.id(), node.type(), inputs);
    }

    @Test
    void thePageQueuesWhatRanUnderTheNamesOfHere() throws IOException, MalformedJsonException {
        Map<String, Json> workflows = new LinkedHashMap<>();
        Map<String, Object> expected = new LinkedHashMap<>();
        for (var entry : graphs().entrySet()) {
            var graph = read(entry.getValue());
            var named = graph.named(elsewhere(graph));
            var canvas = named.ui().orElseThrow();
            workflows.put(entry.getKey(), UiEditor.withNote(canvas, NOTE));
            var laidOut = (UiWriting.Written) new UiFormat(CORE).write(named.api(), List.of(NOTE));
            workflows.put(entry.getKey() + ", laid out anew", laidOut.workflow());
            assertThat(named.findings()).extracting(Finding::code).doesNotContain("GRAPH_HALVES_DIFFER");
            var prompt = ApiFormat.write(named.api().map(OwnGraphConformanceTest::asTheEngineReadsIt));
            assertThat(prompt.write()).contains("here/");
            expected.put(entry.getKey(), Page.meaning(prompt));
            expected.put(entry.getKey() + ", laid out anew", Page.meaning(prompt));
        }
        assertThat(expected).hasSize(30);
        var queued = Page.queue(Shared.path("comfyui/object_info-0.24.0.json"), workflows);
        assertThat(new ArrayList<>(queued.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        expected.forEach(
                (name, prompt) -> assertThat(Page.withoutDefaults(queued.getOrDefault(name, "not queued"), prompt))
                        .as(name)
                        .isEqualTo(prompt));
    }

    @Test
    void theNoteChangesNothingButTheCount() throws IOException, MalformedJsonException {
        try (var files = Files.list(Shared.path("fixtures/workflows"))) {
            for (var file :
                    files.filter(f -> !f.toString().endsWith(".api.json")).toList()) {
                var before = Shared.json(file);
                var after = UiEditor.withNote(before, NOTE);
                var nodes = after.at("nodes").items();
                assertThat(nodes.subList(0, nodes.size() - 1))
                        .isEqualTo(before.at("nodes").items());
                var last = nodes.getLast().at("id");
                assertThat(before.write()).doesNotContain("\"id\":" + last.write() + ",");
                assertThat(after.at("last_node_id")).isEqualTo(last);
                before.members().forEach((key, value) -> {
                    if (!key.equals("nodes") && !key.equals("last_node_id")) {
                        assertThat(after.at(key)).isEqualTo(value);
                    }
                });
            }
        }
    }
}
