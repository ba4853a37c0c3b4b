package dev.assay.core.family;

/**
 * What a file that holds a diffusion model brings besides it. The site calls all of them checkpoints.
 *
 * @param encoders whether it brings its text encoders
 * @param vae whether it brings its VAE
 */
public record Contents(boolean encoders, boolean vae) {

    /** Everything that an image needs. */
    public static final Contents WHOLE = new Contents(true, true);

    /** Model and VAE. */
    public static final Contents WITHOUT_ENCODERS = new Contents(false, true);

    /** The diffusion model alone. */
    public static final Contents BARE = new Contents(false, false);
}
