package dev.assay.core.workflow.check;

import java.io.IOException;
import java.nio.file.Files;

import dev.assay.core.workflow.ExampleGraphs;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraphCheckConformanceTest {

    private final ModelInputs models = ModelInputs.load();

    @ParameterizedTest
    @ValueSource(strings = {"0.8.0", "0.24.0"})
    void realServersFindNothingWrongWithGoodGraphs(String version) throws IOException {
        var server = NodeDefinitions.fromObjectInfo(Shared.json("comfyui/object_info-" + version + ".json"));
        assertThat(GraphCheck.against(server, models, ExampleGraphs.textToImage()))
                .isEmpty();
        try (var files = Files.list(Shared.path("fixtures/workflows"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".api.json")).toList()) {
                var graph = ((ApiReading.Read) ApiFormat.read(Shared.json(file))).graph();
                assertThat(GraphCheck.against(server, models, graph))
                        .as(file.toString())
                        .allMatch(problem -> !problem.prevents());
            }
        }
    }
}
