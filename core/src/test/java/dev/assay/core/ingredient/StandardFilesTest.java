package dev.assay.core.ingredient;

import java.util.HashSet;
import java.util.Set;

import dev.assay.core.hash.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandardFilesTest {

    private static final Set<String> FOLDERS =
            Set.of("text_encoders", "clip_vision", "vae", "controlnet", "diffusion_models", "checkpoints");

    private final StandardFiles files = StandardFiles.load();

    @Test
    void tellsWhatEverybodyMeansByAName() {
        var clip = files.named("clip_l.safetensors").getFirst();

        assertThat(clip.folder()).isEqualTo("text_encoders");
        assertThat(clip.bytes()).hasValue(246144152);
        assertThat(clip.sha256())
                .contains(new Sha256("660c6f5b1abae9dc498ac2d21e1347d2abdb0cf6c0c0c8576cd796491d9a6cdd"));
        assertThat(clip.address())
                .hasToString(
                        "https://huggingface.co/comfyanonymous/flux_text_encoders/resolve/main/clip_l.safetensors");
        assertThat(files.named("clip_L.safetensors")).isEmpty();
    }

    @Test
    void tellsApartTwoContentsOfOneName() {
        assertThat(files.named("sdxl_vae.safetensors"))
                .extracting(StandardFile::sha256)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void hasEachContentAndEachPlaceOnce() {
        var seen = new HashSet<String>();
        for (var file : files.all()) {
            file.sha256().ifPresent(hash -> {
                assertThat(seen.add(hash.hex())).as(hash.hex()).isTrue();
                assertThat(files.withContent(hash)).contains(file);
            });
            assertThat(seen.add(file.address().toString()))
                    .as(file.address().toString())
                    .isTrue();
            assertThat(files.at(file.repository(), file.path())).contains(file);
            assertThat(FOLDERS).contains(file.folder());
            assertThat(file.path()).endsWith(file.name());
        }
    }

    @Test
    void hasWhatTheFamiliesLoad() {
        for (var name : new String[] {
            "clip_l.safetensors",
            "clip_g.safetensors",
            "t5xxl_fp16.safetensors",
            "t5xxl_fp8_e4m3fn_scaled.safetensors",
            "ae.safetensors",
            "qwen_2.5_vl_7b_fp8_scaled.safetensors",
            "qwen_image_vae.safetensors",
            "qwen_3_4b.safetensors",
            "mistral_3_small_flux2_bf16.safetensors",
            "umt5_xxl_fp8_e4m3fn_scaled.safetensors",
            "wan_2.1_vae.safetensors",
            "wan2.2_vae.safetensors",
            "llama_3.1_8b_instruct_fp8_scaled.safetensors",
            "clip_l_hidream.safetensors",
            "clip_g_hidream.safetensors",
            "qwen_3_06b_base.safetensors",
            "hunyuan_video_vae_bf16.safetensors",
            "llava_llama3_fp8_scaled.safetensors",
            "clip_vision_h.safetensors"
        }) {
            assertThat(files.named(name)).as(name).hasSize(1);
        }
        assertThat(files.named("flux2-vae.safetensors")).hasSize(2);
    }
}
