package dev.assay.core.prompt;

import java.math.BigDecimal;

/**
 * A model that a prompt asks for with a tag such as {@code <lora:name:0.8>}.
 *
 * @param kind what the tag was called
 * @param name as written: a file name without extension, or an alias
 * @param strengthModel for the diffusion model; may be negative
 * @param strengthClip for the text encoder; may be negative
 */
public record ExtraNetwork(Kind kind, String name, BigDecimal strengthModel, BigDecimal strengthClip) {

    /** The tags that load a model. ComfyUI's one LoRA loader opens LyCORIS files as well. */
    public enum Kind {
        LORA,
        LYCORIS,
        HYPERNETWORK;

        boolean sameLoaderAs(Kind other) {
            return (this == HYPERNETWORK) == (other == HYPERNETWORK);
        }
    }

    boolean sameStrengths(ExtraNetwork other) {
        return strengthModel.compareTo(other.strengthModel) == 0 && strengthClip.compareTo(other.strengthClip) == 0;
    }
}
