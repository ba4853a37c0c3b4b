package dev.assay.core.metadata.dialect;

import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.given;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static org.assertj.core.api.Assertions.assertThat;

class InfotextTest {

    @Test
    void readsThePartsOfAnInfotext() {
        var reading = given("""
                a fox, Steps: in the snow
                second line
                Negative prompt: blurry,
                Negative prompt: is not repeated
                Steps: 20, Sampler: Euler a, Schedule type: Automatic, CFG scale: 7.50, Seed: 18446744073709551615, \
                Size: 512x768, Model hash: 6ce0161689, Model: v1-5, Clip skip: 2, Tiling: True, Version: v1.10.1
                """);
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a fox, Steps: in the snow\nsecond line")
                .containsEntry(Parameter.NEGATIVE_PROMPT, "blurry,\nNegative prompt: is not repeated")
                .containsEntry(Parameter.STEPS, "20")
                .containsEntry(Parameter.SAMPLER, "Euler a")
                .containsEntry(Parameter.SCHEDULE_TYPE, "Automatic")
                .containsEntry(Parameter.CFG_SCALE, "7.50")
                .containsEntry(Parameter.SEED, "18446744073709551615")
                .containsEntry(Parameter.WIDTH, "512")
                .containsEntry(Parameter.HEIGHT, "768")
                .containsEntry(Parameter.CLIP_SKIP, "2")
                .containsEntry(Parameter.VERSION, "v1.10.1");
        assertThat(keys(one(reading, Role.CHECKPOINT))).containsExactly("name v1-5", "6ce0161689");
        assertThat(reading.extras()).containsEntry("Tiling", "True");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void takesTheLastStepsLine() {
        var reading = given("a recipe\nSteps: 3 eggs\nand milk\nSteps: 20, Sampler: Euler, Seed: 1");
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "a recipe\nSteps: 3 eggs\nand milk")
                .containsEntry(Parameter.STEPS, "20");
    }

    @Test
    void readsTextsWithoutPromptOrWithoutNegative() {
        assertThat(given("Steps: 20, Seed: 1").values())
                .doesNotContainKeys(Parameter.PROMPT, Parameter.NEGATIVE_PROMPT);
        assertThat(given("x\nNegative prompt: \nSteps: 20, Seed: 1").values())
                .containsEntry(Parameter.NEGATIVE_PROMPT, "");
    }

    @Test
    void readsWhatWasPressedIntoOneLine() {
        for (var text : new String[] {
            "a fox, red. Negative prompt: bad, ugly. Steps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 64x64",
            "a fox, red, Negative prompt: bad, ugly, Steps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 64x64",
            "a fox, red Negative prompt: bad, ugly Steps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 64x64"
        }) {
            assertThat(given(text).values())
                    .as(text)
                    .containsEntry(Parameter.PROMPT, "a fox, red")
                    .containsEntry(Parameter.NEGATIVE_PROMPT, "bad, ugly")
                    .containsEntry(Parameter.SEED, "5");
        }
    }

    @Test
    void readsTextsOfOtherOrders() {
        assertThat(given("fox\nSize: 768x512, model: dreamshaper, seed: 3").values())
                .containsEntry(Parameter.SEED, "3");
        assertThat(given("Parameters: fox\nSteps: 1, Seed: 2").values()).containsEntry(Parameter.PROMPT, "fox");
        assertThat(given("parameters\nfox\r\nSteps: 1, Seed: 2\r\n").values()).containsEntry(Parameter.PROMPT, "fox");
    }

    @Test
    void doesNotTakeProseForAnInfotext() {
        assertThat(Read.allGiven("Steps: walk, run, jump")).isEmpty();
        assertThat(Read.allGiven("Title: a, Author: b, Date: c")).isEmpty();
        assertThat(Read.allGiven("")).isEmpty();
    }

    @Test
    void readsQuotedValuesWithCommasColonsAndLineBreaks() {
        var reading = given("fox\nSteps: 20, Model: \"a, b: c\", Hires prompt: \"x,\\ny: \\\"z\\\"\", "
                + "ControlNet 0: \"Module: canny, Model: m [abc], Weight: 1\", Seed: 4");
        assertThat(reading.values())
                .containsEntry(Parameter.HIRES_PROMPT, "x,\ny: \"z\"")
                .containsEntry(Parameter.SEED, "4");
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("a, b: c");
        assertThat(reading.extras()).containsEntry("ControlNet 0", "Module: canny, Model: m [abc], Weight: 1");
    }

    @Test
    void readsAQuotedValueThatHoldsARealLineBreak() {
        var reading = given("fox\nSteps: 20, Hires prompt: \"one\ntwo\", Seed: 4");
        assertThat(reading.values()).containsEntry(Parameter.SEED, "4");
    }

    @Test
    void readsUnquotedNamesWithCommasAndBareKeys() {
        var reading = given("fox\nSteps: 20, Tiling, CFG scale: 7, Model: my model, v2, Seed: 9");
        assertThat(one(reading, Role.CHECKPOINT).name()).isEqualTo("my model, v2");
        assertThat(reading.values()).containsEntry(Parameter.STEPS, "20").containsEntry(Parameter.SEED, "9");
        assertThat(reading.extras()).containsEntry("Tiling", "Tiling");
    }

    @Test
    void readsDates() {
        assertThat(given("fox\nSteps: 20, Created Date: 2025-02-24T22:37:15.99Z, Seed: 9")
                        .extras())
                .containsEntry("Created Date", "2025-02-24T22:37:15.99Z");
    }

    @Test
    void readsJsonValuesWithNestedBracesAndBracketsInNames() {
        var reading = given(
                "fox\nSteps: 20, Civitai resources: [{\"type\":\"lora\",\"weight\":0.5,\"modelVersionId\":7,"
                        + "\"modelName\":\"odd}] name\",\"modelVersionName\":\"v1\"}], Civitai metadata: {\"a\":{\"b\":[1]},"
                        + "\"clipSkip\":2}, Hashes: {\"model\":\"0123456789\",\"LORA:x.safetensors\":\"0x0123456789AB\"}, Seed: 9");
        assertThat(keys(named(reading, "odd}] name"))).containsExactly("version 7", "odd}] name | v1 | ");
        assertThat(keys(named(reading, "x.safetensors"))).containsExactly("name x.safetensors", "0123456789ab");
        assertThat(reading.values()).containsEntry(Parameter.SEED, "9").containsEntry(Parameter.CLIP_SKIP, "2");
        assertThat(reading.extras()).containsEntry("Civitai metadata.a", "{\"b\":[1]}");
    }

    @Test
    void readsEmptyAndBrokenJsonValues() {
        assertThat(given("fox\nSteps: 20, Civitai resources: [], Seed: 9").values())
                .containsEntry(Parameter.SEED, "9");
        var broken = given("fox\nSteps: 20, Civitai resources: [{\"type\":\"lora\", Seed: 9");
        assertThat(broken.values()).containsEntry(Parameter.STEPS, "20").containsEntry(Parameter.SEED, "9");
    }

    @Test
    void keepsFootersApart() {
        var reading = given(
                "fox\nSteps: 20, Seed: 9\nTemplate: a {fox|dog}\nSeed: 3\nNegative Template: x\nRecipe metadata: {\"a\":1}");
        assertThat(reading.values()).containsEntry(Parameter.SEED, "9");
        assertThat(reading.extras())
                .containsEntry("Template", "a {fox|dog}\nSeed: 3")
                .containsEntry("Negative Template", "x")
                .containsEntry("Recipe metadata", "{\"a\":1}");
    }

    @Test
    void saysWhatIsNoNumberAndKeepsIt() {
        var reading = given("fox\nSteps: 20, Sampler: Undefined, CFG scale: 7;5, Seed: abc, Size: big");
        assertThat(reading.values())
                .doesNotContainKeys(Parameter.SAMPLER, Parameter.CFG_SCALE, Parameter.SEED, Parameter.WIDTH);
        assertThat(reading.extras())
                .containsEntry("Sampler", "Undefined")
                .containsEntry("CFG scale", "7;5")
                .containsEntry("Seed", "abc")
                .containsEntry("Size", "big");
        assertThat(codes(reading)).hasSize(4).containsOnly("VALUE_UNREADABLE");
    }

    @Test
    void saysWhenAValueIsStatedTwice() {
        var reading = given("fox\nSteps: 20, Seed: 9, Seed: 9, Seed: 10");
        assertThat(reading.values()).containsEntry(Parameter.SEED, "9");
        assertThat(codes(reading)).containsExactly("VALUE_CONFLICT");
        assertThat(reading.extras()).containsEntry("Seed", "10");
    }

    @Test
    void readsTheSecondPassInSdNextsWordsAndItsOwnCheckpoint() {
        var reading = given("fox\nSteps: 20, Seed: 9, HiRes scale: 1.5, Hires strength: 0.4, Hires steps: 10, "
                + "Hires upscaler: Latent Bicubic, Hires checkpoint: \"other, one [abcdef1234]\"");
        assertThat(reading.values())
                .containsEntry(Parameter.HIRES_UPSCALE, "1.5")
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.4")
                .containsEntry(Parameter.HIRES_CHECKPOINT, "other, one [abcdef1234]");
        assertThat(Read.keys(Read.one(reading, Role.REFINER))).contains("name other, one", "abcdef1234");
        var both = given("fox\nSteps: 20, Seed: 9, Refiner: sdxl_refiner [7440042bbd], Refiner switch at: 0.8,"
                + " Hires checkpoint: other [abcdef1234]");
        assertThat(Read.one(both, Role.REFINER).name()).isEqualTo("sdxl_refiner");
        assertThat(given("fox\nSteps: 20, Seed: 9, Hires checkpoint: Use same checkpoint")
                        .ingredients())
                .isEmpty();
    }

    @Test
    void readsHiresAndRefiner() {
        var reading = given(
                "fox\nSteps: 20, Seed: 9, Denoising strength: 0.4, Hires upscale: 1.5, Hires steps: 10, "
                        + "Hires upscaler: R-ESRGAN 4x+, Refiner: sdxl_refiner [7440042bbd], Refiner switch at: 0.8, RNG: CPU, ENSD: 31337");
        assertThat(reading.values())
                .containsEntry(Parameter.DENOISING_STRENGTH, "0.4")
                .containsEntry(Parameter.HIRES_UPSCALE, "1.5")
                .containsEntry(Parameter.HIRES_UPSCALER, "R-ESRGAN 4x+")
                .containsEntry(Parameter.REFINER_SWITCH_AT, "0.8")
                .containsEntry(Parameter.RNG, "CPU")
                .containsEntry(Parameter.ENSD, "31337");
        assertThat(keys(one(reading, Role.REFINER))).containsExactly("name sdxl_refiner", "7440042bbd");
    }

    @Test
    void saysWhenItStopsReading() {
        assertThat(codes(given("fox\nSteps: 20, Seed: 9" + ", a: b".repeat(600))))
                .contains("INFOTEXT_TOO_LONG");
    }

    @Test
    void takesAnUpscalerCalledNoneForOne() {
        var reading = given("cat\nSteps: 20, Sampler: None, Seed: 1, Hires resize: 1024x768, Hires upscaler: None");
        assertThat(reading.values())
                .containsEntry(Parameter.HIRES_UPSCALER, "None")
                .doesNotContainKey(Parameter.SAMPLER);
        assertThat(codes(reading)).containsExactly("VALUE_UNREADABLE");
    }
}
