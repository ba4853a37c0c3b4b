package dev.assay.core.metadata.dialect;

import java.util.List;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.strength;
import static org.assertj.core.api.Assertions.assertThat;

class PromptGraphTest {

    private static final String BASE = """
            "1": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"sub\\\\a.safetensors"}},
            "2": {"class_type":"CLIPTextEncode","inputs":{"text":["20",0],"clip":["9",0]}},
            "3": {"class_type":"CLIPTextEncode","inputs":{"text":"bad (embedding:easy:1.2), embedding:two","clip":["9",0]}},
            "4": {"class_type":"EmptyLatentImage","inputs":{"width":["21",0],"height":512,"batch_size":1}},
            "9": {"class_type":"CLIPSetLastLayer","inputs":{"stop_at_clip_layer":-2,"clip":["1",1]}},
            "20": {"class_type":"StringConcatenate","inputs":{"string_a":"a fox","string_b":["22",0],"delimiter":", "}},
            "21": {"class_type":"PrimitiveInt","inputs":{"value":640}},
            "22": {"class_type":"PrimitiveStringMultiline","inputs":{"value":"red"}},
            "7": {"class_type":"VAEDecode","inputs":{"samples":["6",0],"vae":["1",2]}},
            "8": {"class_type":"SaveImage","inputs":{"images":["7",0]}},
            """;

    private static final String SAMPLER = """
            "6": {"class_type":"KSampler","inputs":{"seed":["23",3],"steps":20,"cfg":7.5,"sampler_name":"euler",
             "scheduler":"karras","denoise":1.0,"model":["1",0],"positive":["2",0],"negative":["3",0],"latent_image":["4",0]}},
            "23": {"class_type":"Seed (pack)","inputs":{"seed":18446744073709551615}}
            """;

    @Test
    void followsLinksForValuesTextsAndSizes() {
        var reading = graph(BASE + SAMPLER);
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox, red")
                .containsEntry(Parameter.SEED, "18446744073709551615")
                .containsEntry(Parameter.STEPS, "20")
                .containsEntry(Parameter.CFG_SCALE, "7.5")
                .containsEntry(Parameter.SAMPLER, "euler")
                .containsEntry(Parameter.SCHEDULE_TYPE, "karras")
                .containsEntry(Parameter.WIDTH, "640")
                .containsEntry(Parameter.HEIGHT, "512")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .doesNotContainKey(Parameter.DENOISING_STRENGTH);
        assertThat(reading.ingredients())
                .extracting(Ingredient::name)
                .containsExactly("sub\\a.safetensors", "easy", "two");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void readsTheCustomSamplersParts() {
        var reading = graph(BASE + """
                "6": {"class_type":"SamplerCustomAdvanced","inputs":{"noise":["30",0],"guider":["31",0],"sampler":["32",0],
                 "sigmas":["33",0],"latent_image":["4",0]}},
                "30": {"class_type":"RandomNoise","inputs":{"noise_seed":5}},
                "31": {"class_type":"CFGGuider","inputs":{"cfg":3,"model":["1",0],"positive":["36",0],"negative":["3",0]}},
                "32": {"class_type":"KSamplerSelect","inputs":{"sampler_name":"dpmpp_2m"}},
                "33": {"class_type":"SplitSigmas","inputs":{"step":3,"sigmas":["34",0]}},
                "34": {"class_type":"KarrasScheduler","inputs":{"steps":12,"sigma_max":14,"sigma_min":0.1,"rho":7}},
                "36": {"class_type":"FluxGuidance","inputs":{"guidance":3.5,"conditioning":["2",0]}}
                """);
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "5")
                .containsEntry(Parameter.CFG_SCALE, "3")
                .containsEntry(Parameter.SAMPLER, "dpmpp_2m")
                .containsEntry(Parameter.SCHEDULE_TYPE, "karras")
                .containsEntry(Parameter.STEPS, "12")
                .containsEntry(Parameter.DISTILLED_CFG_SCALE, "3.5")
                .containsEntry(Parameter.PROMPT, "a fox, red");
    }

    @Test
    void readsLorasOfSeveralPacks() {
        var reading = graph((BASE + SAMPLER).replace("\"model\":[\"1\",0]", "\"model\":[\"40\",0]") + """
                ,"40": {"class_type":"LoraLoader","inputs":{"lora_name":"a.safetensors","strength_model":0.5,"strength_clip":0,
                 "model":["41",0],"clip":["41",1]}},
                "41": {"class_type":"Power Lora Loader (rgthree)","inputs":{"lora_1":{"on":true,"lora":"b.safetensors","strength":0.6},
                 "lora_2":{"on":false,"lora":"off.safetensors","strength":1},"model":["42",0]}},
                "42": {"class_type":"Lora Loader (LoraManager)","inputs":{"text":"<lora:c:1>","loras":{"__value__":[
                 {"name":"c","strength":0.7,"clipStrength":0.8,"active":true},{"name":"d","strength":1,"active":false}]},"model":["43",0]}},
                "43": {"class_type":"CR LoRA Stack","inputs":{"lora_name_1":"e.safetensors","model_weight_1":0.9,"clip_weight_1":1,
                 "lora_name_2":"None","model":["44",0]}},
                "44": {"class_type":"LoraLoader|pysssss","inputs":{"lora_name":{"content":"f.safetensors","image":null},
                 "strength_model":1.1,"strength_clip":1,"model":["1",0]}}
                """);
        var loras = reading.ingredients().stream()
                .filter(i -> i.role() == Role.LORA)
                .toList();
        assertThat(loras)
                .extracting(Ingredient::name)
                .as("in the order in which they apply")
                .containsExactly("f.safetensors", "e.safetensors", "c", "b.safetensors", "a.safetensors");
        assertThat(loras)
                .extracting(i -> strength(i).toPlainString())
                .containsExactly("1.1", "0.9", "0.7", "0.6", "0.5");
        assertThat(named(reading, "a.safetensors").clipStrength().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void takesAirsInPlaceOfNames() {
        var reading =
                graph((BASE + SAMPLER).replace("sub\\\\a.safetensors", "urn:air:sdxl:checkpoint:civitai:101@202"));
        assertThat(Read.keys(one(reading, Role.CHECKPOINT))).containsExactly("air 101@202");
    }

    @Test
    void readsAPictureThatWasPaintedOver() {
        var reading = graph((BASE + SAMPLER)
                        .replace(
                                "EmptyLatentImage\",\"inputs\":{\"width\":[\"21\",0],\"height\":512,\"batch_size\":1}",
                                "VAEEncode\",\"inputs\":{\"pixels\":[\"50\",0],\"vae\":[\"1\",2]}")
                        .replace("\"denoise\":1.0", "\"denoise\":0.6")
                + ",\"50\": {\"class_type\":\"LoadImage\",\"inputs\":{\"image\":\"x.png\"}}");
        assertThat(reading.values())
                .containsEntry(Parameter.PROCESS, "img2img")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.6")
                .doesNotContainKey(Parameter.WIDTH);
    }

    @Test
    void saysWhenThereIsNoSamplerAndStillNamesTheModels() {
        var reading =
                graph("\"1\":{\"class_type\":\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"a.safetensors\"}}");
        assertThat(codes(reading)).containsExactly("GRAPH_WITHOUT_SAMPLER");
        assertThat(reading.ingredients()).hasSize(1);
    }

    @Test
    void saysWhenTheGraphMakesSeveralPictures() {
        var reading =
                graph(BASE + SAMPLER + "," + SAMPLER.replace("\"6\"", "\"66\"").replace("\"23\": {", "\"24\": {")
                        + ",\"67\":{\"class_type\":\"PreviewImage\",\"inputs\":{\"images\":[\"66\",0]}}");
        assertThat(codes(reading)).containsExactly("GRAPH_SEVERAL_PICTURES");
    }

    @Test
    void endsInGraphsWithoutEnd() {
        var circle = graph(
                "\"1\":{\"class_type\":\"A\",\"inputs\":{\"x\":[\"2\",0],\"latent_image\":[\"2\",0],\"sigmas\":[\"1\",0]}},"
                        + "\"2\":{\"class_type\":\"B\",\"inputs\":{\"x\":[\"1\",0],\"text\":[\"2\",0]}},"
                        + "\"3\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"1\",0],\"z\":[\"99\",0],\"w\":[\"1\"]}}");
        assertThat(circle.values()).containsEntry(Parameter.TOOL, "ComfyUI");
    }

    @Test
    void endsInHugeGraphs() {
        var nodes = new StringBuilder("\"0\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"1\",0]}}");
        for (int i = 1; i < 4000; i++) {
            nodes.append(",\"" + i + "\":{\"class_type\":\"KSampler\",\"inputs\":{\"latent_image\":[\"" + (i + 1)
                    + "\",0],\"sampler_name\":[\"" + (i + 1) + "\",0],\"steps\":[\"" + (i + 1)
                    + "\",0],\"string_a\":[\""
                    + (i + 1) + "\",0],\"string_b\":[\"" + (i + 2) + "\",0],\"positive\":[\"" + (i + 1) + "\",0]}}");
        }
        assertThat(codes(graph(nodes.toString()))).contains("GRAPH_SEVERAL_PASSES");
    }

    private static Reading graph(String nodes) {
        List<Reading> readings = Read.file("prompt", "{" + nodes + "}");
        return Read.only(readings);
    }
}
