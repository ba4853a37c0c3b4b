/** What a ComfyUI graph says of how a picture was made, followed from the picture back. */
@NullMarked
package dev.assay.core.metadata.graph;

import org.jspecify.annotations.NullMarked;
