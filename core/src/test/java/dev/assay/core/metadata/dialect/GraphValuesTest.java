package dev.assay.core.metadata.dialect;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.core.metadata.dialect.Read.codes;
import static org.assertj.core.api.Assertions.assertThat;

/** What nodes of packs pass on to a sampler is told, and what they make themselves is said to be unknown. */
class GraphValuesTest {

    /** A plain graph whose sampler and first text may be given something else. */
    private static Reading graph(String sampler, String text, String more) {
        return Read.only(Read.file("prompt", """
                {"1": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"base.safetensors"}},
                 "2": {"class_type":"CLIPTextEncode","inputs":{"text":%s,"clip":["1",1]}},
                 "3": {"class_type":"CLIPTextEncode","inputs":{"text":"blurry","clip":["1",1]}},
                 "4": {"class_type":"EmptyLatentImage","inputs":{"width":832,"height":1216,"batch_size":1}},
                 %s
                 "7": {"class_type":"KSampler","inputs":{"seed":5,"steps":20,"cfg":7,"sampler_name":"euler",
                  "scheduler":"normal","denoise":1,"model":["1",0],"positive":["2",0],"negative":["3",0],
                  "latent_image":["4",0]%s}},
                 "8": {"class_type":"VAEDecode","inputs":{"samples":["7",0],"vae":["1",2]}},
                 "9": {"class_type":"SaveImage","inputs":{"images":["8",0]}}}
                """.formatted(text, more, sampler)));
    }

    private static String node(String type, String inputs) {
        return "\"20\": {\"class_type\":\"" + type + "\",\"inputs\":{" + inputs + "}},";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            JoinStringMulti ~ "inputcount":2,"delimiter":"; ","string_1":"a fox","string_2":"at night" ~ a fox; at night
            easy promptConcat ~ "prompt1":"a fox","prompt2":"at night","separator":", " ~ a fox, at night
            StringFunction|pysssss ~ "action":"replace","text_a":"a red fox","text_b":"red","text_c":"blue" ~ a blue fox
            ShowText|pysssss ~ "text":"a fox","text2":"" ~ a fox
            """)
    void readsTextsThatArePutTogether(String type, String inputs, String text) {
        var reading = graph("", "[\"20\",0]", node(type, inputs));
        assertThat(reading.values()).containsEntry(Parameter.PROMPT, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Florence2Run        | "text_input":"","task":"caption","seed":1,"num_beams":3
            OllamaGenerateV2    | "system":"you write prompts","prompt":"a fox","seed":3
            SDXLPromptStyler    | "text_positive":"a fox","text_negative":"","style":"cinematic"
            DPRandomGenerator   | "text":"a {red,blue} fox","seed":3
            """)
    void saysWhereATextWasMadeThatTheGraphDoesNotHold(String type, String inputs) {
        var reading = graph("", "[\"20\",0]", node(type, inputs));
        assertThat(reading.values()).doesNotContainKey(Parameter.PROMPT);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code().equals("PROMPT_UNREADABLE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("node 20 (" + type + ")");
                    assertThat(finding.advice()).isNotEmpty();
                });
    }

    @Test
    void takesNoChoiceOfANodeForAPrompt() {
        var reading = graph(
                ",\"positive\":[\"21\",0],\"negative\":[\"21\",1]",
                "\"a fox\"",
                node("StyleModelApply", "\"strength_type\":\"multiply\",\"strength\":1,\"conditioning\":[\"2\",0]")
                        + "\"22\": {\"class_type\":\"CR Multi-ControlNet Stack\",\"inputs\":{\"switch_1\":\"On\","
                        + "\"controlnet_1\":\"cn.safetensors\"}},"
                        + "\"21\": {\"class_type\":\"CR Apply Multi-ControlNet\",\"inputs\":{\"switch\":\"On\","
                        + "\"base_positive\":[\"20\",0],\"base_negative\":[\"3\",0],\"controlnet_stack\":[\"22\",0]}},");
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry");
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void saysWhichValueIsWorkedOutByANode() {
        var reading = graph(
                ",\"steps\":[\"20\",0],\"sampler_name\":[\"21\",0]",
                "\"a fox\"",
                node("MathExpression|pysssss", "\"expression\":\"a * 2\",\"a\":10")
                        + "\"21\": {\"class_type\":\"PickSampler\",\"inputs\":{\"seed\":606}},");
        assertThat(reading.values()).doesNotContainKeys(Parameter.STEPS, Parameter.SAMPLER);
        assertThat(codes(reading)).containsOnly("GRAPH_VALUE_UNCLEAR");
        assertThat(reading.findings())
                .extracting(finding -> finding.message())
                .anySatisfy(message -> assertThat(message).contains("Steps", "node 20 (MathExpression|pysssss)"))
                .anySatisfy(message -> assertThat(message).contains("Sampler", "node 21 (PickSampler)"));
    }

    @Test
    void takesNoSeedForASamplersName() {
        var reading = graph(
                ",\"seed\":[\"20\",0],\"sampler_name\":[\"20\",3],\"scheduler\":[\"20\",4]",
                "\"a fox\"",
                node(
                        "Input Parameters (Image Saver)",
                        "\"seed\":606,\"steps\":33,\"cfg\":6.5,\"sampler\":\"dpmpp_sde\",\"scheduler\":\"karras\""));
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "606")
                .containsEntry(Parameter.SAMPLER, "dpmpp_sde")
                .containsEntry(Parameter.SCHEDULE_TYPE, "karras");
    }

    @Test
    void readsASamplerThatIsWrappedInAnother() {
        var reading = Read.only(Read.file("prompt", """
                {"1": {"class_type":"UNETLoader","inputs":{"unet_name":"flux1-dev.safetensors"}},
                 "4": {"class_type":"EmptySD3LatentImage","inputs":{"width":["30",0],"height":768,"batch_size":1}},
                 "30": {"class_type":"SimpleMath+","inputs":{"value":"a*2","a":512}},
                 "5": {"class_type":"KSamplerSelect","inputs":{"sampler_name":"deis"}},
                 "6": {"class_type":"DetailDaemonSamplerNode","inputs":{"detail_amount":0.2,"sampler":["5",0]}},
                 "7": {"class_type":"SamplerCustomAdvanced","inputs":{"noise":["10",0],"guider":["11",0],
                  "sampler":["6",0],"sigmas":["12",0],"latent_image":["4",0]}},
                 "10": {"class_type":"RandomNoise","inputs":{"noise_seed":4242}},
                 "11": {"class_type":"BasicGuider","inputs":{"model":["1",0],"conditioning":["13",0]}},
                 "12": {"class_type":"BasicScheduler","inputs":{"scheduler":["31",0],"steps":22,"denoise":1,"model":["1",0]}},
                 "31": {"class_type":"PickSchedule","inputs":{}},
                 "13": {"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["1",1]}},
                 "9": {"class_type":"SaveImage","inputs":{"images":["7",0]}}}
                """));
        assertThat(reading.values())
                .containsEntry(Parameter.SAMPLER, "deis")
                .containsEntry(Parameter.STEPS, "22")
                .containsEntry(Parameter.HEIGHT, "768")
                .doesNotContainKeys(Parameter.SCHEDULE_TYPE, Parameter.WIDTH);
        assertThat(reading.extras()).containsEntry("Sampler patch", "DetailDaemonSamplerNode");
        assertThat(codes(reading)).containsExactly("GRAPH_VALUE_UNCLEAR", "GRAPH_VALUE_UNCLEAR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            easy loraStack       | "toggle":true,"mode":"simple","num_loras":1,"lora_1_name":"a.safetensors","lora_1_strength":0.8,"lora_1_model_strength":1,"lora_2_name":"b.safetensors","lora_2_strength":1 | a.safetensors 0.8
            easy loraStack       | "toggle":false,"mode":"simple","num_loras":1,"lora_1_name":"a.safetensors","lora_1_strength":0.8 | ``
            LoRA Stacker         | "input_mode":"simple","lora_count":1,"lora_name_1":"a.safetensors","lora_wt_1":0.1,"model_str_1":1.0,"clip_str_1":1.0 | a.safetensors 0.1
            LoRA Stacker         | "input_mode":"advanced","lora_count":1,"lora_name_1":"a.safetensors","lora_wt_1":0.1,"model_str_1":0.4,"clip_str_1":1.0 | a.safetensors 0.4
            NunchakuFluxLoraLoader | "lora_name":"a.safetensors","lora_strength":1.1 | a.safetensors 1.1
            PCLazyLoraLoader     | "text":"a fox <lora:a:0.4>" | a 0.4
            """)
    void readsTheStrengthsOfStacksByTheirMode(String type, String inputs, String loaded) {
        var reading = graph(",\"model\":[\"20\",0]", "\"a fox\"", node(type, inputs + ",\"model\":[\"1\",0]"));
        assertThat(reading.ingredients())
                .filteredOn(one -> one.role() == Role.LORA)
                .extracting(one ->
                        one.name() + " " + one.strength().map(Object::toString).orElse("?"))
                .containsExactly(loaded.isEmpty() ? new String[0] : new String[] {loaded});
    }

    @Test
    void turnsASizeThatAPresetSaysTurned() {
        var reading = graph(
                ",\"latent_image\":[\"20\",4]",
                "\"a fox\"",
                node(
                        "CR SDXL Aspect Ratio",
                        "\"width\":1024,\"height\":1024,\"aspect_ratio\":\"3:4 portrait 896x1152\",\"swap_dimensions\":\"On\""));
        assertThat(reading.values()).containsEntry(Parameter.WIDTH, "1152").containsEntry(Parameter.HEIGHT, "896");
    }

    @Test
    void readsTheSecondPassThatAScriptAdds() {
        var reading = graph(
                ",\"script\":[\"20\",0]",
                "\"a fox\"",
                node(
                        "HighRes-Fix Script",
                        "\"upscale_type\":\"pixel\",\"hires_ckpt_name\":\"(use same)\",\"latent_upscaler\":\"nearest\","
                                + "\"pixel_upscaler\":\"4x.pth\",\"upscale_by\":1.5,\"hires_steps\":12,\"denoise\":0.44,"
                                + "\"use_controlnet\":false,\"control_net_name\":\"cn.safetensors\""));
        assertThat(reading.values())
                .containsEntry(Parameter.HIRES_UPSCALE, "1.5")
                .containsEntry(Parameter.HIRES_STEPS, "12")
                .containsEntry(Parameter.HIRES_UPSCALER, "4x.pth")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.44");
        assertThat(reading.ingredients())
                .extracting(Ingredient::name)
                .containsExactlyInAnyOrder("base.safetensors", "4x.pth");
    }
}
