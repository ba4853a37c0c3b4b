package dev.assay.core.workflow.ui;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.Png;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelRename;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiEditorConformanceTest {

    private final UiFormat ui = new UiFormat(NodeDefinitions.core());
    private final UiEditor editor = new UiEditor(NodeDefinitions.core());

    private static Graph api(Json json) {
        return ((ApiReading.Read) ApiFormat.read(json)).graph();
    }

    private Graph exact(Json workflow) {
        return ((UiReading.Exact) ui.read(workflow)).graph();
    }

    @Test
    void nothingChangesButWhatIsAsked() {
        var original = Shared.json("fixtures/workflows/lora-lora_multiple.json");
        var executed = api(Shared.json("fixtures/workflows/lora-lora_multiple.api.json"));
        var edited = editor.edit(original, Optional.of(executed), List.of());
        assertThat(edited.unmatched()).isEmpty();
        var before = original.writePretty().lines().toList();
        var after = edited.workflow().writePretty().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                assertThat(before.get(i).strip()).isEqualTo("true,");
                assertThat(after.get(i).strip()).isEqualTo("\"fixed\",");
            }
        }
    }

    @Test
    void takesTheExecutedValuesAlsoIntoPrimitives() {
        var original = Shared.json("fixtures/workflows/sdxl-sdxl_refiner_prompt_example.json");
        var executed = api(Shared.json("fixtures/workflows/sdxl-sdxl_refiner_prompt_example.api.json"))
                .map(node -> node.type().equals("KSamplerAdvanced")
                        ? node.with("noise_seed", new Input.Literal(new Json.Num("18446744073709551615")))
                                .with("steps", new Input.Literal(Json.of(33)))
                        : node);
        var edited = editor.edit(original, Optional.of(executed), List.of());
        assertThat(edited.unmatched()).isEmpty();
        for (var sampler : exact(edited.workflow()).ofType("KSamplerAdvanced")) {
            assertThat(sampler.literal("noise_seed")).isEqualTo(new Json.Num("18446744073709551615"));
            assertThat(sampler.literal("steps").decimal()).hasValue(new BigDecimal(33));
        }
        assertThat(edited.workflow().write()).doesNotContain("randomize");
    }

    @Test
    void namesExecutedNodesThatTheWorkflowDoesNotHave() {
        var original = Shared.json("fixtures/workflows/lora-lora_multiple.json");
        var executed = api(Shared.json("fixtures/workflows/img2img-img2img_workflow.api.json"));
        assertThat(editor.edit(original, Optional.of(executed), List.of()).unmatched())
                .contains(new NodeId("14"));
    }

    @Test
    void putsModelsUnderOtherNamesAndTellsTheFrontEndWhereTheyAre() throws IOException, MalformedJsonException {
        var image = Shared.path("fixtures/images/comfyui-examples-lcm_basic_example.png");
        var original = WorkflowText.parse(Png.texts(image).getOrDefault("workflow", ""));
        var old = exact(original)
                .ofType("LoraLoader")
                .getFirst()
                .literal("lora_name")
                .text()
                .orElseThrow();
        var model = new EmbeddedModel(
                "lcm/new.safetensors", "https://civitai.com/api/download/models/7", Optional.empty(), "loras");
        var edited = editor.edit(
                original,
                Optional.empty(),
                List.of(new ModelRename("LoraLoader", "lora_name", old, model.name(), Optional.of(model))));
        var loader = exact(edited.workflow()).ofType("LoraLoader").getFirst();
        assertThat(loader.literal("lora_name").text()).hasValue(model.name());
        assertThat(loader.models()).containsExactly(model);
    }

    @Test
    void keepsAWorkflowOfCustomNodesAsItIs() {
        for (var name : List.of("custom-T2I2V_Rapid", "custom-Lora_Manager_Basic", "comfy-cli-subgraph-template")) {
            var original = Shared.json("fixtures/workflows/" + name + ".json");
            var edited = editor.edit(original, Optional.empty(), List.of()).workflow();
            assertThat(edited.write().replace("\"fixed\"", "\"randomize\""))
                    .isEqualTo(original.write().replace("\"fixed\"", "\"randomize\""));
        }
    }
}
