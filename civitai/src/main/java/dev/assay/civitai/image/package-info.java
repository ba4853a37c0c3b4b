/** The inquiry about one image: which witnesses are heard, and what it means where they are silent. */
@NullMarked
package dev.assay.civitai.image;

import org.jspecify.annotations.NullMarked;
