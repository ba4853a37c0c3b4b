package dev.assay.core.workflow.model;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.EmbeddedModel;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelInputsTest {

    private final ModelInputs inputs = ModelInputs.load();

    private static Graph graph(String type, String inputs) throws MalformedJsonException {
        var node = Json.object()
                .put("class_type", type)
                .put("inputs", Json.parse(inputs))
                .build();
        return ((ApiReading.Read) ApiFormat.read(Json.object().put("1", node).build())).graph();
    }

    private List<String> names(String type, String json) throws MalformedJsonException {
        return inputs.in(graph(type, json)).stream()
                .map(model -> model.folder() + '/' + model.name() + (model.guessed() ? '?' : ""))
                .toList();
    }

    @Test
    void knowsTheLoadersOfTheCore() throws MalformedJsonException {
        assertThat(names("CheckpointLoaderSimple", "{\"ckpt_name\":\"a/b.ckpt\"}"))
                .containsExactly("checkpoints/a/b.ckpt");
        assertThat(names("DualCLIPLoader", "{\"clip_name1\":\"l.sft\",\"clip_name2\":\"t5\",\"type\":\"flux\"}"))
                .containsExactly("text_encoders/l.sft", "text_encoders/t5");
        assertThat(names("VAELoader", "{\"vae_name\":\"taesd\"}")).isEmpty();
    }

    @Test
    void leavesOutWhatIsSwitchedOffOrMeansNothing() throws MalformedJsonException {
        assertThat(names(
                        "Power Lora Loader (rgthree)",
                        "{\"lora_1\":{\"on\":true,\"lora\":\"x.safetensors\",\"strength\":1},"
                                + "\"LORA_2\":{\"on\":false,\"lora\":\"y.safetensors\"},"
                                + "\"lora_3\":{\"on\":true,\"lora\":\"None\"}}"))
                .containsExactly("loras/x.safetensors");
        assertThat(names("LoRA Stacker", "{\"lora_count\":1,\"lora_name_1\":\"x.pt\",\"lora_name_2\":\"y.pt\"}"))
                .containsExactly("loras/x.pt");
        assertThat(names(
                        "CR LoRA Stack",
                        "{\"switch_1\":\"Off\",\"lora_name_1\":\"x.pt\",\"switch_2\":\"On\",\"lora_name_2\":\"y.pt\"}"))
                .containsExactly("loras/y.pt");
        assertThat(names(
                        "Efficient Loader",
                        "{\"ckpt_name\":\"a.ckpt\",\"vae_name\":\"Baked VAE\",\"lora_name\":\"None\"}"))
                .containsExactly("checkpoints/a.ckpt");
    }

    @Test
    void readsListsTagsAndTokens() throws MalformedJsonException {
        assertThat(names(
                        "Lora Loader (LoraManager)",
                        "{\"text\":\"<lora:a:0.6> <lora:b:1>\",\"loras\":{\"__value__\":["
                                + "{\"name\":\"a\",\"active\":true},{\"name\":\"b\",\"active\":false}]}}"))
                .containsExactly("loras/a");
        assertThat(names("Lora Loader (LoraManager)", "{\"text\":\"<lora:a:0.6> <lora:b:1:0.5>\"}"))
                .containsExactly("loras/a", "loras/b");
        assertThat(names("CLIPTextEncode", "{\"text\":\"embedding:one, (embedding:two.pt:1.2) x,embedding:glued\"}"))
                .containsExactly("embeddings/one", "embeddings/two.pt");
        assertThat(names("LoraLoader|pysssss", "{\"lora_name\":{\"content\":\"x.safetensors\",\"image\":null}}"))
                .containsExactly("loras/x.safetensors");
    }

    @Test
    void guessesAtUnknownNodesAndSaysSo() throws MalformedJsonException {
        assertThat(names("Somebody's Loader", "{\"my_vae\":\"x.safetensors\",\"note\":\"no.\"}"))
                .containsExactly("vae/x.safetensors?");
        assertThat(names("LoraThing", "{\"#0\":\"x.safetensors\",\"#1\":\"fixed\"}"))
                .containsExactly("loras/x.safetensors?");
        assertThat(names("Thing", "{\"file\":\"x.gguf\"}")).containsExactly("/x.gguf?");
    }

    @Test
    void putsModelsUnderOtherNames() throws MalformedJsonException {
        var graph = graph("LoraLoader", "{\"lora_name\":\"x.pt\",\"strength_model\":1}");
        var model = new EmbeddedModel("sub/y.safetensors", "https://example.com/y", Optional.empty(), "loras");
        var rename = ModelRename.of(inputs.in(graph).getFirst(), model.name(), Optional.of(model));
        var node = ModelInputs.rename(graph, List.of(rename)).nodes().getFirst();
        assertThat(node.literal("lora_name").text()).hasValue("sub/y.safetensors");
        assertThat(node.models()).containsExactly(model);
        var text = graph("CLIPTextEncode", "{\"text\":\"a (embedding:one:1.2) embedding:oneself\"}");
        var token = ModelRename.of(inputs.in(text).getFirst(), "sub/two", Optional.empty());
        assertThat(ModelInputs.rename(text, List.of(token))
                        .nodes()
                        .getFirst()
                        .literal("text")
                        .text())
                .hasValue("a (embedding:sub/two:1.2) embedding:oneself");
    }
}
