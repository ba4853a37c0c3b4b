/** What a base model is: its latent, sane ranges and defaults, and what fits it. One entry for each family. */
@NullMarked
package dev.assay.core.family;

import org.jspecify.annotations.NullMarked;
