package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Map;

import dev.assay.core.finding.Effect;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.ControlUnit;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.file;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.only;
import static dev.assay.core.metadata.dialect.Read.strength;
import static org.assertj.core.api.Assertions.assertThat;

/** The forms that other tools than A1111 and ComfyUI give to what they did; each as its own writer writes it. */
class ToolsTest {

    @Test
    void readsSwarmUi() {
        var reading = only(file("parameters", """
                {"sui_image_params": {"prompt": "a fox <embed:easy> <segment:face> eye", "negativeprompt": "", "model": "dir/xl_base",
                  "seed": 1, "steps": "20", "cfgscale": 7.0, "aspectratio": "1:1", "width": 1024, "height": 1024,
                  "sampler": "dpmpp_2m", "scheduler": "karras", "clipstopatlayer": -2, "vae": "None",
                  "loras": ["a", "dir/b"], "loraweights": "0.5,0.8", "initimagecreativity": 0.6, "swarm_version": "0.9.3.1"},
                 "sui_extra_data": {"date": "2024-11-13", "generation_time": "6 seconds"},
                 "sui_models": [{"name": "dir/xl_base.safetensors", "param": "model", "hash": "0x%s"}]}
                """.formatted("ab".repeat(32))));
        assertThat(reading.values())
                .containsAllEntriesOf(Map.of(
                        Parameter.TOOL, "SwarmUI",
                        Parameter.VERSION, "0.9.3.1",
                        Parameter.NEGATIVE_PROMPT, "",
                        Parameter.STEPS, "20",
                        Parameter.SAMPLER, "dpmpp_2m",
                        Parameter.SCHEDULE_TYPE, "karras",
                        Parameter.CLIP_SKIP, "2",
                        Parameter.DENOISING_STRENGTH, "0.6",
                        Parameter.PROCESS, "img2img"));
        assertThat(reading.values().get(Parameter.PROMPT))
                .contains("embedding:easy")
                .contains("<segment:face>");
        assertThat(keys(one(reading, Role.CHECKPOINT)))
                .as("the hash of the tensors is no file's; its beginning is the AutoV3")
                .containsExactlyInAnyOrder("name dir/xl_base", "name dir/xl_base.safetensors", "ab".repeat(6));
        assertThat(strength(named(reading, "dir/b"))).isEqualByComparingTo("0.8");
        assertThat(codes(reading)).containsExactly("PROMPT_SYNTAX_FOREIGN");
        assertThat(reading.extras()).containsEntry("generation_time", "6 seconds");
    }

    @Test
    void readsSwarmUisSecondPassAndItsSwitchOfModels() {
        var larger = only(file(
                "UserComment",
                "{\"sui_image_params\":{\"prompt\":\"a\",\"refinermethod\":\"PostApply\",\"refinercontrolpercentage\":0.3,"
                        + "\"refinerupscale\":2,\"refinerupscalemethod\":\"model-4x.pth\",\"refinersteps\":10}}"));
        assertThat(larger.values())
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.3")
                .containsEntry(Parameter.HIRES_UPSCALE, "2")
                .containsEntry(Parameter.HIRES_UPSCALER, "4x.pth")
                .containsEntry(Parameter.HIRES_STEPS, "10");
        var swapped = only(file(
                "Model",
                "{\"sui_image_params\":{\"prompt\":\"a\",\"refinermethod\":\"StepSwap\",\"refinercontrolpercentage\":\"0.2\","
                        + "\"refinermodel\":\"refiner\"}}"));
        assertThat(swapped.values()).containsEntry(Parameter.REFINER_SWITCH_AT, "0.8");
        assertThat(one(swapped, Role.REFINER).name()).isEqualTo("refiner");
    }

    @Test
    void readsInvokeAi() {
        var reading = only(file(
                "invokeai_metadata",
                """
                {"generation_mode":"sdxl_txt2img","positive_prompt":"a fox++, (red hat)1.3, (plain)","negative_prompt":"bad-",
                 "width":1024,"height":768,"seed":3293022630,"rand_device":"cpu","cfg_scale":8.0,"cfg_rescale_multiplier":0.0,
                 "steps":35,"scheduler":"dpmpp_2m_k","clip_skip":1,"positive_style_prompt":"oil",
                 "model":{"key":"x","hash":"blake3:aa","name":"juggernautXL","base":"sdxl","type":"main"},
                 "loras":[{"model":{"name":"detail","hash":"sha256:%s","base":"sdxl","type":"lora"},"weight":0.75}],
                 "vae":{"model_name":"VAEFix","base_model":"sdxl"},"app_version":"5.1.0"}
                """.formatted("cd".repeat(32)),
                "invokeai_graph",
                "{\"id\":\"g\",\"nodes\":{},\"edges\":[]}"));
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a (fox:1.21), (red hat:1.3), plain")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "(bad:0.9)")
                .containsEntry(Parameter.SAMPLER, "dpmpp_2m_k")
                .containsEntry(Parameter.CLIP_SKIP, "1")
                .containsEntry(Parameter.RNG, "CPU")
                .containsEntry(Parameter.PROCESS, "txt2img")
                .containsEntry(Parameter.BASE_MODEL, "sdxl")
                .containsEntry(Parameter.VERSION, "5.1.0")
                .doesNotContainKey(Parameter.DENOISING_STRENGTH);
        assertThat(keys(one(reading, Role.CHECKPOINT))).containsExactly("name juggernautXL");
        assertThat(keys(one(reading, Role.LORA))).containsExactly("name detail", "cd".repeat(32));
        assertThat(one(reading, Role.VAE).name()).isEqualTo("VAEFix");
        assertThat(reading.extras()).containsEntry("Prompt as written", "a fox++, (red hat)1.3, (plain)");
        assertThat(codes(reading)).containsExactly("PROMPT_TRANSLATED", "PROMPT_TRANSLATED", "INVOKE_STYLE_PROMPT");
    }

    @Test
    void statesTheControlNetsOfAllToolsAsUnits() {
        var swarm = Read.only(Read.file("parameters", """
                {"sui_image_params":{"prompt":"a fox","model":"base","seed":1,"steps":20,"controlnetmodel":"cn/pose",
                 "controlnetstrength":"0.8","controlnetstart":0.1,"controlnetend":0.9,"controlnetpreprocessor":"OpenposePreprocessor",
                 "controlnettwomodel":"cn/depth","controlnettwostrength":0.5,"controlnetthreemodel":"(None)"}}
                """));
        assertThat(unit(swarm, 0)).isEqualTo("cn/pose OpenposePreprocessor 0.8 0.1 0.9");
        assertThat(unit(swarm, 1)).isEqualTo("cn/depth - 0.5 - -");
        assertThat(swarm.extras()).doesNotContainKey("ControlNet 2");
        assertThat(swarm.ingredients())
                .filteredOn(one -> one.role() == Role.CONTROLNET)
                .extracting(Ingredient::name)
                .containsExactly("cn/pose", "cn/depth");
        var invoke = Read.only(Read.file("invokeai_metadata", """
                {"positive_prompt":"a fox","generation_mode":"sdxl_txt2img","seed":1,
                 "controlnets":[{"control_model":{"name":"pose","base":"sdxl"},"control_weight":0.75,"begin_step_percent":0,
                  "end_step_percent":0.8,"control_mode":"more_control","image":{"image_name":"a.png"}}],
                 "ipAdapters":[{"ip_adapter_model":{"model_name":"ip"},"weight":0.6,"begin_step_percent":0,"end_step_percent":1}]}
                """));
        assertThat(unit(invoke, 0)).isEqualTo("pose - 0.75 0 0.8");
        assertThat(unit(invoke, 1)).isEqualTo("ip ip-adapter 0.6 0 1");
        assertThat(ControlUnit.of(Read.json(invoke.extras().getOrDefault("ControlNet 0", "")))
                        .imbalance())
                .contains("more_control");
    }

    private static String unit(Reading reading, int number) {
        var unit = ControlUnit.of(Read.json(reading.extras().getOrDefault("ControlNet " + number, "")));
        return String.join(
                " ",
                unit.model().orElse("-"),
                unit.preprocessor().orElse("-"),
                unit.weight().map(Object::toString).orElse("-"),
                unit.start().map(Object::toString).orElse("-"),
                unit.end().map(Object::toString).orElse("-"));
    }

    @Test
    void readsInvokeAiTwoWithItsCommandBesideIt() {
        var reading = only(file(
                "Dream",
                "\"a fox [blurry]\" -s 50 -S 2980747362 -W 512 -H 768 -C 5.0 -A k_lms",
                "sd-metadata",
                "{\"model\":\"stable diffusion\",\"model_weights\":\"deliberate\",\"model_hash\":\"" + "56".repeat(32)
                        + "\",\"app_id\":\"invoke-ai/InvokeAI\",\"app_version\":\"2.3.0\",\"image\":{\"prompt\":[{\"prompt\":"
                        + "\"a fox [blurry]\",\"weight\":1.0}],\"steps\":50,\"cfg_scale\":5.0,\"threshold\":0,\"perlin\":0,"
                        + "\"height\":768,\"width\":512,\"seed\":2980747362,\"seamless\":false,\"hires_fix\":false,"
                        + "\"type\":\"txt2img\",\"postprocessing\":[{\"type\":\"esrgan\",\"scale\":4}],\"sampler\":\"k_lms\","
                        + "\"variations\":[]}}"));
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry")
                .containsEntry(Parameter.SAMPLER, "k_lms")
                .containsEntry(Parameter.SEED, "2980747362");
        assertThat(keys(one(reading, Role.CHECKPOINT))).contains("56".repeat(32));
        assertThat(codes(reading)).containsExactly("INVOKE_EXTRA");
    }

    @Test
    void readsTheCommandOfInvokeAiOne() {
        var reading = only(file(
                "Dream", "\"a \\\"red\\\" fox [bad]\" -s 50 -S 123 -W 512 -H 640 -C 7.5 -A k_euler_a -f 0.7 -I x.png"));
        assertThat(reading.values())
                .containsEntry(Parameter.STEPS, "50")
                .containsEntry(Parameter.SEED, "123")
                .containsEntry(Parameter.WIDTH, "512")
                .containsEntry(Parameter.HEIGHT, "640")
                .containsEntry(Parameter.CFG_SCALE, "7.5")
                .containsEntry(Parameter.SAMPLER, "k_euler_a")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.7")
                .containsEntry(Parameter.PROCESS, "img2img")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "bad");
    }

    @Test
    void readsFooocusInBothOfItsSchemes() {
        var object = only(file("parameters", """
                {"adm_guidance":"(1.5, 0.8, 0.3)","base_model":"juggernautXL_v8","base_model_hash":"aeb7e9e689",
                 "clip_skip":2,"full_prompt":["cinematic a fox"],"guidance_scale":4,"lora_combined_1":"offset : 0.1",
                 "loras":[["offset",0.1,"4852686128"]],"metadata_scheme":"fooocus","negative_prompt":"","performance":"Speed",
                 "prompt":"a fox","refiner_model":"None","refiner_switch":0.5,"resolution":"(1152, 896)",
                 "sampler":"dpmpp_2m_sde_gpu","scheduler":"karras","seed":"123","sharpness":2,"steps":30,
                 "styles":"['Fooocus V2']","vae":"Default (model)","version":"Fooocus v2.5.5"}
                """, "fooocus_scheme", "fooocus"));
        assertThat(object.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.WIDTH, "1152")
                .containsEntry(Parameter.HEIGHT, "896")
                .containsEntry(Parameter.CFG_SCALE, "4")
                .containsEntry(Parameter.SEED, "123")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .doesNotContainKey(Parameter.REFINER_SWITCH_AT);
        assertThat(keys(one(object, Role.LORA))).containsExactly("name offset", "4852686128");
        assertThat(keys(one(object, Role.CHECKPOINT))).containsExactly("name juggernautXL_v8", "aeb7e9e689");
        assertThat(codes(object)).containsExactly("FOOOCUS_STYLES", "FOOOCUS_PATCHES");
        var text = only(file(
                "parameters",
                "a fox\nSteps: 30, Sampler: DPM++ 2M SDE Karras, Seed: 123, Size: 1152x896, CFG scale: 4, Sharpness: 2, "
                        + "ADM Guidance: \"(1.5, 0.8, 0.3)\", Model: juggernautXL_v8, Model hash: aeb7e9e689, Performance: Speed, "
                        + "Scheduler: karras, VAE: Default (model), Raw prompt: a fox, Refiner: r, Refiner hash: 0123456789, "
                        + "Lora hashes: offset: 4852686128, Lora weights: offset: 0.1, Version: Fooocus v2.5.5",
                "fooocus_scheme",
                "a1111"));
        assertThat(text.values())
                .containsEntry(Parameter.TOOL, "Fooocus")
                .containsEntry(Parameter.SCHEDULE_TYPE, "karras");
        assertThat(strength(one(text, Role.LORA))).isEqualByComparingTo("0.1");
        assertThat(keys(one(text, Role.REFINER))).containsExactly("name r", "0123456789");
    }

    @Test
    void readsOldForksOfFooocusAndListsOfStatements() {
        var fork = only(file(
                "Comment",
                "{\"prompt\":\"a fox\",\"negative_prompt\":\"bad\",\"base_model\":\"m.safetensors\",\"sampler\":\"euler\","
                        + "\"seed\":5,\"cfg\":7,\"steps\":30,\"width\":512,\"height\":640}"));
        assertThat(fork.values()).containsEntry(Parameter.CFG_SCALE, "7").containsEntry(Parameter.WIDTH, "512");
        var list = only(
                file(
                        "parameters",
                        "[[\"Prompt\",\"prompt\",\"a fox\"],[\"Base Model\",\"base_model\",\"m\"],[\"Performance\",\"performance\",\"Lightning\"],"
                                + "[\"LoRA 1\",\"lora_combined_1\",\"False : off : 1\"],[\"LoRA 2\",\"lora_combined_2\",\"True : on : 0.5\"]]"));
        assertThat(one(list, Role.LORA).name()).isEqualTo("on");
        assertThat(codes(list)).containsExactly("FOOOCUS_PERFORMANCE");
    }

    @Test
    void readsRuinedFooocus() {
        var reading = only(file(
                "parameters",
                "{\"Prompt\":\"a fox\",\"Negative\":\"bad\",\"steps\":30,\"cfg\":5,\"width\":896,\"height\":1152,\"seed\":1331315455,"
                        + "\"sampler_name\":\"dpmpp_2m_sde_gpu\",\"scheduler\":\"karras\",\"base_model_name\":\"c.safetensors\","
                        + "\"base_model_hash\":\"cbc222b0\",\"loras\":\"Loras:<A\\\\b.safetensors:1>,<None:0.5>\",\"denoise\":null,"
                        + "\"start_step\":0,\"software\":\"RuinedFooocus\"}"));
        assertThat(reading.values())
                .containsEntry(Parameter.TOOL, "RuinedFooocus")
                .containsEntry(Parameter.SEED, "1331315455")
                .containsEntry(Parameter.SAMPLER, "dpmpp_2m_sde_gpu");
        assertThat(one(reading, Role.LORA).name()).isEqualTo("A\\b.safetensors");
        var listed = only(file(
                "parameters",
                "{\"Prompt\":\"a\",\"software\":\"RuinedFooocus\",\"loras\":[[\"0123456789 - c.safetensors\",0.5],"
                        + "{\"name\":\"d\",\"weight\":0.6}]}"));
        assertThat(keys(named(listed, "c.safetensors"))).contains("0123456789");
        assertThat(strength(named(listed, "d"))).isEqualByComparingTo("0.6");
    }

    @Test
    void readsNovelAiOldAndNew() {
        var old = only(file(
                "Title", "AI generated image",
                "Description", "a {fox}",
                "Software", "NovelAI",
                "Source", "Stable Diffusion 81274D13",
                "Comment",
                        "{\"steps\":28,\"sampler\":\"k_euler_ancestral\",\"seed\":1,\"strength\":0.69,\"noise\":0.667,\"scale\":11.0,"
                                + "\"uc\":\"bad\"}"));
        assertThat(old.values())
                .containsEntry(Parameter.PROMPT, "a {fox}")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "bad")
                .containsEntry(Parameter.CFG_SCALE, "11.0");
        assertThat(codes(old)).containsExactly("PROMPT_SYNTAX_FOREIGN", "NOVELAI_MODEL");
        var comment =
                "{\\\"prompt\\\":\\\"x\\\",\\\"steps\\\":23,\\\"height\\\":1216,\\\"width\\\":832,\\\"scale\\\":5.0,\\\"seed\\\":2,"
                        + "\\\"noise_schedule\\\":\\\"karras\\\",\\\"sampler\\\":\\\"k_euler\\\",\\\"uc\\\":\\\"\\\",\\\"v4_prompt\\\":"
                        + "{\\\"caption\\\":{\\\"base_caption\\\":\\\"two foxes\\\",\\\"char_captions\\\":[{\\\"char_caption\\\":\\\"red\\\"}]}}}";
        var hidden = only(file(
                "",
                "{\"Description\":\"x\",\"Software\":\"NovelAI\",\"Source\":\"NovelAI Diffusion V4.5\",\"Comment\":\""
                        + comment + "\"}"));
        assertThat(hidden.values())
                .containsEntry(Parameter.PROMPT, "two foxes")
                .containsEntry(Parameter.SCHEDULE_TYPE, "karras")
                .containsEntry(Parameter.HEIGHT, "1216");
        assertThat(codes(hidden)).containsExactly("NOVELAI_CHARACTERS", "NOVELAI_MODEL");
        assertThat(hidden.findings().getLast().effect()).isEqualTo(Effect.PREVENTS);
    }

    @Test
    void readsEasyDiffusionFromTextsAndFromAnObject() {
        var texts = only(file(
                "prompt", "a fox",
                "negative_prompt", "bad",
                "seed", "7",
                "use_stable_diffusion_model", "C:\\models\\sd-v1-5.safetensors",
                "clip_skip", "True",
                "use_vae_model", "None",
                "sampler_name", "euler_a",
                "width", "512",
                "height", "768",
                "num_inference_steps", "25",
                "guidance_scale", "7.5",
                "use_lora_model", "['one', 'two']",
                "lora_alpha", "[0.5, 0.8]",
                "use_face_correction", "GFPGANv1.4"));
        assertThat(texts.values())
                .containsEntry(Parameter.TOOL, "Easy Diffusion")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.STEPS, "25");
        assertThat(strength(named(texts, "two"))).isEqualByComparingTo("0.8");
        assertThat(codes(texts)).containsExactly("EASY_DIFFUSION_EXTRA");
        var object = only(file(
                "UserComment",
                "{\"Prompt\":\"a fox\",\"Negative Prompt\":\"\",\"Seed\":7,\"Stable Diffusion model\":\"sd\",\"Clip Skip\":false,"
                        + "\"Sampler\":\"ddim\",\"Width\":512,\"Height\":512,\"Steps\":20,\"Guidance Scale\":7,\"LoRA model\":\"one\","
                        + "\"LoRA Strength\":0.4}"));
        assertThat(object.values()).containsEntry(Parameter.SAMPLER, "ddim").doesNotContainKey(Parameter.CLIP_SKIP);
        assertThat(strength(one(object, Role.LORA))).isEqualByComparingTo("0.4");
    }

    @Test
    void readsDrawThings() {
        var reading = only(
                file(
                        "exif:UserComment",
                        "{\"c\":\"a fox\",\"uc\":\"bad\",\"model\":\"x_f16.ckpt\",\"sampler\":\"Euler A Trailing\",\"scale\":4.5,\"seed\":9,"
                                + "\"seed_mode\":\"Scale Alike\",\"size\":\"960x1280\",\"steps\":20,\"strength\":1,"
                                + "\"lora\":[{\"model\":\"l.ckpt\",\"weight\":0.6}],\"v2\":{\"clipSkip\":2,\"hiresFix\":false}}"));
        assertThat(reading.values())
                .containsEntry(Parameter.WIDTH, "960")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .doesNotContainKey(Parameter.DENOISING_STRENGTH);
        assertThat(strength(one(reading, Role.LORA))).isEqualByComparingTo("0.6");
        assertThat(codes(reading)).containsExactly("DRAW_THINGS_MODEL");
    }

    @Test
    void readsRecipesOfLoraManager() {
        var recipe =
                "{\"title\":\"t\",\"base_model\":\"Pony\",\"loras\":[{\"file_name\":\"l\",\"hash\":\"" + "ef".repeat(32)
                        + "\",\"strength\":0.8,\"modelVersionId\":77,\"modelName\":\"L\",\"modelVersionName\":\"v1\"}],"
                        + "\"gen_params\":{\"prompt\":\"a fox\",\"negative_prompt\":\"bad\",\"steps\":30,\"sampler\":\"Euler a\",\"cfg_scale\":5,"
                        + "\"seed\":3,\"size\":\"832x1216\",\"clip_skip\":2}}";
        var alone = only(file("", recipe));
        assertThat(alone.values())
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.HEIGHT, "1216")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.BASE_MODEL, "Pony");
        assertThat(keys(one(alone, Role.LORA))).contains("version 77", "ef".repeat(32));
        var behind = only(file("UserComment", "a fox <lora:l:0.8>\nSteps: 20, Seed: 3\nRecipe metadata: " + recipe));
        assertThat(behind.values()).containsEntry(Parameter.STEPS, "20");
        assertThat(keys(one(behind, Role.LORA))).contains("name l", "version 77");
    }

    @Test
    void readsJobsOfTheSiteThatRanAsGraphs() {
        var reading = only(
                file(
                        "UserComment",
                        "{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":9,\"steps\":30,\"cfg\":7,\"sampler_name\":\"euler\","
                                + "\"scheduler\":\"normal\",\"denoise\":1,\"model\":[\"4\",0],\"latent_image\":[\"5\",0]}},"
                                + "\"4\":{\"class_type\":\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"urn:air:sdxl:checkpoint:civitai:1@2\"}},"
                                + "\"5\":{\"class_type\":\"EmptyLatentImage\",\"inputs\":{\"width\":64,\"height\":64}},"
                                + "\"extra\":{\"airs\":[\"urn:air:sdxl:checkpoint:civitai:1@2\",\"urn:air:sdxl:lora:civitai:3@4\"]},"
                                + "\"extraMetadata\":\"{\\\"prompt\\\":\\\"a fox\\\",\\\"negativePrompt\\\":\\\"bad\\\",\\\"clipSkip\\\":2}\"}"));
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "9")
                .containsEntry(Parameter.PROMPT, "a fox")
                .containsEntry(Parameter.CLIP_SKIP, "2");
        assertThat(reading.ingredients()).extracting(Ingredient::role).containsExactly(Role.CHECKPOINT, Role.LORA);
    }

    @Test
    void readsTensorArtAndStabilityMatrix() {
        var tensor = only(
                file(
                        "generation_data",
                        "{\"models\":[{\"type\":\"LORA\",\"modelFileName\":\"l\",\"weight\":0.7,\"hash\":\"0123456789\"}],\"prompt\":\"a fox\","
                                + "\"negativePrompt\":\"bad\",\"width\":832,\"height\":1216,\"seed\":\"12345678901234567890\",\"steps\":30,"
                                + "\"cfgScale\":7,\"clipSkip\":2,\"samplerName\":\"Euler\",\"baseModel\":{\"modelFileName\":\"m\",\"hash\":\"9876543210\"}}\0"));
        assertThat(tensor.values()).containsEntry(Parameter.SEED, "12345678901234567890");
        assertThat(keys(one(tensor, Role.CHECKPOINT))).containsExactly("name m", "9876543210");
        var matrix = only(
                file(
                        "parameters-json",
                        "{\"PositivePrompt\":\"a fox\",\"NegativePrompt\":\"bad\",\"Width\":512,\"Height\":768,\"Seed\":5,\"Steps\":20,"
                                + "\"CfgScale\":7,\"Sampler\":\"DPM++ 2M Karras\",\"ModelName\":\"m\",\"ModelHash\":\"0123456789\"}"));
        assertThat(matrix.values()).containsEntry(Parameter.SAMPLER, "DPM++ 2M Karras");
    }

    @Test
    void saysWhichTextsNobodyUnderstands() {
        var entries = List.of(
                new TextEntry("PNG tEXt", "Software", "NovelAI"),
                new TextEntry("PNG tEXt", "Comment", "{\"steps\":28,\"uc\":\"\",\"scale\":5}"),
                new TextEntry("PNG tEXt", "Author", "me"));
        var understood = MetadataReader.understand(entries, new Source(Origin.FILE, ""));
        assertThat(understood.readings()).hasSize(1);
        assertThat(understood.unread()).extracting(TextEntry::key).containsExactly("Author");
    }

    @Test
    void readsNoToolsDataTwice() {
        List<Reading> readings = file(
                "prompt", "a fox",
                "negative_prompt", "a\nSteps: 20, Sampler: Euler, Seed: 1",
                "use_stable_diffusion_model", "m");
        assertThat(readings).hasSize(1);
    }
}
