package dev.assay.core.metadata.dialect;

import java.util.List;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.one;
import static org.assertj.core.api.Assertions.assertThat;

/** The ways through graphs as people wire them: from the picture back, past everything that only passes on. */
class GraphWaysTest {

    private static final String START = """
            "1": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"base.safetensors"}},
            "2": {"class_type":"CLIPTextEncode","inputs":{"text":"a fox","clip":["1",1]}},
            "3": {"class_type":"CLIPTextEncode","inputs":{"text":"blurry","clip":["1",1]}},
            "4": {"class_type":"EmptyLatentImage","inputs":{"width":832,"height":1216,"batch_size":1}},
            """;

    private static final String END = """
            "8": {"class_type":"VAEDecode","inputs":{"samples":["7",0],"vae":["1",2]}},
            "9": {"class_type":"SaveImage","inputs":{"images":["8",0]}}
            """;

    private static String sampler(String id, String changes) {
        return "\"" + id + "\": {\"class_type\":\"KSampler\",\"inputs\":{"
                + """
                "seed":5,"steps":20,"cfg":7,"sampler_name":"euler","scheduler":"normal","denoise":1,"model":["1",0],
                "positive":["2",0],"negative":["3",0],"latent_image":["4",0]%s}},
                """.formatted(changes.isEmpty() ? "" : "," + changes);
    }

    @Test
    void startsAtThePictureAndNotAtTheFirstSampler() {
        var reading = graph("""
                "0": {"class_type":"KSampler","inputs":{"seed":99,"steps":99,"cfg":99,"sampler_name":"ddim",
                 "scheduler":"simple","denoise":1,"model":["1",0],"positive":["3",0],"negative":["2",0],
                 "latent_image":["4",0]}},
                """ + START + sampler("7", "") + END);
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "5")
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry");
    }

    @Test
    void takesTheSavedPictureBeforeTheOneThatIsOnlyShown() {
        var reading = graph(START + sampler("7", "") + sampler("17", "\"seed\":6") + """
                "18": {"class_type":"PreviewImage","inputs":{"images":["17",0]}},
                """ + END);
        assertThat(reading.values()).containsEntry(Parameter.SEED, "5");
        assertThat(codes(reading)).contains("GRAPH_SEVERAL_PICTURES");
    }

    @Test
    void tellsARefinerByTheStepsThatAreShared() {
        var reading = graph(START + """
                "11": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"refiner.safetensors"}},
                "6": {"class_type":"KSamplerAdvanced","inputs":{"add_noise":"enable","noise_seed":5,"steps":25,"cfg":8,
                 "sampler_name":"euler","scheduler":"normal","start_at_step":0,"end_at_step":20,"model":["1",0],
                 "positive":["2",0],"negative":["3",0],"latent_image":["4",0],"return_with_leftover_noise":"enable"}},
                "7": {"class_type":"KSamplerAdvanced","inputs":{"add_noise":"disable","noise_seed":0,"steps":25,"cfg":8,
                 "sampler_name":"euler","scheduler":"normal","start_at_step":20,"end_at_step":10000,"model":["11",0],
                 "positive":["2",0],"negative":["3",0],"latent_image":["6",0],"return_with_leftover_noise":"disable"}},
                """ + END);
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("base.safetensors");
        assertThat(one(reading, Role.REFINER).name()).isEqualTo("refiner.safetensors");
        assertThat(reading.values())
                .containsEntry(Parameter.STEPS, "25")
                .containsEntry(Parameter.SEED, "5")
                .containsEntry(Parameter.REFINER_SWITCH_AT, "0.8");
    }

    @Test
    void tellsASecondPassOverALargerPicture() {
        var reading = graph(START + sampler("6", "") + """
                "12": {"class_type":"VAEDecode","inputs":{"samples":["6",0],"vae":["1",2]}},
                "13": {"class_type":"UpscaleModelLoader","inputs":{"model_name":"4x-UltraSharp.pth"}},
                "14": {"class_type":"ImageUpscaleWithModel","inputs":{"upscale_model":["13",0],"image":["12",0]}},
                "15": {"class_type":"ImageScale","inputs":{"upscale_method":"lanczos","width":1248,"height":1824,"crop":"disabled",
                 "image":["14",0]}},
                "16": {"class_type":"VAEEncode","inputs":{"pixels":["15",0],"vae":["1",2]}},
                """
                + sampler("7", "\"latent_image\":[\"16\",0],\"denoise\":0.4,\"steps\":12") + END);
        assertThat(reading.values())
                .containsEntry(Parameter.STEPS, "20")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.4")
                .containsEntry(Parameter.HIRES_STEPS, "12")
                .containsEntry(Parameter.HIRES_UPSCALER, "4x-UltraSharp.pth")
                .containsEntry(Parameter.WIDTH, "832");
        assertThat(one(reading, Role.UPSCALER).name()).isEqualTo("4x-UltraSharp.pth");
    }

    @Test
    void goesOnWhereASwitchLeads() {
        var byFlag = graph(START + """
                "20": {"class_type":"PrimitiveBoolean","inputs":{"value":false}},
                "21": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"other.safetensors"}},
                "22": {"class_type":"ComfySwitchNode","inputs":{"switch":["20",0],"on_true":["21",0],"on_false":["1",0]}},
                """ + sampler("7", "\"model\":[\"22\",0]") + END);
        assertThat(one(byFlag, Role.CHECKPOINT).name()).isEqualTo("base.safetensors");
        var byNumber = graph(START + """
                "20": {"class_type":"ImpactInt","inputs":{"value":2}},
                "21": {"class_type":"CLIPTextEncode","inputs":{"text":"a cat","clip":["1",1]}},
                "22": {"class_type":"ImpactSwitch","inputs":{"select":["20",0],"input1":["2",0],"input2":["21",0]}},
                """ + sampler("7", "\"positive\":[\"22\",0]") + END);
        assertThat(byNumber.values()).containsEntry(Parameter.PROMPT, "a cat");
        assertThat(codes(byNumber)).isEmpty();
    }

    @Test
    void saysWhereASwitchDoesNotTellWhatItChooses() {
        var reading = graph(START + """
                "21": {"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"other.safetensors"}},
                "22": {"class_type":"Mystery Switch","inputs":{"a":["1",0],"b":["21",0]}},
                """ + sampler("7", "\"model\":[\"22\",0]") + END);
        assertThat(codes(reading)).contains("GRAPH_SWITCH_UNCLEAR");
    }

    @Test
    void looksPastReroutesAndBundles() {
        var reading = graph(START + """
                "30": {"class_type":"Reroute","inputs":{"":["1",0]}},
                "31": {"class_type":"Reroute (rgthree)","inputs":{"value":["30",0]}},
                "32": {"class_type":"Context (rgthree)","inputs":{"model":["31",0],"positive":["2",0],"seed":["34",0]}},
                "33": {"class_type":"Context (rgthree)","inputs":{"base_ctx":["32",0],"negative":["3",0],"latent":["4",0]}},
                "34": {"class_type":"Seed (rgthree)","inputs":{"seed":4711}},
                """
                + sampler(
                        "7",
                        "\"model\":[\"33\",1],\"positive\":[\"33\",4],\"negative\":[\"33\",5],\"latent_image\":[\"33\",6],"
                                + "\"seed\":[\"33\",8]")
                + END);
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("base.safetensors");
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "4711")
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.WIDTH, "832")
                .containsEntry(Parameter.HEIGHT, "1216");
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void takesOfMergedBundlesWhatTheLastOneHolds() {
        var reading = graph(START + """
                "20": {"class_type":"Context (rgthree)","inputs":{"model":["1",0],"positive":["3",0],"negative":["3",0],"seed":41}},
                "21": {"class_type":"Context (rgthree)","inputs":{"positive":["2",0],"seed":42}},
                "22": {"class_type":"Context Merge (rgthree)","inputs":{"ctx_01":["20",0],"ctx_02":["21",0]}},
                "23": {"class_type":"Context (rgthree)","inputs":{"base_ctx":["22",0]}},
                """ + sampler("7", """
                "model":["22",1],"positive":["23",4],"negative":["22",5],"seed":["23",8]""") + END);
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.SEED, "42");
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("base.safetensors");
    }

    @Test
    void opensBundlesOfPipes() {
        var reading = graph(START + """
                "40": {"class_type":"ToBasicPipe","inputs":{"model":["1",0],"clip":["1",1],"vae":["1",2],"positive":["2",0],
                 "negative":["3",0]}},
                "7": {"class_type":"ImpactKSamplerBasicPipe","inputs":{"seed":5,"steps":20,"cfg":7,"sampler_name":"euler",
                 "scheduler":"normal","denoise":1,"basic_pipe":["40",0],"latent_image":["4",0]}},
                "8": {"class_type":"VAEDecode","inputs":{"samples":["7",1],"vae":["7",2]}},
                "9": {"class_type":"SaveImage","inputs":{"images":["8",0]}}
                """);
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("base.safetensors");
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.SAMPLER, "euler");
    }

    @Test
    void readsLoadersThatHoldPromptsAndStacks() {
        var reading = graph("""
                "1": {"class_type":"Efficient Loader","inputs":{"ckpt_name":"base.safetensors","vae_name":"Baked VAE",
                 "clip_skip":-2,"lora_name":"None","positive":"a fox","negative":"blurry","empty_latent_width":832,
                 "empty_latent_height":1216,"batch_size":1,"lora_stack":["5",0]}},
                "5": {"class_type":"LoRA Stacker","inputs":{"input_mode":"simple","lora_count":2,
                 "lora_name_1":"one.safetensors","lora_wt_1":0.8,"lora_name_2":"two.safetensors","lora_wt_2":0.3,
                 "lora_name_3":"unused.safetensors","lora_wt_3":1}},
                "7": {"class_type":"KSampler (Efficient)","inputs":{"seed":5,"steps":20,"cfg":7,"sampler_name":"euler",
                 "scheduler":"normal","denoise":1,"model":["1",0],"positive":["1",1],"negative":["1",2],
                 "latent_image":["1",3],"optional_vae":["1",4]}},
                "9": {"class_type":"SaveImage","inputs":{"images":["7",5]}}
                """);
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.CLIP_SKIP, "2");
        assertThat(reading.ingredients())
                .filteredOn(one -> one.role() == Role.LORA)
                .extracting(Ingredient::name)
                .containsExactly("one.safetensors", "two.safetensors");
    }

    @Test
    void listsTextsThatAreCombinedAndLeavesOutWhatCountsForNothing() {
        var reading = graph(START + """
                "50": {"class_type":"CLIPTextEncode","inputs":{"text":"in the snow","clip":["1",1]}},
                "51": {"class_type":"ConditioningCombine","inputs":{"conditioning_1":["2",0],"conditioning_2":["50",0]}},
                "52": {"class_type":"ConditioningZeroOut","inputs":{"conditioning":["2",0]}},
                """ + sampler("7", "\"positive\":[\"51\",0],\"negative\":[\"52\",0]") + END);
        assertThat(reading.values().get(Parameter.PROMPT)).contains("a fox", "in the snow");
        assertThat(reading.values().getOrDefault(Parameter.NEGATIVE_PROMPT, "")).isEmpty();
        assertThat(codes(reading)).contains("PROMPT_COMBINED");
    }

    @Test
    void keepsTheSidesApartBehindANodeThatTakesBoth() {
        var reading = graph(START + """
                "60": {"class_type":"ControlNetApplyAdvanced","inputs":{"strength":1,"start_percent":0,"end_percent":1,
                 "positive":["2",0],"negative":["3",0],"control_net":["61",0],"image":["62",0]}},
                "61": {"class_type":"ControlNetLoader","inputs":{"control_net_name":"depth.safetensors"}},
                "62": {"class_type":"LoadImage","inputs":{"image":"depth.png"}},
                """ + sampler("7", "\"positive\":[\"60\",0],\"negative\":[\"60\",1]") + END);
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry");
        assertThat(one(reading, Role.CONTROLNET).name()).isEqualTo("depth.safetensors");
    }

    /** Of the editor's half alone: what never runs is not part of the picture. */
    @Test
    void leavesOutWhatIsMutedOrBypassedAndFollowsNamedLinks() {
        var reading = Read.only(Read.file("workflow", """
                {"version":0.4,"nodes":[
                 {"id":1,"type":"CheckpointLoaderSimple","mode":0,"inputs":[],"outputs":[{"name":"MODEL","type":"MODEL","links":[1]},
                  {"name":"CLIP","type":"CLIP","links":[2,3]},{"name":"VAE","type":"VAE","links":[4]}],
                  "widgets_values":["base.safetensors"]},
                 {"id":2,"type":"LoraLoaderModelOnly","mode":4,"inputs":[{"name":"model","type":"MODEL","link":1}],
                  "outputs":[{"name":"MODEL","type":"MODEL","links":[5]}],"widgets_values":["bypassed.safetensors",1]},
                 {"id":3,"type":"SetNode","mode":0,"inputs":[{"name":"MODEL","type":"MODEL","link":5}],
                  "outputs":[{"name":"*","type":"*","links":null}],"widgets_values":["model"]},
                 {"id":4,"type":"GetNode","mode":0,"inputs":[],"outputs":[{"name":"MODEL","type":"MODEL","links":[6]}],
                  "widgets_values":["model"]},
                 {"id":5,"type":"CLIPTextEncode","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":2}],
                  "outputs":[{"name":"CONDITIONING","type":"CONDITIONING","links":[7]}],"widgets_values":["a fox"]},
                 {"id":6,"type":"CLIPTextEncode","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":3}],
                  "outputs":[{"name":"CONDITIONING","type":"CONDITIONING","links":[8]}],"widgets_values":["blurry"]},
                 {"id":7,"type":"EmptyLatentImage","mode":0,"inputs":[],"outputs":[{"name":"LATENT","type":"LATENT","links":[9]}],
                  "widgets_values":[832,1216,1]},
                 {"id":8,"type":"KSampler","mode":0,"inputs":[{"name":"model","type":"MODEL","link":6},
                  {"name":"positive","type":"CONDITIONING","link":7},{"name":"negative","type":"CONDITIONING","link":8},
                  {"name":"latent_image","type":"LATENT","link":9}],"outputs":[{"name":"LATENT","type":"LATENT","links":[10]}],
                  "widgets_values":[5,"fixed",20,7,"euler","normal",1]},
                 {"id":9,"type":"Reroute","mode":0,"inputs":[{"name":"","type":"*","link":10}],
                  "outputs":[{"name":"","type":"LATENT","links":[11]}]},
                 {"id":10,"type":"VAEDecode","mode":0,"inputs":[{"name":"samples","type":"LATENT","link":11},
                  {"name":"vae","type":"VAE","link":4}],"outputs":[{"name":"IMAGE","type":"IMAGE","links":[12]}]},
                 {"id":11,"type":"SaveImage","mode":0,"inputs":[{"name":"images","type":"IMAGE","link":12}],"outputs":[],
                  "widgets_values":["fox"]},
                 {"id":12,"type":"CheckpointLoaderSimple","mode":2,"inputs":[],"outputs":[],"widgets_values":["muted.safetensors"]}
                 ],"links":[[1,1,0,2,0,"MODEL"],[2,1,1,5,0,"CLIP"],[3,1,1,6,0,"CLIP"],[4,1,2,10,1,"VAE"],[5,2,0,3,0,"MODEL"],
                 [6,4,0,8,0,"MODEL"],[7,5,0,8,1,"CONDITIONING"],[8,6,0,8,2,"CONDITIONING"],[9,7,0,8,3,"LATENT"],
                 [10,8,0,9,0,"LATENT"],[11,9,0,10,0,"LATENT"],[12,10,0,11,0,"IMAGE"]]}
                """));
        assertThat(reading.ingredients()).extracting(Ingredient::name).containsExactly("base.safetensors");
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.SEED, "5")
                .containsEntry(Parameter.WIDTH, "832");
        assertThat(codes(reading)).containsExactly("GRAPH_NOT_EXECUTED");
    }

    private static Reading graph(String nodes) {
        List<Reading> readings = Read.file("prompt", "{" + nodes.strip().replaceAll(",$", "") + "}");
        return Read.only(readings);
    }
}
