/** Tests. */
@NullMarked
package dev.assay.civitai.image;

import org.jspecify.annotations.NullMarked;
