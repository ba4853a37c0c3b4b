package dev.assay.core.safetensors;

import java.util.List;

import static dev.assay.core.safetensors.Sign.all;
import static dev.assay.core.safetensors.Sign.length;
import static dev.assay.core.safetensors.Sign.part;

/**
 * Which of a family's models a diffusion model is, where names or shapes tell (ComfyUI, {@code model_detection.py}).
 * Most fine-tunes have the tensors of what they were made from, so that no row may claim more than size and use.
 */
final class VariantSigns {

    private record Row(Family family, String variant, Sign sign) {}

    /** The first of a family that is seen decides. */
    private static final List<Row> ROWS = List.of(
            new Row(Family.SD1, "inpainting", unetChannels(9)),
            new Row(Family.SD1, "instruct-pix2pix", unetChannels(8)),
            new Row(Family.SD2, "inpainting", unetChannels(9)),
            new Row(Family.SD2, "depth", unetChannels(5)),
            new Row(Family.SDXL, "inpainting", unetChannels(9)),
            new Row(Family.SDXL, "instruct-pix2pix", unetChannels(8)),
            new Row(Family.SD3, "3.5 Large", length("x_embedder.proj.weight", 0, 2432)),
            new Row(Family.SD3, "3.5 Medium", part(".x_block.attn2.")),
            new Row(Family.SD3, "Medium", length("x_embedder.proj.weight", 0, 1536)),
            new Row(Family.CASCADE, "stage C", all("clip_txt_mapper.weight")),
            new Row(Family.CASCADE, "stage B", all("clip_mapper.weight")),
            new Row(Family.PIXART, "alpha", all("ar_embedder.")),
            new Row(Family.PIXART, "sigma", all("t_block.1.")),
            new Row(Family.FLUX1, "Fill", length("img_in.weight", 1, 384)),
            new Row(Family.FLUX1, "Canny or Depth", length("img_in.weight", 1, 128)),
            new Row(Family.FLUX1, "dev", all("guidance_in.").or(all("time_text_embed.guidance_embedder."))),
            new Row(Family.FLUX1, "schnell, or without guidance", all("img_in.").or(all("x_embedder."))),
            new Row(Family.FLUX2, "dev", length("img_in.weight", 0, 6144)),
            new Row(Family.FLUX2, "klein 9B", length("img_in.weight", 0, 4096)),
            new Row(Family.FLUX2, "klein 4B", length("img_in.weight", 0, 3072)),
            new Row(Family.CHROMA, "Radiance", all("nerf_blocks.")),
            new Row(Family.HIDREAM, "O1", all("t_embedder1.")),
            new Row(Family.HIDREAM, "I1", all("caption_projection.")),
            new Row(Family.QWEN_IMAGE, "Layered", all("time_text_embed.addition_t_embedding.")),
            new Row(Family.HUNYUAN_VIDEO, "1.5", all("cond_type_embedding.")),
            new Row(Family.HUNYUAN_VIDEO, "image to video", length("img_in.proj.weight", 1, 33, 32)),
            new Row(Family.WAN, "VACE 14B", all("vace_patch_embedding.").and(wanWidth(5120))),
            new Row(Family.WAN, "VACE 1.3B", all("vace_patch_embedding.")),
            new Row(Family.WAN, "2.2 S2V 14B", all("casual_audio_encoder.")),
            new Row(Family.WAN, "2.2 Animate 14B", all("face_adapter.")),
            new Row(Family.WAN, "2.2 TI2V 5B", wanWidth(3072)),
            new Row(Family.WAN, "2.1 I2V 14B", all("img_emb.").and(wanWidth(5120))),
            new Row(Family.WAN, "2.1 I2V 1.3B", all("img_emb.")),
            new Row(Family.WAN, "2.2 I2V A14B", length("patch_embedding.weight", 1, 36)),
            // The 14B of 2.1 and the two halves of 2.2's T2V A14B have the very same tensors.
            new Row(Family.WAN, "2.1 or 2.2 T2V 14B", wanWidth(5120)),
            new Row(Family.WAN, "2.1 T2V 1.3B", wanWidth(1536)),
            new Row(Family.LTXV, "2", all("audio_adaln_single.")),
            new Row(Family.ACE_STEP, "1.5", all("encoder.lyric_encoder.")),
            new Row(Family.HUNYUAN_3D, "2.0", all("latent_in.")),
            new Row(Family.HUNYUAN_3D, "2.1", all("blocks.0.attn1.")));

    private VariantSigns() {}

    /**
     * The variant of a diffusion model; empty where its tensors do not tell.
     *
     * @param names as they are where the model stands alone
     */
    static String variant(Family family, TensorNames names) {
        for (var row : ROWS) {
            if (row.family() == family && row.sign().isSeenIn(names)) {
                return row.variant();
            }
        }
        return "";
    }

    private static Sign unetChannels(long channels) {
        return length("input_blocks.0.0.weight", 1, channels).or(length("conv_in.weight", 1, channels));
    }

    private static Sign wanWidth(long width) {
        // The modulation is 1 x 2 x width.
        return length("head.modulation", 2, width);
    }
}
