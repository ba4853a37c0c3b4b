package dev.assay.core.metadata.dialect;

import dev.assay.core.ingredient.Role;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.given;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.named;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.strength;
import static org.assertj.core.api.Assertions.assertThat;

class InfotextModelsTest {

    @Test
    void bringsTagsAndHashesTogetherByName() {
        var reading = given(
                "fox <lora:My Style (v2):0.8>\nSteps: 20, Lora hashes: \"My Style (v2): 0123456789ab, other: ba9876543210\", "
                        + "TI hashes: \"EasyNegative: c74b4e810b, EasyNegative: c74b4e810b\", VAE hash: 735e4c3a44, VAE: sdxl_vae.safetensors");
        var style = named(reading, "My Style (v2)");
        assertThat(strength(style)).isEqualByComparingTo("0.8");
        assertThat(keys(style)).containsExactly("name My Style (v2)", "0123456789ab");
        assertThat(named(reading, "other").strength()).isEmpty();
        assertThat(keys(one(reading, Role.EMBEDDING))).containsExactly("name EasyNegative", "c74b4e810b");
        assertThat(keys(one(reading, Role.VAE))).containsExactly("name sdxl_vae.safetensors", "735e4c3a44");
    }

    @Test
    void bringsModelHashNameAndResourceTogether() {
        var reading = given(
                "fox\nSteps: 20, Model hash: aadddd3d75, Model: deliberate_v3, Hashes: {\"model\": \"AADDDD3D75\"}, "
                        + "Civitai resources: [{\"type\":\"checkpoint\",\"modelVersionId\":15236}]");
        assertThat(keys(one(reading, Role.CHECKPOINT)))
                .containsExactly("name deliberate_v3", "aadddd3d75", "version 15236");
    }

    @Test
    void takesAirs() {
        var reading = given(
                "fox\nSteps: 20, Civitai resources: [{\"air\":\"urn:air:sdxl:lora:civitai:11@22\",\"weight\":1.2}]");
        assertThat(keys(one(reading, Role.LORA))).containsExactly("air 11@22");
        assertThat(strength(one(reading, Role.LORA))).isEqualByComparingTo("1.2");
    }

    @Test
    void refusesTheHashOfNothing() {
        var reading = given("fox\nSteps: 20, Lora hashes: \"a: e3b0c44298fc, b: , c: 00000000\"");
        assertThat(keys(named(reading, "a"))).containsExactly("name a");
        assertThat(keys(named(reading, "b"))).containsExactly("name b");
        assertThat(codes(reading)).containsExactly("HASH_USELESS", "HASH_USELESS");
    }

    @Test
    void readsModulesHypernetsAndAdditionalNetworks() {
        var reading =
                given("fox\nSteps: 20, Module 1: ae, Module 2: t5xxl_fp16, Hypernet: anime, Hypernet strength: 0.5, "
                        + "AddNet Enabled: True, AddNet Module 1: LoRA, AddNet Model 1: style(0123456789ab), AddNet Weight A 1: 0.7, "
                        + "AddNet Weight B 1: 0.6, VAE: Automatic");
        assertThat(one(reading, Role.VAE).name()).isEqualTo("ae");
        assertThat(one(reading, Role.TEXT_ENCODER).name()).isEqualTo("t5xxl_fp16");
        assertThat(strength(one(reading, Role.HYPERNETWORK))).isEqualByComparingTo("0.5");
        var lora = one(reading, Role.LORA);
        assertThat(keys(lora)).containsExactlyInAnyOrder("name style", "0123456789ab");
        assertThat(strength(lora)).isEqualByComparingTo("0.7");
        assertThat(lora.clipStrength())
                .hasValueSatisfying(clip -> assertThat(clip).isEqualByComparingTo("0.6"));
        assertThat(reading.extras()).containsEntry("AddNet Module 1", "LoRA").containsEntry("VAE", "Automatic");
    }

    @Test
    void readsTheLorasThatComfySaversList() {
        var reading = given("fox\nSteps: 20, Lora_0 Model name: a.safetensors, Lora_0 Model hash: 0123456789, "
                + "Lora_0 Strength model: 0.5, Lora_0 Strength clip: 1.0, Version: ComfyUI");
        var lora = one(reading, Role.LORA);
        assertThat(keys(lora)).containsExactly("name a.safetensors", "0123456789");
        assertThat(strength(lora)).isEqualByComparingTo("0.5");
    }

    @Test
    void takesSecretsOutOfAddresses() {
        var reading = given("fox\nSteps: 20, Source: \"https://x.test/a?sig=abc&exp=1&b=2\"");
        assertThat(reading.extras()).containsEntry("Source", "https://x.test/a?sig=…&exp=…&b=2");
    }
}
