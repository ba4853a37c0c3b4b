/** A reading in the making: what all dialects share in taking statements, values and models apart. */
@NullMarked
package dev.assay.core.metadata.draft;

import org.jspecify.annotations.NullMarked;
