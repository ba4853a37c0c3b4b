package dev.assay.core.family;

/** What the models of a family begin with. */
public enum Opening {
    /** Noise, or any picture that noise is put upon: image to image. */
    NOISE,
    /** A picture that goes along with the prompt, as the last thing that is told ({@code ReferenceLatent}). */
    REFERENCE,
    /** A picture that the text encoder looks at together with the prompt ({@code TextEncodeQwenImageEdit}). */
    READ,
    /** The same, of up to three pictures ({@code TextEncodeQwenImageEditPlus}). */
    READ_SEVERAL,
    /** A picture of which a masked part is painted anew; the model sees both ({@code InpaintModelConditioning}). */
    PAINTED,
    /** A picture whose lines or depths the model follows ({@code InstructPixToPixConditioning}). */
    FOLLOWED,
    /** A picture that is the first frame of a film ({@code WanImageToVideo}). */
    FIRST_FRAME,
    /** The same, which a CLIP vision model looks at as well. */
    SEEN_FIRST_FRAME,
    /** The same, where the text encoder is shown what the CLIP vision model saw ({@code HunyuanImageToVideo}). */
    TOLD_FIRST_FRAME,
    /** Noise, or the first frame, which the latent node takes ({@code Wan22ImageToVideoLatent}). */
    OPTIONAL_FRAME
}
