package dev.assay.core.workflow.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Shared;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoreNodesConformanceTest {

    private static Map<String, Json> answers() {
        Map<String, Json> answers = new LinkedHashMap<>();
        answers.put("0.8.0", Shared.json("comfyui/object_info-0.8.0.json"));
        answers.put("0.24.0", Shared.json("comfyui/object_info-0.24.0.json"));
        return answers;
    }

    @Test
    void theTableIsWhatItsToolMakesOfTheServersAnswers() throws IOException {
        var made = new CoreNodeTable(answers()).text();
        try (var stream = Objects.requireNonNull(CoreNodes.class.getResourceAsStream(CoreNodes.RESOURCE))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(made);
        }
    }

    @Test
    void theTableSaysTheSameAsTheServerButForFiles() {
        var answer = answers().getOrDefault("0.24.0", Json.none());
        var server = NodeDefinitions.fromObjectInfo(answer);
        var table = NodeDefinitions.core();
        for (var type : answer.members().keySet()) {
            var told = server.find(type).orElseThrow();
            var ours = table.find(type).orElseThrow();
            assertThat(ours.outputs()).as(type).isEqualTo(told.outputs());
            assertThat(ours.output()).as(type).isEqualTo(told.output());
            assertThat(ours.inputs()).as(type).hasSameSizeAs(told.inputs());
            for (int i = 0; i < ours.inputs().size(); i++) {
                var own = ours.inputs().get(i);
                var asked = told.inputs().get(i);
                var isFile = asked.type() instanceof InputType.Choice(var _, var files) && files;
                assertThat(own.name()).as(type).isEqualTo(asked.name());
                assertThat(own.controlled()).as(type).isEqualTo(asked.controlled());
                assertThat(own.fallback()).as(type).isEqualTo(asked.fallback());
                if (!isFile) {
                    assertThat(own.type()).as(type + '.' + own.name()).isEqualTo(asked.type());
                }
            }
        }
    }

    @Test
    void saysSinceWhenAClassOrAnInputIsKnown() {
        var table = NodeDefinitions.core();
        assertThat(table.find("KSampler").orElseThrow().since()).isEmpty();
        assertThat(table.find("MergeSplat").orElseThrow().since()).isEqualTo("0.24.0");
        assertThat(table.find("CFGNorm").orElseThrow().inputs().getLast().since())
                .isEqualTo("0.24.0");
    }
}
