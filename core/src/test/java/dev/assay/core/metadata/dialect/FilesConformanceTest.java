package dev.assay.core.metadata.dialect;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.SharedFixtures;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static org.assertj.core.api.Assertions.assertThat;

/** Real files of real tools; the values were read off the files by eye. */
class FilesConformanceTest {

    /** Steps, sampler, schedule, CFG, seed, size, checkpoint; empty where the file says nothing. */
    @ParameterizedTest
    @CsvSource({
        "a1111-jpeg-usercomment-unicode-utf16be.jpg, 30, DPM++ 2M Karras, , 7, 3715225534, 512x512, version 128713",
        "a1111-png-misnamed-as.jpg, 20, Euler a, , 7, 2390355032, 512x512, 64e73fcb",
        "civitai-jpeg-usercomment-unicode-utf16le.jpg, 40, , , 3.5, 1760820876, 1024x1024, FLUX",
        "loramanager-jpeg-recipe.jpg, 30, Euler a Karras, , 7.0, 42, 1024x1024, hassakuXLIllustrious_v13StyleA",
        "sdnext-jpeg-pony-cfg7.jpg, 30, Euler a, , 7, 42, 1024x1024, waiANIPONYXL_v140.safetensors",
        "sdnext-jpeg-illustrious.jpg, 30, , , 7, 42, 1024x1024, waiIllustriousSDXL_v150",
        "sdnext-jpeg-lightning-badsettings.jpg, 32, DPM2++ SDE FlowMatch, , 8, 342411227, 512x512, juggernautXL_juggXILightningByRD",
        "sdnext-jpeg-flux-dev.jpg, 50, , , 3.5, 2934815806, 1024x1024, FLUX.1-dev",
        "comfyui-examples-embedding_example.png, 20, uni_pc_bh2, normal, 8.0, 193694018275622, 768x768, v2-1_768-ema-pruned.ckpt",
        "comfyui-examples-flux_dev_checkpoint_example.png, 20, euler, simple, 1.0, 972054013131368, 1024x1024, flux1-dev-fp8.safetensors",
        "comfyui-examples-hiresfix_latent_workflow.png, 12, dpmpp_sde, normal, 8.0, 89848141647836, 768x768, v2-1_768-ema-pruned.ckpt",
        "comfyui-examples-hypernetwork_example_output.png, 20, uni_pc_bh2, normal, 8.0, 572636856966402, 512x512, v1-5-pruned-emaonly.ckpt",
        "comfyui-examples-lcm_basic_example.png, 5, lcm, sgm_uniform, 1.8, 167055194337639, 1024x1024, sd_xl_1.0.safetensors",
        "comfyui-examples-lora_multiple.png, 20, euler, normal, 8.0, 513173432917412, 512x512, v1-5-pruned-emaonly.ckpt",
        "comfyui-examples-sd3.5_simple_example.png, 20, euler, sgm_uniform, 4.01, 585483408983215, 1024x1024, sd3.5_large_fp8_scaled.safetensors",
        "comfyui-examples-sdxl_simple_example.png, 25, euler, normal, 8.0, 721897303308196, 1024x1024, sd_xl_base_1.0.safetensors",
        "comfyui-examples-text_to_video_wan.webp, 30, uni_pc, simple, 6.0, 82628696717253, 832x480, wan2.1_t2v_1.3B_fp16.safetensors"
    })
    void readsTheValuesOf(
            String file,
            String steps,
            String sampler,
            String schedule,
            String cfg,
            String seed,
            String size,
            String model)
            throws IOException {
        var values = read(file).values();
        assertThat(values.get(Parameter.STEPS)).isEqualTo(steps);
        assertThat(values.get(Parameter.SAMPLER)).isEqualTo(sampler);
        assertThat(values.get(Parameter.SCHEDULE_TYPE)).isEqualTo(schedule);
        assertThat(values.get(Parameter.CFG_SCALE)).isEqualTo(cfg);
        assertThat(values.get(Parameter.SEED)).isEqualTo(seed);
        assertThat(values.get(Parameter.WIDTH) + "x" + values.get(Parameter.HEIGHT))
                .isEqualTo(size);
        assertThat(read(file).ingredients())
                .filteredOn(one -> one.role() == Role.CHECKPOINT || one.role() == Role.UNET)
                .extracting(Ingredient::name)
                .containsExactly(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loramanager-jpeg-empty-usercomment.jpg", "negative-png-exif-ascii-screenshot.png"})
    void findsNothingWhereNothingIsSaid(String file) throws IOException {
        assertThat(all(file)).isEmpty();
    }

    @Test
    void readsTheSitesResourcesAndNegatives() throws IOException {
        var reading = read("a1111-jpeg-usercomment-unicode-utf16be.jpg");
        assertThat(one(reading, Role.LORA).strength().orElseThrow()).isEqualByComparingTo("1");
        assertThat(keys(one(reading, Role.LORA))).containsExactly("version 210873");
        assertThat(reading.values().get(Parameter.NEGATIVE_PROMPT)).endsWith("bad-hands-5, badhandv4, EasyNegative");
        assertThat(reading.values()).containsEntry(Parameter.CLIP_SKIP, "1");
    }

    @Test
    void saysThatTheSitesSamplerIsUndefined() throws IOException {
        var reading = read("civitai-jpeg-usercomment-unicode-utf16le.jpg");
        assertThat(codes(reading)).containsExactly("VALUE_UNREADABLE");
        assertThat(reading.extras())
                .containsEntry("Sampler", "Undefined")
                .containsEntry("Civitai metadata.remixOfId", "25236895")
                .containsEntry("Created Date", "2025-02-24T22:37:15.9939366Z");
        assertThat(reading.values())
                .containsEntry(Parameter.NEGATIVE_PROMPT, "")
                .containsEntry(Parameter.CLIP_SKIP, "2");
    }

    @Test
    void countsLorasThatAreTaggedTwiceOnce() throws IOException {
        var reading = read("loramanager-jpeg-recipe.jpg");
        assertThat(reading.ingredients()).filteredOn(i -> i.role() == Role.LORA).hasSize(5);
        assertThat(keys(named(reading, "748cm_illu"))).containsExactly("name 748cm_illu", "3271a9f82e");
        assertThat(one(reading, Role.EMBEDDING).name()).isEqualTo("lazyneg");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void readsWhatElseTheExamplesHold() throws IOException {
        assertThat(one(read("comfyui-examples-embedding_example.png"), Role.EMBEDDING)
                        .name())
                .isEqualTo("SDA768.pt");
        assertThat(read("comfyui-examples-flux_dev_checkpoint_example.png").values())
                .containsEntry(Parameter.DISTILLED_CFG_SCALE, "3.5");
        assertThat(read("comfyui-examples-hiresfix_latent_workflow.png").values())
                .containsAllEntriesOf(Map.of(
                        Parameter.DENOISING_STRENGTH, "0.5",
                        Parameter.HIRES_RESIZE, "1152x1152",
                        Parameter.HIRES_STEPS, "14",
                        Parameter.HIRES_SAMPLER, "dpmpp_2m",
                        Parameter.HIRES_SCHEDULE_TYPE, "simple"));
        assertThat(one(read("comfyui-examples-hypernetwork_example_output.png"), Role.HYPERNETWORK)
                        .name())
                .isEqualTo("dantionMarbleStatues_10.pt");
        var sdxl = read("comfyui-examples-sdxl_simple_example.png");
        assertThat(one(sdxl, Role.REFINER).name()).isEqualTo("sd_xl_refiner_1.0.safetensors");
        assertThat(sdxl.values()).containsEntry(Parameter.REFINER_SWITCH_AT, "0.8");
        assertThat(one(read("comfyui-examples-text_to_video_wan.webp"), Role.TEXT_ENCODER)
                        .name())
                .isEqualTo("umt5_xxl_fp8_e4m3fn_scaled.safetensors");
    }

    @Test
    void readsAnEditorsGraphOfForeignNodes() throws IOException {
        var reading = read("promptreader-png-workflow-only.png");
        assertThat(codes(reading))
                .contains("GRAPH_NOT_EXECUTED", "GRAPH_VALUES_UNREAD")
                .doesNotContain("GRAPH_SWITCH_UNCLEAR");
        assertThat(named(reading, "koreandolllikenessV20_v20.safetensors")
                        .strength()
                        .orElseThrow())
                .isEqualByComparingTo("0.3");
        assertThat(reading.ingredients())
                .as("a name that another node's value takes the place of")
                .extracting(Ingredient::name)
                .doesNotContain("104V2.safetensors");
    }

    private static Reading read(String name) throws IOException {
        return Read.only(all(name));
    }

    private static List<Reading> all(String name) throws IOException {
        var image = (CarrierFile.Read)
                CarrierFile.read(SharedFixtures.folder("images").resolve(name));
        return MetadataReader.read(new Document.FileTexts(image.entries()), new Source(Origin.FILE, ""));
    }
}
