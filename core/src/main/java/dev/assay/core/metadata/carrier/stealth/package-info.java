/** Texts hidden in the lowest bits of pixels, as NovelAI, SwarmUI and extensions of A1111 write them. */
@NullMarked
package dev.assay.core.metadata.carrier.stealth;

import org.jspecify.annotations.NullMarked;
