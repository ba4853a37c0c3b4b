package dev.assay.core.metadata.sample;

import java.util.List;
import java.util.Map;

import dev.assay.core.metadata.Parameter;

/**
 * What a tool writes into a file, and what must be read from it.
 *
 * @param tool who writes so
 * @param keys under which, where a file has keys
 * @param texts as many
 * @param says what must be read; empty where the tool leaves too little for anyone
 */
public record SampleText(String tool, List<String> keys, List<String> texts, Map<Parameter, String> says) {

    private static final Map<Parameter, String> FOX = Map.of(
            Parameter.PROMPT, "a fox, 狐",
            Parameter.NEGATIVE_PROMPT, "bad",
            Parameter.WIDTH, "512",
            Parameter.HEIGHT, "768",
            Parameter.SEED, "4242424242",
            Parameter.STEPS, "23",
            Parameter.CFG_SCALE, "6.5");

    @Override
    public String toString() {
        return tool;
    }

    /** One of each tool. */
    public static List<SampleText> all() {
        return List.of(
                fox("A1111", "parameters", """
                        a fox, 狐
                        Negative prompt: bad
                        Steps: 23, Sampler: Euler a, CFG scale: 6.5, Seed: 4242424242, Size: 512x768, Model hash: 0123456789, \
                        Model: m, Version: v1.9.4"""),
                fox("ComfyUI", "prompt", """
                        {"1":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
                         "2":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox, 狐","clip":["1",1]}},
                         "3":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["1",1]}},
                         "4":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":768,"batch_size":1}},
                         "5":{"class_type":"KSampler","inputs":{"seed":4242424242,"steps":23,"cfg":6.5,"sampler_name":"euler",
                              "scheduler":"normal","denoise":1.0,"model":["1",0],"positive":["2",0],"negative":["3",0],"latent_image":["4",0]}},
                         "6":{"class_type":"VAEDecode","inputs":{"samples":["5",0],"vae":["1",2]}},
                         "7":{"class_type":"SaveImage","inputs":{"images":["6",0],"filename_prefix":"x"}}}"""),
                fox("ComfyUI, never run", "workflow", """
                        {"last_node_id":7,"nodes":[
                          {"id":1,"type":"CheckpointLoaderSimple","mode":0,"inputs":[],"outputs":[{"name":"MODEL","type":"MODEL","links":[1]},
                            {"name":"CLIP","type":"CLIP","links":[2,3]},{"name":"VAE","type":"VAE","links":[4]}],"widgets_values":["m.safetensors"]},
                          {"id":2,"type":"CLIPTextEncode","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":2}],"widgets_values":["a fox, 狐"]},
                          {"id":3,"type":"CLIPTextEncode","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":3}],"widgets_values":["bad"]},
                          {"id":4,"type":"EmptyLatentImage","mode":0,"inputs":[],"widgets_values":[512,768,1]},
                          {"id":5,"type":"KSampler","mode":0,"inputs":[{"name":"model","type":"MODEL","link":1},
                            {"name":"positive","type":"CONDITIONING","link":5},{"name":"negative","type":"CONDITIONING","link":6},
                            {"name":"latent_image","type":"LATENT","link":7}],
                            "widgets_values":[4242424242,"randomize",23,6.5,"euler","normal",1]},
                          {"id":6,"type":"VAEDecode","mode":0,"inputs":[{"name":"samples","type":"LATENT","link":8},{"name":"vae","type":"VAE","link":4}]},
                          {"id":7,"type":"SaveImage","mode":0,"inputs":[{"name":"images","type":"IMAGE","link":9}],"widgets_values":["x"]}],
                         "links":[[1,1,0,5,0,"MODEL"],[2,1,1,2,0,"CLIP"],[3,1,1,3,0,"CLIP"],[4,1,2,6,1,"VAE"],[5,2,0,5,1,"CONDITIONING"],
                          [6,3,0,5,2,"CONDITIONING"],[7,4,0,5,3,"LATENT"],[8,5,0,6,0,"LATENT"],[9,6,0,7,0,"IMAGE"]],"version":0.4}"""),
                fox("SwarmUI", "parameters", """
                        {"sui_image_params":{"prompt":"a fox, 狐","negativeprompt":"bad","model":"m","seed":4242424242,"steps":23,
                         "cfgscale":6.5,"width":512,"height":768,"sampler":"euler","scheduler":"normal","swarm_version":"0.9.4.0"}}"""),
                fox("InvokeAI", "invokeai_metadata", """
                        {"generation_mode":"sdxl_txt2img","positive_prompt":"a fox, 狐","negative_prompt":"bad","width":512,"height":768,
                         "seed":4242424242,"cfg_scale":6.5,"steps":23,"scheduler":"euler","model":{"name":"m","hash":"blake3:aa","base":"sdxl"},
                         "app_version":"5.1.0"}"""),
                fox("InvokeAI 2", "sd-metadata", """
                        {"model":"stable diffusion","model_weights":"m","app_id":"invoke-ai/InvokeAI","app_version":"2.3.0",
                         "image":{"prompt":[{"prompt":"a fox, 狐 [bad]","weight":1.0}],"steps":23,"cfg_scale":6.5,"height":768,"width":512,
                         "seed":4242424242,"type":"txt2img","sampler":"k_euler"}}"""),
                fox("InvokeAI 1", "Dream", "\"a fox, 狐 [bad]\" -s 23 -S 4242424242 -W 512 -H 768 -C 6.5 -A k_euler"),
                fox("Fooocus", "parameters", """
                        {"base_model":"m","guidance_scale":6.5,"metadata_scheme":"fooocus","negative_prompt":"bad","performance":"Speed",
                         "prompt":"a fox, 狐","resolution":"(512, 768)","sampler":"euler","scheduler":"normal","seed":"4242424242",
                         "steps":23,"version":"Fooocus v2.5.5"}"""),
                fox("RuinedFooocus", "parameters", """
                        {"Prompt":"a fox, 狐","Negative":"bad","steps":23,"cfg":6.5,"width":512,"height":768,"seed":4242424242,
                         "sampler_name":"euler","scheduler":"normal","base_model_name":"m.safetensors","software":"RuinedFooocus"}"""),
                new SampleText(
                        "NovelAI",
                        List.of("Comment", "Software", "Description", "Source"),
                        List.of("""
                                {"prompt":"a fox, 狐","uc":"bad","steps":23,"height":768,"width":512,"scale":6.5,"seed":4242424242,
                                 "noise_schedule":"karras","sampler":"k_euler","request_type":"PromptGenerateRequest"}""", "NovelAI", "a fox, 狐", "NovelAI Diffusion V4 37442FCA"),
                        FOX),
                fox("NovelAI, hidden", "metadata", """
                        {"Description":"a fox, 狐","Software":"NovelAI","Source":"NovelAI Diffusion V4 37442FCA","Comment":
                         "{\\"prompt\\":\\"a fox, 狐\\",\\"uc\\":\\"bad\\",\\"steps\\":23,\\"height\\":768,\\"width\\":512,\\"scale\\":6.5,\\"seed\\":4242424242,\\"sampler\\":\\"k_euler\\"}"}"""),
                fox("Easy Diffusion", "UserComment", """
                        {"prompt":"a fox, 狐","negative_prompt":"bad","seed":4242424242,"use_stable_diffusion_model":"m","clip_skip":false,
                         "sampler_name":"euler","width":512,"height":768,"num_inference_steps":23,"guidance_scale":6.5}"""),
                fox("Draw Things", "exif:UserComment", """
                        {"c":"a fox, 狐","uc":"bad","model":"m.ckpt","sampler":"Euler A","scale":6.5,"seed":4242424242,
                         "seed_mode":"Scale Alike","size":"512x768","steps":23,"strength":1}"""),
                fox("LoRA Manager", "recipe", """
                        {"title":"t","base_model":"Pony","loras":[{"file_name":"l","hash":"%s","strength":0.8}],
                         "gen_params":{"prompt":"a fox, 狐","negative_prompt":"bad","steps":23,"sampler":"Euler a","cfg_scale":6.5,
                         "seed":4242424242,"size":"512x768"}}""".formatted("ef".repeat(32))),
                fox("TensorArt", "generation_data", """
                        {"models":[{"type":"LORA","modelFileName":"l","weight":0.7,"hash":"0123456789"}],"prompt":"a fox, 狐",
                         "negativePrompt":"bad","width":512,"height":768,"seed":"4242424242","steps":23,"cfgScale":6.5,"samplerName":"Euler",
                         "baseModel":{"modelFileName":"m","hash":"9876543210"}}"""),
                fox("Stability Matrix", "parameters-json", """
                        {"PositivePrompt":"a fox, 狐","NegativePrompt":"bad","Width":512,"Height":768,"Seed":4242424242,"Steps":23,
                         "CfgScale":6.5,"Sampler":"Euler a","ModelName":"m","ModelHash":"0123456789"}"""),
                fox("Civitai, by a graph of its own", "UserComment", """
                        {"3":{"class_type":"KSampler","inputs":{"seed":4242424242,"steps":23,"cfg":6.5,"sampler_name":"euler","scheduler":"normal",
                         "denoise":1,"model":["4",0],"latent_image":["5",0]}},
                         "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"urn:air:sdxl:checkpoint:civitai:1@2"}},
                         "5":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":768}},
                         "extra":{"airs":["urn:air:sdxl:checkpoint:civitai:1@2"]},
                         "extraMetadata":"{\\"prompt\\":\\"a fox, 狐\\",\\"negativePrompt\\":\\"bad\\"}"}"""),
                refused(
                        "Midjourney",
                        "Description",
                        "a fox --ar 2:3 --v 6.1 Job ID: 0f3a1b2c-1111-2222-3333-444455556666"),
                refused(
                        "Jimeng",
                        "aigc",
                        "{\"aigc_info\":{\"aigc_label_type\":0,\"source_info\":\"dreamina\"},\"data\":{\"os\":\"web\"}}"));
    }

    private static SampleText fox(String tool, String key, String text) {
        return new SampleText(tool, List.of(key), List.of(text), FOX);
    }

    private static SampleText refused(String tool, String key, String text) {
        return new SampleText(tool, List.of(key), List.of(text), Map.of());
    }
}
