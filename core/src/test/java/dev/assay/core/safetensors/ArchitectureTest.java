package dev.assay.core.safetensors;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final String UNET = "model.diffusion_model.";

    private static Architecture of(String... tensors) throws IOException {
        return Architecture.of(HeaderBytes.header(tensors));
    }

    @Test
    void tellsWholeCheckpointsFromBareDiffusionModels() throws IOException {
        assertThat(of(
                        UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight:320x768",
                        "first_stage_model.decoder.conv_in.weight",
                        "cond_stage_model.transformer.text_model.encoder.layers.0.mlp.fc1.weight"))
                .isEqualTo(new Architecture(ModelKind.CHECKPOINT, Family.SD1, false, false));
        assertThat(of(
                        UNET + "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight:640x2048",
                        "conditioner.embedders.1.model.ln_final.weight",
                        "v_pred",
                        "ztsnr"))
                .isEqualTo(new Architecture(ModelKind.CHECKPOINT, Family.SDXL, true, true));
        assertThat(of(UNET + "double_blocks.0.img_attn.norm.key_norm.scale", UNET + "img_in.weight"))
                .isEqualTo(new Architecture(
                        ModelKind.UNET_ONLY, Family.FLUX1, "schnell, or without guidance", false, false));
        assertThat(of(UNET + "something.new"))
                .isEqualTo(new Architecture(ModelKind.UNET_ONLY, Family.UNKNOWN, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight:320x1024, SD2",
        "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight:640x1280, SDXL_REFINER",
        "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.weight:640x2048, SDXL",
        "joint_blocks.0.context_block.attn.qkv.weight, SD3",
        "transformer_blocks.0.img_mod.1.weight, QWEN_IMAGE",
        "head.modulation, WAN",
        "cap_embedder.1.weight:3840x2560, Z_IMAGE",
        "cap_embedder.1.weight:2304x2304, LUMINA2",
        "double_layers.0.attn.w1q.weight, AURAFLOW",
        "caption_projection.0.linear.weight, HIDREAM",
        "txt_in.individual_token_refiner.blocks.0.norm1.weight, HUNYUAN_VIDEO",
    })
    void knowsTheFamilyOfABareDiffusionModel(String tensor, Family family) throws IOException {
        assertThat(of(tensor).kind()).isEqualTo(ModelKind.UNET_ONLY);
        assertThat(of(tensor).family()).isEqualTo(family);
        assertThat(of("diffusion_model." + tensor).family()).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "FLUX1, dev, double_blocks.0.img_attn.qkv.weight img_in.weight:3072x64 guidance_in.in_layer.weight",
        "FLUX1, Fill, double_blocks.0.img_attn.qkv.weight img_in.weight:3072x384 guidance_in.in_layer.weight",
        "FLUX2, klein 9B, double_stream_modulation_img.lin.weight img_in.weight:4096x128",
        "SD3, 3.5 Large, joint_blocks.0.context_block.attn.qkv.weight x_embedder.proj.weight:2432x16x2x2",
        "WAN, 2.1 or 2.2 T2V 14B, head.modulation:1x2x5120 patch_embedding.weight:5120x16x1x2x2",
        "WAN, 2.2 I2V A14B, head.modulation:1x2x5120 patch_embedding.weight:5120x36x1x2x2",
        "WAN, 2.1 I2V 14B, head.modulation:1x2x5120 patch_embedding.weight:5120x36x1x2x2 img_emb.proj.0.bias",
        "WAN, 2.2 TI2V 5B, head.modulation:1x2x3072 patch_embedding.weight:3072x48x1x2x2",
        "HUNYUAN_VIDEO, 1.5, txt_in.individual_token_refiner.blocks.0.norm1.weight cond_type_embedding.weight",
        "SDXL, inpainting, input_blocks.0.0.weight:320x9x3x3 input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight:640x2048",
        "LTXV, 2, adaln_single.emb.timestep_embedder.linear_1.bias audio_adaln_single.linear.weight",
        "KOLORS, '', label_emb.0.0.weight:1280x5632 input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight:640x2048",
    })
    void tellsTheModelsOfAFamilyApartWhereTheirShapesDo(Family family, String variant, String tensors)
            throws IOException {
        assertThat(of(tensors.split(" ")))
                .isEqualTo(new Architecture(ModelKind.UNET_ONLY, family, variant, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight:16x768, SD1",
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight:16x1024, SD2",
        "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight:16x2048, SDXL",
        "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.processor.to_k_lora.down.weight:4x768, SD1",
        "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k.hada_w1_b:8x2048, SDXL",
        "lora_unet_input_blocks_4_1_transformer_blocks_1_attn1_to_q.lora_down.weight:8x640, SDXL",
        "lora_te2_text_model_encoder_layers_0_mlp_fc1.lora_down.weight:8x1280, SDXL",
        "lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight:8x768, SD1",
        "lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight:16x3072, FLUX1",
        "lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight:16x6144, FLUX2",
        "transformer.single_transformer_blocks.0.attn.to_k.lora_A.weight:16x3072, FLUX1",
        "transformer.double_blocks.0.img_mlp.fc1.lora_A.weight:16x3072, HUNYUAN_VIDEO",
        "lora_unet_joint_blocks_0_x_block_attn_qkv.lora_down.weight:8x1536, SD3",
        "transformer.transformer_blocks.0.attn.add_k_proj.lora_A.weight:8x1536, SD3",
        "transformer.transformer_blocks.0.attn.add_k_proj.lora_A.weight:8x3072, QWEN_IMAGE",
        "transformer_blocks.0.img_mlp.net.2.lora_A.weight:8x3072, QWEN_IMAGE",
        "diffusion_model.blocks.0.cross_attn.k.lora_A.weight:16x5120, WAN",
        "lora_unet_blocks_0_cross_attn_k.lora_down.weight:16x5120, WAN",
        "diffusion_model.layers.0.attention.to_q.lora_A.weight:16x3840, Z_IMAGE",
        "diffusion_model.transformer_blocks.0.attn1.to_k.lora_A.weight:32x2048, LTXV",
        "transformer.transformer_blocks.0.attn1.to_q.lora_A.weight:32x1152, PIXART",
        "transformer.joint_transformer_blocks.0.attn.to_k.lora_A.weight:16x3072, AURAFLOW",
        "whatever.lora_down.weight:4x4, UNKNOWN",
    })
    void knowsWhatALoraIsMadeFor(String tensor, Family family) throws IOException {
        assertThat(of(tensor)).isEqualTo(new Architecture(ModelKind.LORA, family, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "emb_params:4x768, EMBEDDING, SD1",
        "clip_g:4x1280, EMBEDDING, SDXL",
        "some_word:8x1024, EMBEDDING, SD2",
        "control_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight:320x768, CONTROLNET, SD1",
        "controlnet_cond_embedding.conv_in.weight, CONTROLNET, UNKNOWN",
        "text_model.encoder.layers.0.mlp.fc1.weight, TEXT_ENCODER, UNKNOWN",
        "encoder.block.0.layer.0.SelfAttention.k.weight, TEXT_ENCODER, UNKNOWN",
        "vision_model.encoder.layers.0.mlp.fc1.weight, CLIP_VISION, UNKNOWN",
        "enc.blk.0.attn_k.weight, TEXT_ENCODER, UNKNOWN",
        "image_proj.proj.weight, IP_ADAPTER, UNKNOWN",
        "down_blocks.0.motion_modules.0.temporal_transformer.norm.weight, MOTION_MODULE, UNKNOWN",
        "model.1.sub.0.RDB1.conv1.0.weight, UPSCALER, UNKNOWN",
        "conv_first.weight:64x3x3x3, UPSCALER, UNKNOWN",
        "first_stage_model.decoder.conv_in.weight, VAE, UNKNOWN",
        "nothing.known:3x3x3, UNKNOWN, UNKNOWN",
    })
    void knowsTheOtherKinds(String tensor, ModelKind kind, Family family) throws IOException {
        assertThat(of(tensor)).isEqualTo(new Architecture(kind, family, false, false));
    }

    @Test
    void knowsABareVae() throws IOException {
        assertThat(of("decoder.conv_in.weight", "decoder.conv_out.weight", "encoder.conv_in.weight")
                        .kind())
                .isEqualTo(ModelKind.VAE);
    }
}
