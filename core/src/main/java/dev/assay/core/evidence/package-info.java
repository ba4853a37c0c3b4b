/** Whose metadata is it? Observations of one subject, and the verdict they lead to (law 1). */
@NullMarked
package dev.assay.core.evidence;

import org.jspecify.annotations.NullMarked;
