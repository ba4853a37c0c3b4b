package dev.assay.core.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.Page;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiNote;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Both formats of one graph are the same prompt to the engine: the page's own library opens the one and gives the other. */
class PageConformanceTest {

    private static final NodeDefinitions CORE = NodeDefinitions.core();

    private static Json written(Drawn drawn) {
        var notes = List.of(new UiNote("Assay", "What to know: {a|b} // \\ 1"));
        return ((UiWriting.Written) new UiFormat(CORE).write(drawn.graph(), notes)).workflow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.24.0", "0.8.0"})
    void thePageQueuesWhatTheApiFormatSays(String version) {
        var server = Shared.path("comfyui/object_info-" + version + ".json");
        Map<String, Json> workflows = new LinkedHashMap<>();
        Map<String, Object> expected = new LinkedHashMap<>();
        Samples.all().forEach(sample -> {
            var drawn = sample.drawn(CORE);
            workflows.put(sample.toString(), written(drawn));
            expected.put(sample.toString(), Page.meaning(ApiFormat.write(drawn.graph())));
        });
        var queued = Page.queue(server, workflows);
        assertThat(new ArrayList<>(queued.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        // The page also states what a node's optional inputs are by themselves.
        expected.forEach(
                (name, prompt) -> assertThat(Page.withoutDefaults(Objects.requireNonNull(queued.get(name)), prompt))
                        .as(name)
                        .isEqualTo(prompt));
    }

    @Test
    void everyTextReachesTheEngineAsItIs() {
        var pieces =
                List.of("a", " ", "{", "}", "|", "\\", "/", "*", "\n", "(b:1.2)", "\\(", "__c__", "#", "\uD83D\uDC31");
        var random = new Random(11);
        var graph = new GraphBuilder(CORE);
        var clip = graph.add("CheckpointLoaderSimple")
                .set("ckpt_name", "a.safetensors")
                .out("CLIP");
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
            graph.add("CLIPTextEncode").set("clip", clip).set("text", text + ".");
        }
        var workflow = ((UiWriting.Written) new UiFormat(CORE).write(graph.build(), List.of())).workflow();
        var server = Shared.path("comfyui/object_info-0.24.0.json");
        assertThat(Page.queue(server, Map.of("texts", workflow)))
                .containsExactly(Map.entry("texts", Page.meaning(ApiFormat.write(graph.build()))));
    }
}
