package dev.assay.core.metadata.dialect;

import java.io.IOException;
import java.nio.file.Files;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.SharedFixtures;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.json;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.rows;
import static org.assertj.core.api.Assertions.assertThat;

/** Real answers of the site, and graphs of real users. */
class SiteConformanceTest {

    @Test
    void readsWhatTheSiteMadeOfRealFiles() throws IOException {
        var hypernet = meta("parsed-meta-hypernet-23502-clipskip.json");
        assertThat(one(hypernet, Role.HYPERNETWORK).name()).isEqualTo("Midjourney");
        assertThat(hypernet.values())
                .containsEntry(Parameter.FIRST_PASS_SIZE, "0x0")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.SEED, "3305041585");

        var hashes = meta("parsed-meta-lora-hashes-28005051.json");
        assertThat(keys(one(hashes, Role.LORA))).containsExactly("name FF-Midj-Rise-v0564", "dcb69cd2497f");
        assertThat(keys(one(hashes, Role.CHECKPOINT))).containsExactlyInAnyOrder("name deliberate_v3", "aadddd3d75");

        var swarm = meta("parsed-meta-swarmui-58219389.json");
        assertThat(swarm.values())
                .containsEntry(Parameter.SAMPLER, "Euler a")
                .containsEntry(Parameter.VERSION, "0.9.5.0");
        assertThat(swarm.extras()).containsEntry("originalSampler", "euler_ancestral");

        var fooocus = meta("parsed-meta-ruinedfooocus-4912811.json");
        assertThat(one(fooocus, Role.LORA).name()).endsWith("Dark_Futuristic_Circuit_Boards.safetensors");
        assertThat(keys(one(fooocus, Role.CHECKPOINT)))
                .containsExactly("name crystalClearXL_ccxl", "cbc222b0", "name crystalClearXL_ccxl.safetensors");
    }

    @Test
    void readsTheSitesOwnGenerator() throws IOException {
        var krea = meta("parsed-meta-onsite-a1111-140937841.json");
        assertThat(keys(one(krea, Role.CHECKPOINT))).containsExactly("version 3072329");
        assertThat(krea.ingredients()).filteredOn(i -> i.role() == Role.LORA).hasSize(5);
        assertThat(krea.values()).containsEntry(Parameter.WIDTH, "832").containsEntry(Parameter.SAMPLER, "euler");

        var hires = meta("parsed-meta-onsite-comfy-88383742.json");
        assertThat(keys(one(hires, Role.UPSCALER))).containsExactly("version 164821", "air 147759@164821");
        assertThat(hires.ingredients())
                .filteredOn(i -> i.role() == Role.UNKNOWN)
                .hasSize(2);
        assertThat(hires.values())
                .containsEntry(Parameter.PROCESS, "img2img-hires")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.3")
                .containsEntry(Parameter.BASE_MODEL, "Illustrious");
    }

    @Test
    void readsItemsOfAllYears() throws IOException {
        var a1111 = given("captured-image-717937-a1111-2024.json");
        assertThat(a1111.values()).containsEntry(Parameter.CLIP_SKIP, "2").containsEntry(Parameter.ENSD, "31337");
        assertThat(named(a1111, "merrytail_forex-meme_v02-13").strength().orElseThrow())
                .isEqualByComparingTo("0.9");

        var object = given("captured-image-12526835-model-is-object-2024.json");
        assertThat(keys(one(object, Role.CHECKPOINT))).containsExactly("name meina_belly_7:3mix", "2509bd880c");
        assertThat(keys(one(object, Role.VAE)))
                .containsExactly("name vae-ft-mse-840000-ema-pruned.safetensors", "735e4c3a44");

        var nested = given("captured-image-123156450-nested-meta-2026.json");
        assertThat(keys(one(nested, Role.LORA))).containsExactly("name mygoooo_anima_grok_lokr_v02", "95d20eda2f");
        assertThat(one(nested, Role.TEXT_ENCODER).name()).isEqualTo("qwen_3_06b_base");
        assertThat(nested.values()).containsEntry(Parameter.BASE_MODEL, "Anima").containsEntry(Parameter.RNG, "CPU");

        var documented = given("docs-images-list-first-item-9173928.json");
        assertThat(keys(named(documented, "version 9208"))).containsExactly("perhaps 9208");
        assertThat(keys(one(documented, Role.CHECKPOINT))).containsExactly("version 345685");
        assertThat(given("incident-2025-10-wrong-image-9173928-excerpt.json").values())
                .containsEntry(Parameter.STEPS, "45");
    }

    @Test
    void readsTheSitesRows() throws IOException {
        var captured = file("captured-rest+trpc-summary-118712167-many-civitai-resources-strength-over-2.json")
                .at("trpc");
        var slider = named(rows(captured), "Dramatic Lighting Slider");
        assertThat(slider.strength().orElseThrow()).isEqualByComparingTo("2.2");
        assertThat(keys(slider)).containsExactly("version 1242203", "Dramatic Lighting Slider | v1.0 | Pony");

        var engines = rows(file("captured-rest+trpc-summary-118735250-two-external-engine-checkpoints.json")
                .at("trpc"));
        assertThat(engines.ingredients()).hasSize(2).allMatch(i -> i.role() == Role.CHECKPOINT);

        var unknown = rows(file("captured-rest+trpc-summary-119240483-lora-strength-null.json")
                .at("trpc"));
        assertThat(unknown.ingredients()).hasSize(5).allMatch(i -> i.strength().isEmpty());
    }

    @Test
    void readsTheParsedMetaOfTheRows() throws IOException {
        var payload = file("captured-trpc-image+generationdata-26962948-gallery-dl.json")
                .at("image.getGenerationData");
        var reading = rows(payload);
        assertThat(keys(one(reading, Role.EMBEDDING))).containsExactly("name negativeXL_D", "fff5d51ab655");
        assertThat(keys(named(reading, "classic maid_XL_V1.0"))).contains("e8f6e4297112");
        assertThat(keys(one(reading, Role.VAE))).containsExactly("name sdxl_vae.safetensors", "735e4c3a44");
        assertThat(reading.values()).containsEntry(Parameter.DENOISING_STRENGTH, "0.4");
    }

    @Test
    void readsTheGraphsOfRealUsersInBothFormats() throws IOException {
        for (var file : SharedFixtures.files("workflows")) {
            var reading = Read.given(Files.readString(file));
            var executed = file.toString().endsWith(".api.json");
            assertThat(reading.graph().orElseThrow().prompt().isPresent()).isEqualTo(executed);
            if (executed) {
                assertThat(reading.findings()).as(file.toString()).isEmpty();
                assertThat(reading.values())
                        .containsKeys(Parameter.SEED, Parameter.STEPS, Parameter.SAMPLER, Parameter.PROMPT);
                assertThat(reading.ingredients()).isNotEmpty();
            } else {
                assertThat(codes(reading)).contains("GRAPH_NOT_EXECUTED");
            }
        }
    }

    @Test
    void readsTheLorasOfAManagedGraph() throws IOException {
        var reading = Read.given(
                Files.readString(SharedFixtures.folder("workflows").resolve("custom-Lora_Manager_Basic.json")));
        assertThat(named(reading, "69yottea_illu_v2").strength().orElseThrow()).isEqualByComparingTo("0.4");
        assertThat(one(reading, Role.CHECKPOINT).name()).endsWith("waiIllustriousSDXL_v140.safetensors");
    }

    private static Reading meta(String name) throws IOException {
        return Read.meta(file(name), Json.none());
    }

    private static Reading given(String name) throws IOException {
        return Read.given(Files.readString(SharedFixtures.folder("civitai").resolve(name)));
    }

    private static Json file(String name) throws IOException {
        return json(Files.readString(SharedFixtures.folder("civitai").resolve(name)));
    }
}
