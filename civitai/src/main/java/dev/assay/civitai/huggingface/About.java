package dev.assay.civitai.huggingface;

import java.util.Optional;

/**
 * What a repository says of itself.
 *
 * @param licence under which its files are given, as its card says
 * @param gated whether its files are given only to who has accepted its terms
 */
record About(Optional<String> licence, boolean gated) {}
