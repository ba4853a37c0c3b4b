/** A recipe written as A1111's infotext, which A1111, its forks and Civitai read. */
@NullMarked
package dev.assay.core.recipe.infotext;

import org.jspecify.annotations.NullMarked;
