/** The models an image was made with: what is known of each, and what it turned out to be. */
@NullMarked
package dev.assay.core.ingredient;

import org.jspecify.annotations.NullMarked;
