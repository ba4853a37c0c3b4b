package dev.assay.core.family;

/** The program that made an image: the same words and numbers mean different things in different ones. */
public enum Tool {
    /** Stable Diffusion WebUI, and forks with its engine. */
    A1111,
    /** Stable Diffusion WebUI Forge, which has an engine of its own. */
    FORGE,
    /** Civitai's own generator. */
    CIVITAI,
    COMFYUI,
    SWARMUI,
    FOOOCUS,
    INVOKEAI,
    SDNEXT,
    DRAW_THINGS,
    /** Any other, or not known. */
    OTHER;

    /** Whether its samplers and schedulers are ComfyUI's, under ComfyUI's names. */
    public boolean speaksComfy() {
        return switch (this) {
            case COMFYUI, SWARMUI, FOOOCUS -> true;
            case A1111, FORGE, CIVITAI, INVOKEAI, SDNEXT, DRAW_THINGS, OTHER -> false;
        };
    }
}
