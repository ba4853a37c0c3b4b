package dev.assay.core.metadata.dialect;

import java.util.List;

import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.json;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.meta;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.strength;
import static org.assertj.core.api.Assertions.assertThat;

class CivitaiMetaTest {

    private static final String SOURCE =
            "{\"prompt\":{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":9007199254740993,"
                    + "\"steps\":20,\"cfg\":8,\"sampler_name\":\"euler\",\"scheduler\":\"normal\",\"denoise\":1,\"latent_image\":[\"5\",0],"
                    + "\"model\":[\"4\",0]}},\"4\":{\"class_type\":\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"a.safetensors\"}},"
                    + "\"5\":{\"class_type\":\"EmptyLatentImage\",\"inputs\":{\"width\":64,\"height\":32}}},\"workflow\":undefined,\"x\":[NaN]}";

    @Test
    void readsEveryWrapping() {
        for (var wrapped : new String[] {
            "{\"prompt\":\"fox\",\"seed\":7}",
            "{\"id\":1,\"meta\":{\"prompt\":\"fox\",\"seed\":7}}",
            "{\"id\":1,\"meta\":{\"id\":1,\"meta\":{\"prompt\":\"fox\",\"seed\":7}}}",
            "\"fox\\nSteps: 20, Seed: 7\""
        }) {
            assertThat(meta(wrapped).values())
                    .as(wrapped)
                    .containsEntry(Parameter.PROMPT, "fox")
                    .containsEntry(Parameter.SEED, "7");
        }
    }

    @Test
    void saysNothingWhereNothingIsSaid() {
        for (var empty :
                new String[] {"null", "{}", "[]", "3", "\"\"", "{\"id\":1,\"meta\":null}", "{\"prompt\":null}"}) {
            assertThat(MetadataReader.read(
                            new Document.Meta(json(empty), Json.none()), new Source(Origin.SITE_ITEM, "")))
                    .as(empty)
                    .isEmpty();
        }
    }

    @Test
    void readsNumbersInEveryForm() {
        var reading = meta("{\"seed\":\"18446744073709551615\",\"steps\":\"20\",\"cfgScale\":7.0,\"Clip skip\":\"2\","
                + "\"Denoising strength\":\"0.40\",\"Hires upscale\":2}");
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "18446744073709551615")
                .containsEntry(Parameter.STEPS, "20")
                .containsEntry(Parameter.CFG_SCALE, "7.0")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.40")
                .containsEntry(Parameter.HIRES_UPSCALE, "2");
        assertThat(meta("{\"seed\":1.8446744073709552e19}").values())
                .containsEntry(Parameter.SEED, "18446744073709552000");
        assertThat(meta("{\"seed\":-1}").values()).containsEntry(Parameter.SEED, "-1");
    }

    @Test
    void keepsAWrongTypeAsIs() {
        var reading = meta("{\"seed\":[\"4\",0],\"steps\":true,\"prompt\":{\"a\":1}}");
        assertThat(reading.values()).isEmpty();
        assertThat(codes(reading)).containsOnly("VALUE_UNREADABLE");
        assertThat(reading.extras()).containsEntry("seed", "[\"4\",0]");
    }

    @Test
    void readsTheSizeFromWhereverItIsKnown() {
        assertThat(meta("{\"Size\":\"832x1216\",\"width\":0,\"height\":[\"5\",1]}")
                        .values())
                .containsEntry(Parameter.WIDTH, "832")
                .containsEntry(Parameter.HEIGHT, "1216");
        assertThat(meta("{\"width\":\"640\",\"height\":480}").values())
                .containsEntry(Parameter.WIDTH, "640")
                .containsEntry(Parameter.HEIGHT, "480");
        var both = meta("{\"width\":640,\"height\":480,\"Size\":\"832x1216\"}");
        assertThat(both.values()).containsEntry(Parameter.WIDTH, "832");
        assertThat(codes(both)).contains("VALUE_CONFLICT");
    }

    @Test
    void readsTheModelInEveryForm() {
        assertThat(keys(one(meta("{\"Model\":\"urn:air:sdxl:checkpoint:civitai:138630@2273895\"}"), Role.CHECKPOINT)))
                .containsExactly("air 138630@2273895");
        assertThat(one(meta("{\"Model\":{\"a\":\"b\"}}"), Role.CHECKPOINT).name())
                .isEqualTo("a:b");
        assertThat(keys(one(meta("{\"Model hash\":\"0xAB12CD34\"}"), Role.CHECKPOINT)))
                .containsExactly("ab12cd34");
    }

    @Test
    void readsResourcesOfAllKinds() {
        var reading = meta("{\"resources\":null,\"civitaiResources\":[{\"modelVersionId\":5,\"weight\":0},"
                + "{\"type\":\"lycoris\",\"modelVersionId\":6,\"weight\":-0.5},{\"type\":\"embed\",\"modelVersionId\":7},{}],"
                + "\"additionalResources\":[{\"name\":\"x.safetensors\",\"type\":\"lora\",\"strength\":0.4,\"strengthClip\":0.3},"
                + "{\"name\":\"urn:air:sdxl:lora:civitai:1@2\",\"type\":\"lora\",\"strength\":1}],"
                + "\"vaes\":[\"ae.safetensors\"],\"upscalers\":[\"urn:air:other:upscaler:civitai:147759@164821\"],"
                + "\"models\":[\"m.safetensors\"],\"controlNets\":[\"c.safetensors\"]}");
        assertThat(one(reading, Role.UNKNOWN).strength().orElseThrow()).isEqualByComparingTo("0");
        assertThat(strength(named(reading, "version 6"))).isEqualByComparingTo("-0.5");
        assertThat(one(reading, Role.EMBEDDING).strength()).isEmpty();
        var file = named(reading, "x.safetensors");
        assertThat(strength(file)).isEqualByComparingTo("0.4");
        assertThat(file.clipStrength().orElseThrow()).isEqualByComparingTo("0.3");
        assertThat(reading.ingredients())
                .extracting(i -> i.role().name())
                .contains("VAE", "UPSCALER", "CHECKPOINT", "CONTROLNET");
    }

    @Test
    void doesNotJoinTwoCheckpoints() {
        var reading = meta("{\"Model\":\"a\",\"civitaiResources\":[{\"type\":\"checkpoint\",\"modelVersionId\":1},"
                + "{\"type\":\"checkpoint\",\"modelVersionId\":2}]}");
        assertThat(reading.ingredients()).hasSize(3);
    }

    @Test
    void mendsTheGraphAndTakesTheSeedThatIsWhole() {
        var meta = Json.object()
                .put("seed", 9007199254740992L)
                .put("prompt", "fox <lora:idle:1>")
                .put("comfy", SOURCE)
                .build();
        var reading = meta(meta, Json.none());
        assertThat(reading.graph().orElseThrow().prompt()).isPresent();
        assertThat(reading.graph().orElseThrow().workflow()).isEmpty();
        assertThat(reading.values())
                .containsEntry(Parameter.SEED, "9007199254740993")
                .containsEntry(Parameter.PROMPT, "fox <lora:idle:1>")
                .containsEntry(Parameter.WIDTH, "64")
                .containsEntry(Parameter.STEPS, "20");
        assertThat(reading.ingredients()).extracting(i -> i.name()).containsExactly("a.safetensors");
    }

    @Test
    void saysWhenTheGraphCannotBeRead() {
        var reading = meta(
                Json.object()
                        .put("prompt", "fox")
                        .put("comfy", "{\"prompt\": {\"3\": oops")
                        .build(),
                Json.none());
        assertThat(codes(reading)).containsExactly("COMFY_UNREADABLE");
        assertThat(reading.graph()).isEmpty();
        assertThat(reading.extras()).containsEntry("comfy", "{\"prompt\": {\"3\": oops");
    }

    @Test
    void keepsTheWordsUndefinedAndNanInsideTexts() {
        var comfy = SOURCE.replace("a.safetensors", "undefined NaN.safetensors");
        assertThat(one(meta(Json.object().put("comfy", comfy).build(), Json.none()), Role.CHECKPOINT)
                        .name())
                .isEqualTo("undefined NaN.safetensors");
    }

    @Test
    void readsWhatTheGeneratorWasAskedFor() {
        var reading = meta("{\"prompt\":\"a\",\"engine\":\"Civitai\",\"workflow\":\"img2img-hires\",\"denoise\":0.3,"
                + "\"extra\":{\"clipSkip\":2,\"sourceImage\":{\"url\":\"https://x.test/b.jpeg?sig=1\"}}}");
        assertThat(reading.values())
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.PROCESS, "img2img-hires")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.3");
        assertThat(reading.extras()).containsEntry("workflow", "img2img-hires");
        assertThat(reading.extras().get("extra.sourceImage")).contains("sig=…");
    }

    @Test
    void takesFullDenoisingForNothingSaid() {
        assertThat(meta("{\"prompt\":\"a\",\"denoise\":1}").values()).doesNotContainKey(Parameter.DENOISING_STRENGTH);
        assertThat(meta("{\"prompt\":\"a\",\"denoise\":null}").values())
                .doesNotContainKey(Parameter.DENOISING_STRENGTH);
    }

    @Test
    void namesAnExternalEngine() {
        assertThat(codes(meta("{\"prompt\":\"a\",\"engine\":\"kling\"}"))).containsExactly("EXTERNAL_ENGINE");
    }

    @Test
    void takesTheItemsListForHintsOnly() {
        var item = json("{\"baseModel\":\"Pony\",\"modelVersionIds\":[5,9208,0,\"x\"]}");
        var reading = meta(json("{\"civitaiResources\":[{\"type\":\"lora\",\"modelVersionId\":5}]}"), item);
        assertThat(reading.ingredients()).hasSize(2);
        assertThat(keys(one(reading, Role.UNKNOWN))).containsExactly("perhaps 9208");
        assertThat(reading.values()).containsEntry(Parameter.BASE_MODEL, "Pony");
    }

    @Test
    void takesNoneOfSeveralItems() {
        var readings = Read.allGiven("{\"items\":[{\"id\":1,\"meta\":{\"seed\":1}},{\"id\":2,\"meta\":{\"seed\":2}}]}");
        assertThat(codes(Read.only(readings))).isEqualTo(List.of("METADATA_OF_SEVERAL_IMAGES"));
        assertThat(readings.getFirst().values()).isEmpty();
    }
}
