/** Everything needed to make an image, each value with its source (law 2). */
@NullMarked
package dev.assay.core.recipe;

import org.jspecify.annotations.NullMarked;
