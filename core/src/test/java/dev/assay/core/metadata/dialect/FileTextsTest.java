package dev.assay.core.metadata.dialect;

import dev.assay.core.finding.Effect;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.file;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.only;
import static org.assertj.core.api.Assertions.assertThat;

class FileTextsTest {

    private static final String PROMPT =
            "{\"1\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":5,\"steps\":20,\"cfg\":8,"
                    + "\"sampler_name\":\"dpmpp_2m\",\"scheduler\":\"karras\",\"denoise\":1,\"latent_image\":[\"3\",0],\"model\":[\"2\",0]}},"
                    + "\"2\":{\"class_type\":\"UNETLoader\",\"inputs\":{\"unet_name\":\"dir/flux.safetensors\"}},"
                    + "\"3\":{\"class_type\":\"EmptyLatentImage\",\"inputs\":{\"width\":64,\"height\":64}}}";

    private static final String WORKFLOW = "{\"nodes\":[],\"links\":[],\"version\":0.4}";

    @Test
    void readsGraphAndInfotextAsOne() {
        var reading = only(file(
                "parameters",
                        "a fox\nSteps: 20, Sampler: DPM++ 2M Karras, Seed: 6, Model: flux, Model hash: 0123456789",
                "prompt", PROMPT,
                "workflow", WORKFLOW));
        assertThat(reading.graph().orElseThrow().prompt()).isPresent();
        assertThat(reading.graph().orElseThrow().workflow()).isPresent();
        assertThat(reading.values())
                .as("the graph's values first, the text's where the graph is silent")
                .containsEntry(Parameter.SEED, "5")
                .containsEntry(Parameter.SAMPLER, "dpmpp_2m")
                .containsEntry(Parameter.PROMPT, "a fox");
        assertThat(codes(reading)).containsExactly("VALUE_CONFLICT");
        assertThat(keys(one(reading, Role.UNET)))
                .containsExactly("name dir/flux.safetensors", "name flux", "0123456789");
        assertThat(reading.source().detail()).isEqualTo("PNG tEXt prompt");
    }

    @Test
    void readsTheSameTextOnce() {
        var text = "a fox\nSteps: 20, Seed: 6";
        assertThat(file("parameters", text, "UserComment", text)).hasSize(1);
        assertThat(file("parameters", text, "UserComment", "b" + text)).hasSize(2);
    }

    @Test
    void takesTheWholeGraphOfSeveral() {
        var reading = only(file(
                "workflow", "{", "workflow", WORKFLOW, "prompt", "{\"1\":{\"class_type\":\"A\"}}", "prompt", PROMPT));
        assertThat(reading.values()).containsEntry(Parameter.SEED, "5");
    }

    @Test
    void readsAGraphWrappedInStrings() {
        var twice = Json.of(Json.of(PROMPT).write()).write();
        assertThat(only(file("prompt", twice)).values()).containsEntry(Parameter.SEED, "5");
        assertThat(only(file("comment", "{\"prompt\":" + PROMPT + ",\"workflow\":" + WORKFLOW + "}"))
                        .values())
                .containsEntry(Parameter.SEED, "5");
    }

    @Test
    void doesNotTakeAnotherToolsPromptForAGraph() {
        assertThat(file("prompt", "a fox", "negative_prompt", "bad")).isEmpty();
        assertThat(file("Description", "a fox")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Midjourney | Description | a fox --ar 1:1 Job ID: 0f3a1b2c-1111-2222-3333-444455556666",
                "Midjourney | dc:description | a fox --v 6 Job ID: 0f3a1b2c-1111-2222-3333-444455556666",
                "Dreamina | UserComment | {\"aigc_info\":{}}",
                "OpenAI | softwareAgent | GPT-4o",
                "Adobe Firefly | claim_generator | Adobe_Firefly/1.0",
                "Google AI | photoshop:Credit | Made with Google AI",
                "does not say | Iptc4xmpExt:DigitalSourceType | http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
            })
    void namesServicesThatNobodyCanRepeat(String tool, String key, String text) {
        var reading = only(file(key, text));
        assertThat(codes(reading)).containsExactly("TOOL_NOT_REPRODUCIBLE");
        assertThat(reading.findings().getFirst().message()).contains(tool);
        assertThat(reading.findings().getFirst().effect()).isEqualTo(Effect.PREVENTS);
        assertThat(reading.values()).isEmpty();
    }

    @Test
    void readsAnEditorsGraphForItsModels() {
        var workflow =
                "{\"nodes\":[{\"id\":1,\"type\":\"CheckpointLoaderSimple\",\"widgets_values\":[\"a.safetensors\"],\"properties\":"
                        + "{\"models\":[{\"name\":\"a.safetensors\",\"url\":\"https://x.test/a?token=secret\",\"hash\":\""
                        + "ab".repeat(32)
                        + "\",\"hash_type\":\"SHA256\",\"directory\":\"checkpoints\"}]}},"
                        + "{\"id\":2,\"type\":\"LoraLoader\",\"mode\":4,\"widgets_values\":[\"off.safetensors\",1,1]},"
                        + "{\"id\":3,\"type\":\"sub\"}],\"links\":[],\"definitions\":{\"subgraphs\":[{\"id\":\"sub\",\"nodes\":["
                        + "{\"id\":1,\"type\":\"VAELoader\",\"widgets_values\":[\"v.safetensors\"]},{\"id\":2,\"type\":\"sub\"}]}]}}";
        var reading = only(file("workflow", workflow));
        assertThat(keys(one(reading, Role.CHECKPOINT))).containsExactly("name a.safetensors", "ab".repeat(32));
        assertThat(one(reading, Role.VAE).name()).isEqualTo("v.safetensors");
        assertThat(reading.ingredients()).hasSize(2);
        assertThat(reading.extras()).containsEntry("Address of a.safetensors", "https://x.test/a?token=…");
        assertThat(codes(reading)).contains("GRAPH_NOT_EXECUTED");
    }
}
