package dev.assay.core.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.Page;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiNote;
import dev.assay.core.workflow.ui.UiWriting;
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
        expected.forEach((name, prompt) -> assertThat(queued.get(name)).as(name).isEqualTo(prompt));
    }
}
